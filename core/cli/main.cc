// SPDX-License-Identifier: MIT
// The native command: prints the same JSON as the WebAssembly build, for tests and profiling. People use `npx npscope`.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/code_pages.h"
#include "core/engine.h"

namespace {

using Options = std::vector<std::pair<std::string_view, std::string_view>>;

constexpr const char* kUsage =
    "usage: npscope_native [--OPTION=VALUE]... report|inspect|plan|convert FILE...\n"
    "       npscope_native [--OPTION=VALUE]... rejects N FILE...   (those of file N of the report, from 0)\n"
    "       npscope_native [--OPTION=VALUE]... query QUERY FILE...   (JSON, or @ and the path of a file with one query a "
    "line)\n"
    "       npscope_native [--OPTION=VALUE]... compare D P P D P P\n"
    "       npscope_native [--OPTION=VALUE]... each FILE...   (one line of JSON per file)\n"
    "       npscope_native [--OPTION=VALUE]... score D P P\n"
    "Options are those of Engine::set (convert needs --mode=convert-csv, -ndjson or -raw), and --block=BYTES for how much is\n"
    "handed over at once.\n";

void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

/// All work that the bytes so far allow; what a conversion writes goes to the standard output.
void work(npscope::Engine& engine) {
  for (;;) {
    const bool more = engine.step();
    write(engine.output());
    engine.clear_output();
    if (more) continue;
    const std::string_view label = engine.want_table();
    if (label.empty()) return;
    engine.take_table(npscope::code_page_table(label));
  }
}

/// Brings the bytes of the open file, in the ranges that the engine asks for.
void feed(npscope::Engine& engine, std::FILE* file, size_t block) {
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
    work(engine);
  }
}

void read_file(npscope::Engine& engine, const char* path, size_t block) {
  std::FILE* file = std::fopen(path, "rb");
  const char* slash = std::strrchr(path, '/');
  const std::string name = slash == nullptr ? path : slash + 1;
  if (file == nullptr || std::fseek(file, 0, SEEK_END) != 0) {
    engine.open(name, 1);
    engine.fail("file-not-found");
  } else {
    engine.open(name, static_cast<uint64_t>(std::ftell(file)));
    feed(engine, file, block);
  }
  if (file != nullptr) std::fclose(file);
  engine.close();
}

/// Reads all files, those last that correct others. Returns the paths in the order in which they count.
std::vector<const char*> read_all(npscope::Engine& engine, const std::vector<const char*>& paths, size_t block) {
  std::vector<const char*> order;
  std::vector<const char*> aside;
  for (const char* path : paths) {
    read_file(engine, path, block);
    (engine.put_aside() ? aside : order).push_back(path);
  }
  engine.begin_last_round();
  for (const char* path : aside) {
    read_file(engine, path, block);
    order.push_back(path);
  }
  return order;
}

/// Writes the records of a file that do not count to the standard output.
int write_rejects(npscope::Engine& engine, size_t file, const std::vector<const char*>& order, size_t block) {
  if (!engine.open_rejects(file)) return 2;
  std::FILE* source = std::fopen(order[engine.opened(file)], "rb");
  if (source == nullptr) return 2;
  feed(engine, source, block);
  std::fclose(source);
  engine.close();
  write(engine.output());
  engine.clear_output();
  const std::string failure = engine.rejects_failure();
  if (!failure.empty()) std::fprintf(stderr, "%s\n", failure.c_str());
  return failure.empty() ? 0 : 2;
}

/// One answer a line for each question.
int answer(npscope::Engine& engine, std::string_view query, const std::vector<const char*>& order, size_t block) {
  const std::string refused = engine.ask(query);
  if (!refused.empty()) {
    std::fprintf(stderr, "%s\n", refused.c_str());
    return 2;
  }
  for (int64_t file = engine.wants_columns(); file >= 0; file = engine.wants_columns()) {
    const auto index = static_cast<size_t>(file);
    if (!engine.open_columns(index)) return 2;
    std::FILE* source = std::fopen(order[engine.opened(index)], "rb");
    if (source == nullptr) return 2;
    feed(engine, source, block);
    std::fclose(source);
    engine.close();
    const std::string failure = engine.columns_failure();
    if (!failure.empty()) {
      std::fprintf(stderr, "%s\n", failure.c_str());
      return 2;
    }
  }
  while (engine.work()) {
  }
  std::puts(engine.answer().c_str());
  return 0;
}

