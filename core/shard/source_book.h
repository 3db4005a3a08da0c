// SPDX-License-Identifier: MIT
// SourceBook: what the files read so far were, for those that come later: corrected rows are read with the plan of the file they come
// from, and a recipe may hold several sources with the same column names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

struct Plan;

class SourceBook {
 public:
  struct Entry {
    /// The content hash.
    std::string hash;
    std::string fingerprint;
    /// Of the records that were counted; lives as long as the file.
    const Plan* plan = nullptr;
    /// Index of the file in the report.
    size_t file = 0;
  };

  void add(Entry entry) { entries_.push_back(std::move(entry)); }

  /// The first file with this content, or null.
  [[nodiscard]] const Entry* find(std::string_view hash) const {
    for (const Entry& entry : entries_) {
      if (!hash.empty() && entry.hash == hash) return &entry;
    }
    return nullptr;
  }

  [[nodiscard]] size_t count(std::string_view fingerprint) const {
    size_t count = 0;
    for (const Entry& entry : entries_) count += entry.fingerprint == fingerprint ? 1 : 0;
    return count;
  }

 private:
  std::vector<Entry> entries_;
};

}  // namespace npscope
