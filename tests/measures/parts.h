// SPDX-License-Identifier: MIT
// Parts for tests of queries and measures: made column by column, cut into pieces whose dictionaries differ, and asked a question as the
// engine asks it. All texts are invented.
//
//   const TestParts parts = PartBuilder().scores({9, 10, 3}).column("Region", {"EMEA", "", "APAC"}, Role::kSegment).build();
//   EXPECT_EQ(ask(parts, kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region"]})"), …);
//   for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), kNpsMeasure, query), ask(parts, kNpsMeasure, query));
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/text_hash.h"
#include "core/measures/frame.h"
#include "core/query/cells.h"
#include "core/query/part.h"
#include "core/query/query.h"
#include "core/survey/responses.h"

namespace npscope::testing_support {

/// Parts and everything that they point to.
class TestParts {
 public:
  [[nodiscard]] std::span<const Part> span() const { return parts_; }
  [[nodiscard]] const Part& operator[](size_t index) const { return parts_[index]; }
  [[nodiscard]] size_t size() const { return parts_.size(); }

  /// The part gets pointers to what comes with it.
  void add(Part part, Mapping mapping, FileColumns columns) {
    mappings_.push_back(std::make_unique<Mapping>(std::move(mapping)));
    columns_.push_back(std::make_unique<FileColumns>(std::move(columns)));
    part.mapping = mappings_.back().get();
    part.columns = columns_.back().get();
    parts_.push_back(std::move(part));
  }
  /// The files of `other` come after these.
  TestParts& join(TestParts other) {
    std::ranges::move(other.parts_, std::back_inserter(parts_));
    std::ranges::move(other.mappings_, std::back_inserter(mappings_));
    std::ranges::move(other.columns_, std::back_inserter(columns_));
    return *this;
  }

 private:
  std::vector<Part> parts_;
  std::vector<std::unique_ptr<Mapping>> mappings_;
  std::vector<std::unique_ptr<FileColumns>> columns_;
};

/// Days from 1970-01-01 of "2025-01-31"; kNoDay of "".
inline int32_t test_day(std::string_view text) {
  const std::optional<Date> date = parse_date(text, DateOrder::kDayFirst);
  return date ? static_cast<int32_t>(days_from_civil(*date)) : kNoDay;
}

/// One part, a list for each column: as many entries as there are answers.
class PartBuilder {
 public:
  using Texts = std::vector<std::string>;

  /// Answers 0 to 10; all of them count.
  PartBuilder& scores(const std::vector<int>& scores) { return answers(scores, false); }
  /// 0 detractor, 1 passive, 2 promoter: a file of which only the groups are known.
  PartBuilder& groups(const std::vector<int>& groups) { return answers(groups, true); }
  /// The response at this place is left out by the policy.
  PartBuilder& not_counted(size_t response) {
    part_.counted[response] = 0;
    return *this;
  }
  PartBuilder& times(const std::vector<uint32_t>& times) {
    part_.times = times;
    return *this;
  }
  /// "2025-01-31"; "": no date.
  PartBuilder& days(const Texts& days) {
    part_.days.clear();
    for (const std::string& day : days) part_.days.push_back(test_day(day));
    return *this;
  }
  /// Seconds from 1970-01-01; kNoTime: none.
  PartBuilder& moments(const std::vector<int64_t>& moments) {
    part_.moments = moments;
    return *this;
  }
  /// Keys by their text; "": none.
  PartBuilder& respondents(const Texts& keys) {
    part_.respondents = hashes(keys);
    return *this;
  }
  /// With units the policy of the question is `mean`; "": a unit of its own.
  PartBuilder& units(const Texts& keys) {
    part_.units = hashes(keys);
    return *this;
  }
  PartBuilder& accounts(const Texts& keys) {
    part_.accounts = hashes(keys);
    return *this;
  }
  /// A column of codes; "": no value. Columns stand in the order of these calls.
  PartBuilder& column(std::string_view name, const Texts& cells, Role role = Role::kSegment, char decimal = '.') {
    CodeColumn& column = columns_.codes[name_column(name, role)];
    column.decimal = decimal;
    for (const std::string& cell : cells) {
      if (cell.empty()) {
        column.codes.push_back(CodeColumn::kNone);
        continue;
      }
      const auto at = std::ranges::find(column.texts, cell);
      column.codes.push_back(static_cast<uint32_t>(at - column.texts.begin()));
      if (at == column.texts.end()) column.texts.push_back(cell);
    }
    return *this;
  }
  PartBuilder& comments(const Texts& texts, std::string_view name = "Comment") {
    TextColumn& column = columns_.texts[name_column(name, Role::kComment)];
    for (const std::string& text : texts) column.add(text);
    return *this;
  }
  PartBuilder& file(std::string_view name, size_t index) {
    part_.file = name;
    part_.index = index;
    return *this;
  }
  /// Ends the test's premise when a column has another length than the answers.
  [[nodiscard]] TestParts build() {
    for (const auto& [index, column] : columns_.codes) EXPECT_EQ(column.codes.size(), part_.size());
    for (const auto& [index, column] : columns_.texts) EXPECT_EQ(column.size(), part_.size());
    EXPECT_TRUE(part_.times.empty() || part_.times.size() == part_.size());
    EXPECT_TRUE(part_.days.empty() || part_.days.size() == part_.size());
    EXPECT_TRUE(part_.moments.empty() || part_.moments.size() == part_.size());
    EXPECT_TRUE(part_.respondents.empty() || part_.respondents.size() == part_.size());
    EXPECT_TRUE(part_.units.empty() || part_.units.size() == part_.size());
    EXPECT_TRUE(part_.accounts.empty() || part_.accounts.size() == part_.size());
    TestParts parts;
    parts.add(std::move(part_), std::move(mapping_), std::move(columns_));
    return parts;
  }

