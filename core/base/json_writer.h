// SPDX-License-Identifier: MIT
// JsonWriter: builds one JSON text, in the order of the calls. Doubles read as ECMAScript's Number::toString, so that native and
// WebAssembly builds and JSON.stringify agree on every byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace npscope {

class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  /// Text is escaped; bytes that are not valid UTF-8 come out as U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool flag);
  void value(int64_t number);
  void value(uint64_t number);
  void value(uint32_t number) { value(static_cast<uint64_t>(number)); }
  void value(int number) { value(static_cast<int64_t>(number)); }
  /// REQUIRES: `number` is finite.
  void value(double number);
  void null();
  /// A value that is JSON already.
  void raw(std::string_view json);

  /// `key` and `value` in one call.
  template <class T>
  void member(std::string_view name, const T& item) {
    key(name);
    value(item);
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate();
  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace npscope
