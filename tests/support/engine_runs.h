// SPDX-License-Identifier: MIT
// Runs the engine over bytes that are in memory or made on the fly, handed over in blocks of any size, as a host does.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/engine.h"

namespace npscope::testing_support {

using Options = std::vector<std::pair<std::string, std::string>>;

/// Sets options; false when the engine refuses one.
inline bool set_all(Engine& engine, const Options& options) {
  bool good = true;
  for (const auto& [option, value] : options) good = engine.set(option, value).empty() && good;
  return good;
}

/// All work that the bytes so far allow. Tables of byte pairs are made elsewhere: here there are none.
inline void work(Engine& engine) {
  for (;;) {
    while (engine.step()) {
    }
    if (engine.want_table().empty()) return;
    engine.take_table({});
  }
}

/// Hands `bytes` to the engine for the file that is open, or for one more pass over it, at most `block` at once.
inline void feed_open(Engine& engine, std::string_view bytes, uint64_t block = UINT64_MAX) {
  for (ByteRange range = engine.want(); range.length > 0; range = engine.want()) {
    const uint64_t length = range.length < block ? range.length : block;
    char* room = engine.reserve(length);
    if (room == nullptr) break;
    std::memcpy(room, bytes.data() + range.offset, length);
    engine.commit(length);
    work(engine);
  }
  engine.close();
}

/// Hands a file to the engine.
inline void feed(Engine& engine, const std::string& name, std::string_view bytes, uint64_t block = UINT64_MAX) {
  engine.open(name, bytes.size());
  feed_open(engine, bytes, block);
}

/// Hands `size` bytes to the engine that `write` makes: write(offset, room, length).
inline void feed_made(Engine& engine, uint64_t size, const std::function<void(uint64_t, char*, uint64_t)>& write,
                      const std::function<void()>& after_each_block) {
  engine.open("made.csv", size);
  for (ByteRange range = engine.want(); range.length > 0; range = engine.want()) {
    char* room = engine.reserve(range.length);
    if (room == nullptr) break;
    write(range.offset, room, range.length);
    engine.commit(range.length);
    work(engine);
    after_each_block();
  }
  engine.close();
}

/// The report on one file.
inline std::string report_of(std::string_view bytes, const Options& options = {}, uint64_t block = UINT64_MAX) {
  Engine engine;
  if (!set_all(engine, options)) return "option refused";
  feed(engine, "file.csv", bytes, block);
  return engine.report();
}

/// The text of a member of a JSON object, up to the comma or brace that ends it; for numbers, words and flat objects.
inline std::string json_member(std::string_view json, std::string_view key) {
  const std::string wanted = "\"" + std::string(key) + "\":";
  const size_t at = json.find(wanted);
  if (at == std::string_view::npos) return "";
  const std::string_view rest = json.substr(at + wanted.size());
  if (rest.starts_with('{')) return std::string(rest.substr(0, rest.find('}') + 1));
  if (rest.starts_with('[')) return std::string(rest.substr(0, rest.find(']') + 1));
  return std::string(rest.substr(0, rest.find_first_of(",}")));
}

}  // namespace npscope::testing_support
