// SPDX-License-Identifier: MIT
// The native command: prints the same JSON as the WebAssembly build, for tests and profiling. People use `npx npscope`.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine.h"

namespace {

constexpr const char* kUsage =
    "usage: npscope_native [--OPTION=VALUE]... report FILE...\n"
    "       npscope_native [--OPTION=VALUE]... score D P P\n"
    "Options are those of Engine::set, and --block=BYTES for how much is handed over at once.\n";

/// Brings the bytes of one file, in the ranges that the engine asks for.
void read_file(npscope::Engine& engine, const char* path, size_t block) {
  std::FILE* file = std::fopen(path, "rb");
  const char* slash = std::strrchr(path, '/');
  const std::string name = slash == nullptr ? path : slash + 1;
  if (file == nullptr || std::fseek(file, 0, SEEK_END) != 0) {
    engine.open(name, 1);
    engine.fail("file-not-found");
  } else {
    engine.open(name, static_cast<uint64_t>(std::ftell(file)));
    for (npscope::ByteRange range = engine.want(); range.length > 0; range = engine.want()) {
      const size_t length = range.length < block ? range.length : block;
      char* room = engine.reserve(length);
      if (room == nullptr) break;
      std::fseek(file, static_cast<long>(range.offset), SEEK_SET);
      const size_t got = std::fread(room, 1, length, file);
      if (got == 0) {
        engine.fail("source-changed");
        break;
      }
      engine.commit(got);
    }
  }
  if (file != nullptr) std::fclose(file);
  engine.close();
}

uint64_t count(const char* text) { return std::strtoull(text, nullptr, 10); }

}  // namespace

int main(int argc, char** argv) {
  npscope::Engine engine;
  size_t block = 4 << 20;
  std::vector<const char*> words;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const size_t equals = word.find('=');
    if (!word.starts_with("--")) {
      words.push_back(argv[i]);
    } else if (word.starts_with("--block=")) {
      block = count(argv[i] + 8);
    } else if (equals == std::string_view::npos || !engine.set(word.substr(2, equals - 2), word.substr(equals + 1))) {
      std::fputs(kUsage, stderr);
      return 64;
    }
  }
  if (words.size() == 4 && std::string_view(words[0]) == "score") {
    std::puts(engine.score(count(words[1]), count(words[2]), count(words[3])).c_str());
    return 0;
  }
  if (words.size() < 2 || std::string_view(words[0]) != "report") {
    std::fputs(kUsage, stderr);
    return 64;
  }
  for (size_t i = 1; i < words.size(); ++i) read_file(engine, words[i], block);
  std::puts(engine.report().c_str());
  return 0;
}
