// SPDX-License-Identifier: MIT
// A month is an index into a dense table; a value goes through the dictionary. Texts are made only when the counts are asked for.
#include "core/shard/grouped_counts.h"

#include <algorithm>
#include <utility>

#include "core/base/number_text.h"
#include "core/base/text.h"

namespace npscope {
namespace {

constexpr int32_t kFirstYear = 1900;
constexpr size_t kMonths = 300 * 12;

std::string month_text(size_t month) {
  std::string text;
  append_unsigned(text, kFirstYear + month / 12);
  text += month % 12 < 9 ? "-0" : "-";
  append_unsigned(text, month % 12 + 1);
  return text;
}

/// `2024-05-31...` without the general parser: the shape of nearly all exports. Returns 0 for anything else.
size_t iso_month(std::string_view raw, size_t& month) {
  if (raw.size() < 10 || raw[4] != '-' || raw[7] != '-') return 0;
  for (const size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(raw[i])) return 0;
  }
  const auto digit = [raw](size_t i) { return raw[i] - '0'; };
  const int32_t year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const int32_t number = digit(5) * 10 + digit(6);
  const int32_t day = digit(8) * 10 + digit(9);
  // Days 29 to 31 need the calendar.
  if (year < kFirstYear || year > 2199 || number < 1 || number > 12 || day < 1 || day > 28) return 0;
  month = static_cast<size_t>(year - kFirstYear) * 12 + static_cast<size_t>(number - 1);
  return 10;
}

bool ends_iso_date(std::string_view raw) { return raw.size() == 10 || raw[10] == 'T' || raw[10] == ' '; }

}  // namespace

bool GroupedCounts::is_sentinel(std::string_view raw) {
  const std::string_view text = trimmed(cell_text(raw, plan_.marks.quote, scratch_));
  return std::ranges::any_of(mapping_.date_sentinels, [text](const std::string& date) { return text.starts_with(date); });
}

ResponseCounts& GroupedCounts::by_month(std::string_view raw, Code& odd) {
  if (scores_.empty()) scores_.resize(kMonths);
  if (!mapping_.date_sentinels.empty() && is_sentinel(raw)) {
    odd = Code::kDateSentinel;
    return without_value_;
  }
  size_t month = 0;
  if (iso_month(raw, month) != 0 && ends_iso_date(raw)) return scores_[month];
  const std::string_view text = trimmed(cell_text(raw, plan_.marks.quote, scratch_));
  if (text.empty()) return without_value_;
  const std::optional<Date> date = parse_date(text, plan_.order);
  if (!date) {
    odd = Code::kDateInvalid;
    return without_value_;
  }
  return scores_[static_cast<size_t>(date->year - kFirstYear) * 12 + static_cast<size_t>(date->month - 1)];
}

/// The code of a cell's value, or Dictionary::kNoCode for a cell without one.
uint32_t GroupedCounts::value_code(std::string_view raw, Code& odd) {
  const std::string_view text = trimmed(cell_text(raw, plan_.marks.quote, scratch_));
  if (text.empty()) return Dictionary::kNoCode;
  const uint32_t code = values_.code(text);
  if (code == Dictionary::kNoCode) odd = Code::kTooManyValues;
  if (code == scores_.size()) scores_.emplace_back();
  return code;
}

ResponseCounts& GroupedCounts::by_value(std::string_view raw, Code& odd) {
  // Few cells differ, so each is unquoted and trimmed once.
  const uint32_t known = raw_.code(raw);
  uint32_t code = Dictionary::kNoCode;
  if (known == Dictionary::kNoCode) {
    code = value_code(raw, odd);
  } else {
    if (known == value_of_raw_.size()) value_of_raw_.push_back(value_code(raw, odd));
    code = value_of_raw_[known];
  }
  return code == Dictionary::kNoCode ? without_value_ : scores_[code];
}

void GroupedCounts::add(const RecordBatch& batch, size_t first, const ResponseBatch& responses, std::vector<Odd>& odd) {
  for (size_t i = 0; i < responses.scores.size(); ++i) {
    if (responses.reasons[i] != Code::kNone) continue;
    const size_t record = first + i;
    const bool present = plan_.column < batch.cell_count(record);
    const std::string_view raw = present ? batch.raw_cell(record, plan_.column) : std::string_view();
    Code code = Code::kNone;
    ResponseCounts& counts = plan_.by_month ? by_month(raw, code) : by_value(raw, code);
    if (mapping_.score_kind == ScoreKind::kGroups) {
      counts.add_group(responses.scores[i]);
    } else {
      counts.add(responses.scores[i]);
    }
    if (code != Code::kNone) odd.push_back({static_cast<uint32_t>(i), code});
  }
}

KeyedCounts GroupedCounts::counts() const {
  std::vector<KeyedCounts::Entry> entries;
  for (size_t i = 0; i < scores_.size(); ++i) {
    if (scores_[i] == ResponseCounts{}) continue;
    entries.push_back({true, plan_.by_month ? month_text(i) : std::string(values_.text(static_cast<uint32_t>(i))), scores_[i]});
  }
  if (without_value_ != ResponseCounts{}) entries.push_back({false, {}, without_value_});
  return keyed_counts(std::move(entries));
}

}  // namespace npscope