 private:
  PartBuilder& answers(const std::vector<int>& answers, bool groups_only) {
    part_.groups_only = groups_only;
    for (const int answer : answers) part_.answers.push_back(static_cast<uint8_t>(answer));
    part_.counted.assign(part_.answers.size(), 1);
    for (size_t i = 0; i < part_.answers.size(); ++i) part_.records.push_back(static_cast<uint32_t>(i + 2));
    return *this;
  }
  size_t name_column(std::string_view name, Role role) {
    Column& column = mapping_.columns.emplace_back();
    column.name = name;
    column.header = name;
    column.role = role;
    return mapping_.columns.size() - 1;
  }
  static std::vector<uint64_t> hashes(const Texts& keys) {
    std::vector<uint64_t> result;
    for (const std::string& key : keys) result.push_back(key.empty() ? 0 : text_hash(key));
    return result;
  }

  Part part_;
  Mapping mapping_;
  FileColumns columns_;
};

namespace internal {

template <class T>
std::vector<T> picked(const std::vector<T>& all, const std::vector<size_t>& which) {
  std::vector<T> some;
  if (all.empty()) return some;
  for (const size_t i : which) some.push_back(all[i]);
  return some;
}

/// The dictionary of piece `piece` has its texts in an order of its own, and one that no response has.
inline CodeColumn picked(const CodeColumn& all, const std::vector<size_t>& which, size_t piece) {
  CodeColumn some;
  some.decimal = all.decimal;
  if (piece % 2 == 1) some.texts.emplace_back("0 nobody");
  std::vector<uint32_t> renamed(all.texts.size(), CodeColumn::kNone);
  for (size_t k = 0; k < which.size(); ++k) {
    const uint32_t code = all.codes[which[piece % 2 == 0 ? which.size() - 1 - k : k]];
    if (code == CodeColumn::kNone || renamed[code] != CodeColumn::kNone) continue;
    renamed[code] = static_cast<uint32_t>(some.texts.size());
    some.texts.push_back(all.texts[code]);
  }
  for (const size_t i : which)
    some.codes.push_back(all.codes[i] == CodeColumn::kNone ? CodeColumn::kNone : renamed[all.codes[i]]);
  return some;
}

inline void add_piece(TestParts& out, const Part& part, const std::vector<size_t>& which, size_t piece) {
  Part some;
  some.groups_only = part.groups_only;
  some.answers = picked(part.answers, which);
  some.counted = picked(part.counted, which);
  some.times = picked(part.times, which);
  some.days = picked(part.days, which);
  some.moments = picked(part.moments, which);
  some.respondents = picked(part.respondents, which);
  some.accounts = picked(part.accounts, which);
  some.units = picked(part.units, which);
  some.records = picked(part.records, which);
  some.file = part.file;
  some.index = part.index;
  FileColumns columns;
  for (const auto& [index, column] : part.columns->codes) columns.codes[index] = picked(column, which, piece);
  for (const auto& [index, column] : part.columns->texts) {
    TextColumn& texts = columns.texts[index];
    for (const size_t i : which) texts.add(column.text(i));
  }
  out.add(std::move(some), *part.mapping, std::move(columns));
}

}  // namespace internal

/// The same responses, each part cut into `n`: response i goes to a piece that looks like chance, the order in a piece stays. Some pieces
/// may be empty. Pieces keep the name and the index of their file.
inline TestParts cut(const TestParts& parts, size_t n) {
  TestParts pieces;
  for (const Part& part : parts.span()) {
    std::vector<std::vector<size_t>> of(n);
    for (size_t i = 0; i < part.size(); ++i) of[text_hash(std::to_string(i)) % n].push_back(i);
    for (size_t piece = 0; piece < n; ++piece) internal::add_piece(pieces, part, of[piece], piece);
  }
  return pieces;
}

/// All that a frame points to, worked out as the engine does it. Does not move once made: use it through a unique_ptr or in place.
class TestFrame {
 public:
  TestFrame(const TestParts& parts, std::string_view query_json, CommentTerms* terms = nullptr) : parts_(parts), terms_(terms) {
    const std::optional<Failure> failure = work_out(query_json);
    if (failure) fault_ = std::string(code_name(failure->code)) + " " + failure->detail;
  }
  TestFrame(const TestFrame&) = delete;
  TestFrame& operator=(const TestFrame&) = delete;

