// SPDX-License-Identifier: MIT
// JSON text, escaped after RFC 8259 with the short escapes that JSON.stringify uses.
#include "core/base/json_writer.h"

#include "core/base/number_text.h"
#include "core/base/utf8.h"

namespace npscope {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out.push_back(kHex[static_cast<unsigned char>(c) >> 4]);
          out.push_back(kHex[static_cast<unsigned char>(c) & 15]);
        } else {
          out.push_back(c);
        }
    }
  }
  out.push_back('"');
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) text_.push_back(',');
  needs_comma_ = true;
}

void JsonWriter::begin_object() {
  separate();
  text_.push_back('{');
  needs_comma_ = false;
}

void JsonWriter::end_object() {
  text_.push_back('}');
  needs_comma_ = true;
}

void JsonWriter::begin_array() {
  separate();
  text_.push_back('[');
  needs_comma_ = false;
}

void JsonWriter::end_array() {
  text_.push_back(']');
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_escaped(text_, name);
  text_.push_back(':');
  needs_comma_ = false;
}

void JsonWriter::value(std::string_view text) {
  separate();
  if (is_valid_utf8(text)) {
    append_escaped(text_, text);
  } else {
    append_escaped(text_, repaired_utf8(text));
  }
}

void JsonWriter::value(bool flag) {
  separate();
  text_ += flag ? "true" : "false";
}

void JsonWriter::value(int64_t number) {
  separate();
  append_integer(text_, number);
}

void JsonWriter::value(uint64_t number) {
  separate();
  append_unsigned(text_, number);
}

void JsonWriter::value(double number) {
  separate();
  append_double(text_, number);
}

void JsonWriter::raw(std::string_view json) {
  separate();
  text_.append(json);
}

void JsonWriter::null() {
  separate();
  text_ += "null";
}

}  // namespace npscope
