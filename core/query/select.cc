// SPDX-License-Identifier: MIT
// A condition on a column is decided once for each text of its dictionary, or each answer; responses only look it up. Conditions that read
// comments come last, when the others have left as few as they can.
#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "core/base/nfc.h"
#include "core/base/number_parse.h"
#include "core/base/number_text.h"
#include "core/query/cells.h"
#include "core/query/text_search.h"
#include "core/survey/cleaning.h"
#include "core/survey/number_cell.h"

namespace npscope {
namespace {

using Kind = Condition::Kind;

bool is_date(const ColumnRef& column) { return column.name.empty() && column.role == Role::kDate; }

bool in_range(double number, const Condition& condition) {
  return (!condition.from || number >= *condition.from) && (!condition.to || number <= *condition.to);
}

/// One condition, ready for texts of any part.
class TextTest {
 public:
  explicit TextTest(const Condition& condition) : condition_(condition) {
    if (condition.kind == Kind::kValues) add_cleaned_values();
    if (condition.kind == Kind::kContains) add_searches();
  }

  [[nodiscard]] const std::vector<TextSearch>& searches() const { return searches_; }

  /// Without regard to `negated`. REQUIRES: the text is a value.
  [[nodiscard]] bool holds(std::string_view text, char decimal) const {
    switch (condition_.kind) {
      case Kind::kValues:
        return std::ranges::binary_search(values_, text, {}, [](const auto& value) { return std::string_view(value); });
      case Kind::kContains:
        return std::ranges::any_of(searches_, [&](const TextSearch& search) { return search.first_in(text).has_value(); });
      case Kind::kNumbers: {
        std::string scratch;
        const std::optional<std::string_view> plain = plain_number(text, decimal, scratch);
        const std::optional<double> number = plain ? parse_number(*plain) : std::nullopt;
        return number && in_range(*number, condition_);
      }
      default:
        return false;
    }
  }

 private:
  /// Values as they are, and as cleaning makes them: texts of files that are cleaned have no other form.
  void add_cleaned_values() {
    values_ = condition_.values;
    for (const std::string& value : condition_.values) {
      for (const TextUse use : {TextUse::kValue, TextUse::kComment}) {
        std::string scratch;
        CleaningSet changed;
        values_.emplace_back(clean_text(value, CleaningSet().set(), use, scratch, changed));
      }
    }
    std::ranges::sort(values_);
  }

  void add_searches() {
    const std::string& needle = condition_.values.front();
    searches_.emplace_back(needle);
    std::string scratch;
    if (const std::string_view composed = nfc(needle, scratch); composed != needle) searches_.emplace_back(composed);
  }

