// SPDX-License-Identifier: MIT
// A table whose header names the roles of its columns, read by RoleColumns whole or in pieces, with all that came out as texts.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date_time.h"
#include "core/format/csv/reader.h"
#include "core/survey/role_columns.h"

namespace npscope::testing_support {

struct RoleTable {
  Mapping mapping;
  Rules rules;
  std::string text;

  /// The first line of `table` holds roles, "-" for a column without one.
  explicit RoleTable(std::string_view table) : text(table) {
    const std::string_view header = table.substr(0, table.find('\n'));
    for (size_t from = 0; from <= header.size();) {
      const size_t to = std::min(header.find(',', from), header.size());
      const std::string_view name = header.substr(from, to - from);
      Column& column = mapping.columns.emplace_back();
      column.name = name;
      column.role = role_named(name).value_or(Role::kNone);
      if (column.role == Role::kScore) mapping.score = mapping.columns.size() - 1;
      if (column.role == Role::kDate) mapping.date = mapping.columns.size() - 1;
      from = to + 1;
    }
  }

  [[nodiscard]] std::string name_of(size_t column) const { return mapping.columns[column].name; }
};

struct RoleReading {
  RecordValues values;
  /// "3 date date-invalid": record, role, code.
  std::vector<std::string> remarks;
  std::vector<ColumnTally> tallies;
  CleaningCounts cleaning;
};

template <class T>
void append_all(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

inline void append_values(RecordValues& to, const RecordValues& from) {
  append_all(to.when, from.when);
  append_all(to.when_other, from.when_other);
  append_all(to.response_ids, from.response_ids);
  append_all(to.respondents, from.respondents);
  append_all(to.accounts, from.accounts);
  append_all(to.waves, from.waves);
  append_all(to.filled, from.filled);
}

/// Reads the text as it arrives: up to the first cut, then up to the next, …, at last all of it. Cuts are ascending.
inline RoleReading read_roles(const RoleTable& table, const std::vector<size_t>& cuts = {}, bool wants_filled = true) {
  constexpr csv::Punctuation kMarks{.delimiter = ',', .quote = '"'};
  RoleReading reading;
  RoleColumns columns(table.mapping, table.rules, kMarks, wants_filled);
  csv::Reader reader(kMarks);
  RecordBatch batch;
  RecordValues values;
  std::vector<ResponseBatch::Remark> remarks;
  size_t begin = 0;
  const auto arrive = [&](size_t known, bool final) {
    while (const size_t taken = reader.next(std::string_view(table.text).substr(begin, known - begin), final, batch)) {
      begin += taken;
      const size_t first = batch.first_record == 1 && batch.size() > 0 ? 1 : 0;
      remarks.clear();
      columns.read(batch, first, values, remarks);
      append_values(reading.values, values);
      for (const ResponseBatch::Remark& remark : remarks) {
        reading.remarks.push_back(std::to_string(batch.first_record + first + remark.response) + " " +
                                  table.name_of(static_cast<size_t>(remark.column)) + " " +
                                  std::string(code_name(remark.code)));
      }
    }
  };
  for (const size_t cut : cuts) arrive(cut, false);
  arrive(table.text.size(), true);
  std::ranges::sort(reading.remarks);
  reading.tallies = columns.tallies();
  reading.cleaning = columns.cleaning();
  return reading;
}

inline std::string two_digits(int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "2024-05-31 10:15:30", "-" for none.
inline std::string shown_time(int64_t when) {
  if (when == kNoTime) return "-";
  const int64_t days = (when - (when < 0 ? kSecondsPerDay - 1 : 0)) / kSecondsPerDay;
  const int64_t rest = when - days * kSecondsPerDay;
  const Date date = civil_from_days(days);
  return std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day) + " " + two_digits(rest / 3600) +
         ":" + two_digits(rest / 60 % 60) + ":" + two_digits(rest % 60);
}

inline std::vector<std::string> shown_times(const std::vector<int64_t>& times) {
  std::vector<std::string> texts;
  texts.reserve(times.size());
  for (const int64_t when : times) texts.push_back(shown_time(when));
  return texts;
}

/// "filled/valid/distinct" of the column with this name.
inline std::string shown_tally(const RoleTable& table, const RoleReading& reading, std::string_view name) {
  for (const ColumnTally& tally : reading.tallies) {
    if (table.name_of(tally.column) != name) continue;
    return std::to_string(tally.filled) + "/" + std::to_string(tally.valid) + "/" +
           (tally.distinct ? std::to_string(*tally.distinct) : "many");
  }
  return "no such column";
}

/// "record:line:column" of each place.
inline std::string shown_places(const std::vector<IssuePlace>& places) {
  std::string text;
  for (const IssuePlace& place : places) {
    text += (text.empty() ? "" : " ") + std::to_string(place.record) + ":" + std::to_string(place.line) + ":" +
            std::to_string(place.column);
  }
  return text;
}

}  // namespace npscope::testing_support