  /// Why there is no frame: "query-invalid filter.0.column"; empty: there is one.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] const Query& query() const { return query_; }
  [[nodiscard]] const Cells& cells() const { return cells_; }
  [[nodiscard]] std::span<const Selection> selected() const { return selected_; }
  [[nodiscard]] std::span<const Selection> others() const { return others_; }
  [[nodiscard]] Frame frame() const {
    const bool by_unit = std::ranges::any_of(parts_.span(), [](const Part& part) { return !part.units.empty(); });
    return {query_, choice_, parts_.span(), selected_, others_, cells_, terms_, by_unit};
  }

 private:
  std::optional<Failure> work_out(std::string_view query_json) {
    Result<Query> query = parse_query(query_json);
    if (!query) return query.error();
    query_ = std::move(*query);
    Result<std::vector<Selection>> selected = select(parts_.span(), query_.filter, "filter");
    if (!selected) return selected.error();
    selected_ = std::move(*selected);
    if (query_.with) {
      Result<std::vector<Selection>> others = select(parts_.span(), *query_.with, "with.filter");
      if (!others) return others.error();
      others_ = std::move(*others);
    } else {
      take_the_rest();
    }
    const std::span<const Selection> none;
    Result<Cells> cells = cells_of(parts_.span(), selected_, query_.with ? std::span<const Selection>(others_) : none, query_);
    if (!cells) return cells.error();
    cells_ = std::move(*cells);
    if (const auto method = method_named(query_.method)) choice_.method = *method;
    for (const Level level : kLevels) {
      if (query_.level && *query_.level == level_value(level)) choice_.level = level;
    }
    return std::nullopt;
  }
  void take_the_rest() {
    for (size_t p = 0; p < parts_.size(); ++p) {
      Selection rest(parts_[p].size());
      for (size_t i = 0; i < rest.size(); ++i) rest[i] = parts_[p].counted[i] != 0 && selected_[p][i] == 0 ? 1 : 0;
      others_.push_back(std::move(rest));
    }
  }

  const TestParts& parts_;
  CommentTerms* terms_;
  Query query_;
  IntervalChoice choice_;
  std::vector<Selection> selected_;
  std::vector<Selection> others_;
  Cells cells_;
  std::string fault_;
};

/// The answer to the first measure of the query, which is to be that of `measure`: `{"measure":"nps",…}`; a fault's text when there is
/// none ("query-invalid filter.0.column", "option adjust").
inline std::string ask(const TestParts& parts, const Measure& measure, std::string_view query_json,
                       CommentTerms* terms = nullptr) {
  const TestFrame asked(parts, query_json, terms);
  if (!asked.fault().empty()) return asked.fault();
  if (asked.query().measures.empty() || asked.query().measures.front().name != measure.name) return "not this measure";
  const json::Node options = asked.query().measures.front().options;
  if (const std::string fault = measure.check(options, asked.query()); !fault.empty()) return "option " + fault;
  JsonWriter out;
  out.begin_object();
  out.member("measure", measure.name);
  write_answer(asked.frame(), measure, options, out);
  out.end_object();
  return out.take();
}

}  // namespace npscope::testing_support