  const Condition& condition_;
  std::vector<std::string> values_;
  std::vector<TextSearch> searches_;
};

/// Keeps those of `mask` whose entry of `table` is 1; what is beyond the table has its last entry.
void keep_by_code(std::span<uint8_t> mask, std::span<const uint32_t> codes, std::span<const uint8_t> table) {
  const auto last = static_cast<uint32_t>(table.size() - 1);
  for (size_t i = 0; i < mask.size(); ++i) mask[i] &= table[std::min(codes[i], last)];
}

void keep_by_codes(Selection& mask, const CodeColumn& column, const Condition& condition, const TextTest& test) {
  std::vector<uint8_t> table(column.texts.size() + 1);
  for (size_t code = 0; code < column.texts.size(); ++code) {
    const bool holds = condition.kind != Kind::kMissing && test.holds(column.texts[code], column.decimal);
    table[code] = holds != condition.negated ? 1 : 0;
  }
  table.back() = (condition.kind == Kind::kMissing) != condition.negated ? 1 : 0;
  keep_by_code(mask, column.codes, table);
}

void keep_by_texts(Selection& mask, const TextColumn& column, const Condition& condition, const TextTest& test, char decimal) {
  if (condition.kind == Kind::kContains) {
    Selection hits(mask.size());
    for (const TextSearch& search : test.searches()) {
      const Selection found = search.in_texts(column, mask);
      for (size_t i = 0; i < hits.size(); ++i) hits[i] |= found[i];
    }
    const uint8_t flip = condition.negated ? 1 : 0;
    for (size_t i = 0; i < mask.size(); ++i) mask[i] &= hits[i] ^ flip;
    return;
  }
  for (size_t i = 0; i < mask.size(); ++i) {
    if (mask[i] == 0) continue;
    const std::string_view text = column.text(i);
    const bool holds = condition.kind == Kind::kMissing ? text.empty() : !text.empty() && test.holds(text, decimal);
    mask[i] = holds != condition.negated ? 1 : 0;
  }
}

int32_t as_day(int64_t day) {
  return static_cast<int32_t>(
      std::clamp<int64_t>(day, std::numeric_limits<int32_t>::min() + 1, std::numeric_limits<int32_t>::max()));
}

void keep_by_days(Selection& mask, const Part& part, const Condition& condition) {
  const uint8_t flip = condition.negated ? 1 : 0;
  const uint8_t without = condition.kind == Kind::kMissing ? 1 - flip : flip;
  if (part.days.empty()) {
    for (uint8_t& one : mask) one &= without;
    return;
  }
  if (condition.kind == Kind::kMissing) {
    for (size_t i = 0; i < mask.size(); ++i) mask[i] &= static_cast<uint8_t>((part.days[i] == kNoDay ? 1 : 0) ^ flip);
    return;
  }
  // kNoDay is below every first day.
  const int32_t from = as_day(condition.from_day.value_or(std::numeric_limits<int32_t>::min()));
  const int32_t to = as_day(condition.to_day.value_or(std::numeric_limits<int32_t>::max()));
  for (size_t i = 0; i < mask.size(); ++i) {
    const int32_t day = part.days[i];
    mask[i] &= static_cast<uint8_t>((day >= from ? 1 : 0) & (day <= to ? 1 : 0)) ^ flip;
  }
}

void keep_by_answers(Selection& mask, const Part& part, const Condition& condition) {
  std::array<uint8_t, 256> table{};
  const unsigned answers = part.groups_only ? 3 : 11;
  for (unsigned answer = 0; answer < table.size(); ++answer) {
    bool holds = false;
    if (answer < answers && condition.kind == Kind::kScores) holds = !part.groups_only && in_range(answer, condition);
    if (answer < answers && condition.kind == Kind::kGroups)
      holds = condition.groups[part.groups_only ? answer : answer <= 6 ? 0 : answer <= 8 ? 1 : 2];
    table[answer] = holds != condition.negated ? 1 : 0;
  }
  for (size_t i = 0; i < mask.size(); ++i) mask[i] &= table[part.answers[i]];
}

void keep_by_column(Selection& mask, const Part& part, const Condition& condition, const TextTest& test) {
  if (const CodeColumn* codes = codes_of(part, condition.column)) return keep_by_codes(mask, *codes, condition, test);
  if (const TextColumn* texts = texts_of(part, condition.column))
    return keep_by_texts(mask, *texts, condition, test, part.mapping->decimal);
  const uint8_t without = (condition.kind == Kind::kMissing) != condition.negated ? 1 : 0;
  for (uint8_t& one : mask) one &= without;
}

void keep(Selection& mask, const Part& part, const Condition& condition, const TextTest& test) {
  const bool by_answer = condition.kind == Kind::kGroups || condition.kind == Kind::kScores;
  if (by_answer) return keep_by_answers(mask, part, condition);
  if (condition.kind == Kind::kDays || is_date(condition.column)) return keep_by_days(mask, part, condition);
  keep_by_column(mask, part, condition, test);
}

bool is_known(std::span<const Part> parts, const Condition& condition) {
  if (condition.kind == Kind::kGroups || condition.kind == Kind::kScores) return true;
  const bool by_day = condition.kind == Kind::kDays || is_date(condition.column);
  return std::ranges::any_of(parts, [&](const Part& part) {
    if (by_day && (!part.days.empty() || part.mapping->date)) return true;
    return column_of(*part.mapping, condition.column).has_value();
  });
}

bool reads_comments(std::span<const Part> parts, const Condition& condition) {
  return std::ranges::any_of(parts, [&](const Part& part) { return texts_of(part, condition.column) != nullptr; });
}

}  // namespace

Result<std::vector<Selection>> select(std::span<const Part> parts, const Filter& filter, std::string_view path) {
  std::vector<const Condition*> ordered;
  for (const Condition& condition : filter) {
    if (!is_known(parts, condition)) {
      std::string place(path);
      append_unsigned(place += '.', ordered.size());
      return failure(Code::kUnknownColumn, place + (condition.column.name.empty() ? ".role" : ".column"));
    }
    ordered.push_back(&condition);
  }
  std::ranges::stable_partition(ordered, [&](const Condition* condition) { return !reads_comments(parts, *condition); });
  std::vector<Selection> selected;
  for (const Part& part : parts) {
    Selection& mask = selected.emplace_back(part.counted);
    // A row of a table of counts may stand for no one.
    for (size_t i = 0; i < part.times.size(); ++i) mask[i] &= part.times[i] != 0 ? 1 : 0;
  }
  for (const Condition* condition : ordered) {
    const TextTest test(*condition);
    for (size_t p = 0; p < parts.size(); ++p) keep(selected[p], parts[p], *condition, test);
  }
  return selected;
}

}  // namespace npscope