int answer_all(npscope::Engine& engine, const char* query, const std::vector<const char*>& order, size_t block) {
  if (query[0] != '@') return answer(engine, query, order, block);
  std::FILE* file = std::fopen(query + 1, "rb");
  if (file == nullptr) return 2;
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  std::fclose(file);
  int worst = 0;
  for (size_t from = 0; from < text.size();) {
    const size_t end = text.find('\n', from);
    const std::string_view line = std::string_view(text).substr(from, end == std::string::npos ? end : end - from);
    if (!line.empty()) worst = std::max(worst, answer(engine, line, order, block));
    from = end == std::string::npos ? text.size() : end + 1;
  }
  return worst;
}

uint64_t count(const char* text) { return std::strtoull(text, nullptr, 10); }

bool set_all(npscope::Engine& engine, const Options& options) {
  for (const auto& [option, value] : options) {
    const std::string refused = engine.set(option, value);
    if (!refused.empty()) {
      std::fprintf(stderr, "%s\n", refused.c_str());
      return false;
    }
  }
  return true;
}

/// One engine, hence one report, for each file.
int report_each(const std::vector<const char*>& words, const Options& options, size_t block) {
  for (size_t i = 1; i < words.size(); ++i) {
    npscope::Engine engine;
    if (!set_all(engine, options)) return 64;
    read_file(engine, words[i], block);
    std::puts(engine.report().c_str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  npscope::Engine engine;
  Options options;
  size_t block = 4 << 20;
  std::vector<const char*> words;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const size_t equals = word.find('=');
    if (!word.starts_with("--")) {
      words.push_back(argv[i]);
    } else if (word.starts_with("--block=")) {
      block = count(argv[i] + 8);
    } else if (equals == std::string_view::npos) {
      std::fputs(kUsage, stderr);
      return 64;
    } else {
      options.emplace_back(word.substr(2, equals - 2), word.substr(equals + 1));
    }
  }
  const std::string_view command = words.empty() ? std::string_view() : words[0];
  if (command == "inspect" || command == "plan") options.emplace_back("mode", "inspect");
  const bool known = command == "report" || command == "inspect" || command == "plan" || command == "convert" ||
                     command == "each" || ((command == "rejects" || command == "query") && words.size() > 2);
  const bool score = command == "score" && words.size() == 4;
  const bool compare = command == "compare" && words.size() == 7;
  if ((!known && !score && !compare) || words.size() < 2 || !set_all(engine, options)) {
    std::fputs(kUsage, stderr);
    return 64;
  }
  if (score) {
    std::puts(engine.score(count(words[1]), count(words[2]), count(words[3])).c_str());
    return 0;
  }
  if (compare) {
    const auto groups = [&](size_t at) {
      return npscope::GroupCounts{count(words[at]), count(words[at + 1]), count(words[at + 2])};
    };
    std::puts(engine.compare(groups(1), groups(4)).c_str());
    return 0;
  }
  if (command == "each") return report_each(words, options, block);
  const bool rejects = command == "rejects";
  const bool query = command == "query";
  const std::vector<const char*> order = read_all(engine, {words.begin() + (rejects || query ? 2 : 1), words.end()}, block);
  if (query) return answer_all(engine, words[1], order, block);
  if (rejects) return write_rejects(engine, count(words[1]), order, block);
  // A conversion has written its records; the report goes where it does not mix with them.
  std::FILE* out = command == "convert" ? stderr : stdout;
  const std::string text = command == "inspect" ? engine.inspection() : command == "plan" ? engine.plan() : engine.report();
  std::fprintf(out, "%s\n", text.c_str());
  return 0;
}
