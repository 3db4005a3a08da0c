// SPDX-License-Identifier: MIT
// The files that tests read: those of tests/data, and the corpora beside the project when they are there.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace npscope::testing_support {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// All files below `folder` of at most `most` bytes whose name ends in one of `endings`, in order.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, uintmax_t most,
                                                      const std::vector<std::string>& endings) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool fits = std::ranges::any_of(endings, [&](const std::string& ending) { return name.ends_with(ending); });
    if (entry.is_regular_file() && fits && entry.file_size() <= most) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// The folder of the corpora: NPSCOPE_CORPORA, or ../shared/corpora beside the project; nothing when it is not there.
inline std::optional<std::filesystem::path> corpora() {
  const char* set = std::getenv("NPSCOPE_CORPORA");
  std::filesystem::path folder =
      set != nullptr ? std::filesystem::path(set) : std::filesystem::path(NPSCOPE_TEST_FILES) / "../../../shared/corpora";
  if (!std::filesystem::is_directory(folder / "csv")) return std::nullopt;
  return folder;
}

}  // namespace npscope::testing_support
