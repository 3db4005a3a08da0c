// SPDX-License-Identifier: MIT
// AskedComments: the columns of comments that a measure is about, part by part, and what measures of comments have in common: their
// options, the place of a comment, its masked text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/measures/frame.h"
#include "core/partial/response_counts.h"

namespace npscope {

/// Reads the options of a measure one by one, and keeps the first that is not understood.
class OptionReader {
 public:
  explicit OptionReader(json::Node options) : options_(options) {}

  /// The value, or `usual` when it is not there. Whole numbers in [least, most].
  [[nodiscard]] uint64_t count(std::string_view name, uint64_t usual, uint64_t least, uint64_t most);
  [[nodiscard]] double number(std::string_view name, double usual, double least, double most);
  [[nodiscard]] bool flag(std::string_view name, bool usual);
  [[nodiscard]] std::string_view text(std::string_view name);
  /// The place of the word in `words`; 0 when it is not there.
  [[nodiscard]] size_t word(std::string_view name, std::span<const std::string_view> words);
  /// `columns`, an array of columns; empty when it is not there.
  [[nodiscard]] std::vector<ColumnRef> columns();

  void fail(std::string_view name) { wrong_ = wrong_.empty() ? std::string(name) : wrong_; }
  /// The member that is not understood; `known` are all that there may be, besides "measure".
  [[nodiscard]] std::string fault(std::initializer_list<std::string_view> known);

 private:
  json::Node options_;
  std::string wrong_;
};

/// A comment: one cell of one response.
struct CommentPlace {
  uint32_t part = 0;
  uint32_t response = 0;
  /// Its place among the columns of the part in AskedComments.
  uint32_t column = 0;
};

class AskedComments {
 public:
  /// `refs` empty: all loaded columns of role comment. Columns that a part does not have are none of its.
  AskedComments(std::span<const Part> parts, std::span<const ColumnRef> refs);

  struct Column {
    /// In the file.
    size_t place = 0;
    const TextColumn* texts = nullptr;
  };
  [[nodiscard]] std::span<const Column> columns(size_t part) const { return columns_[part]; }

  [[nodiscard]] std::string_view text(const CommentPlace& at) const {
    return columns_[at.part][at.column].texts->text(at.response);
  }
  /// The comments of responses in `which` that are not empty, in the order of parts, columns, responses: `act(CommentPlace, text)`.
  template <class Act>
  void for_each(std::span<const Selection> which, Act&& act) const {
    for (uint32_t part = 0; part < columns_.size(); ++part) {
      for (uint32_t column = 0; column < columns_[part].size(); ++column) {
        const TextColumn& texts = *columns_[part][column].texts;
        for (uint32_t i = 0; i < texts.size(); ++i) {
          if (which[part][i] == 0) continue;
          const std::string_view text = texts.text(i);
          if (!text.empty()) act(CommentPlace{part, i, column}, text);
        }
      }
    }
  }

  /// Where a comment stands, ascending as files and their records are; it does not depend on how responses are cut into parts.
  struct Position {
    size_t file = 0;
    uint32_t record = 0;
    size_t column = 0;
    auto operator<=>(const Position&) const = default;
  };
  [[nodiscard]] Position position(const CommentPlace& at) const;
  /// Members `file` (index in the report), `record` (null: not known) and `column` (index) of an object that is begun.
  void write_place(JsonWriter& out, const CommentPlace& at) const;

 private:
  std::span<const Part> parts_;
  std::vector<std::vector<Column>> columns_;
};

/// What every measure of comments needs; `places`: also the records.
void need_comments(Needs& needs, bool terms, bool places);

/// Adds a response as often as it stands for.
void add_response(const Part& part, size_t response, ResponseCounts& counts);

}  // namespace npscope
