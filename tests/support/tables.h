// SPDX-License-Identifier: MIT
// Small survey tables for mapping tests: a header as tools write it, and made-up values of a kind below each column.
// Persons, addresses and comments are invented; every address ends in a reserved name.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace npscope::testing_support {

using Records = std::vector<std::vector<std::string>>;

/// Splits at `separator`; empty parts count.
inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, from)) {
    parts.emplace_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.emplace_back(text.substr(from));
  return parts;
}

/// Scores 0 to 10 as answered by the made-up respondent `i`; more promoters than others.
inline int score_of(size_t i) {
  constexpr std::array<int, 16> kScores = {9, 10, 7, 0, 10, 8, 6, 9, 10, 3, 5, 10, 8, 9, 2, 10};
  return kScores[i % kScores.size()];
}

inline std::string padded(size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// One cell of a column of this kind in row `i`.
inline std::string value_of(std::string_view kind, size_t i) {
  const int score = score_of(i);
  std::string group = score <= 6 ? "Detractor" : score <= 8 ? "Passive" : "Promoter";
  if (kind == "score") return std::to_string(score);
  if (kind == "score.0") return std::to_string(score) + ".0";
  if (kind == "label")
    return score == 10 ? "Extremely likely - 10" : score == 0 ? "Not at all likely - 0" : std::to_string(score);
  if (kind == "1-11") return std::to_string(score + 1);
  if (kind == "group") return group;
  if (kind == "group123") return score <= 6 ? "1" : score <= 8 ? "2" : "3";
  if (kind == "group100") return score <= 6 ? "-100" : score <= 8 ? "0" : "100";
  if (kind == "yesno") return score >= 7 ? "Yes" : "No";
  if (kind == "1-5") return std::to_string(1 + (i * 7) % 5);
  if (kind == "1-7") return std::to_string(1 + (i * 5) % 7);
  if (kind == "age") return std::to_string(18 + (i * 13) % 60);
  if (kind == "0-10") return std::to_string((i * 3) % 11);
  if (kind == "seconds") return std::to_string(40 + (i * 37) % 900);
  if (kind == "percent") return std::to_string((i * 17) % 101);
  if (kind == "fraction") return "0." + std::to_string((i * 17) % 10);
  if (kind == "unix") return std::to_string(1700000000 + i * 86400);
  if (kind == "iso") return "2024-" + padded(1 + i % 12) + "-" + padded(1 + i % 28) + " 10:" + padded(i % 60) + ":00";
  if (kind == "isoz") return "2024-" + padded(1 + i % 12) + "-" + padded(1 + i % 28) + "T10:" + padded(i % 60) + ":00Z";
  if (kind == "dmy") return padded(1 + i % 28) + "." + padded(1 + i % 12) + ".2024 09:30";
  if (kind == "mdy") return std::to_string(1 + i % 12) + "/" + std::to_string(1 + i % 28) + "/24 9:30:00";
  if (kind == "email") return "person" + std::to_string(i) + "@example.test";
  if (kind == "name") return "Person " + std::string(1, static_cast<char>('A' + i % 26));
  if (kind == "id") return "R_" + std::to_string(100000 + i * 7919);
  if (kind == "number") return std::to_string(10000000 + i * 7919);
  if (kind == "row") return std::to_string(i + 1);
  if (kind == "ip") return "192.0.2." + std::to_string(i % 250);
  if (kind == "country") return std::array<std::string, 3>{"Germany", "France", "China"}[i % 3];
  if (kind == "comment") return "Answer " + std::to_string(i) + ": the parcel came on time and the box was intact, thank you";
  if (kind == "constant") return "2";
  return "";
}

/// `rows` rows below the header records; `kinds` has one word a column.
inline Records table_of(const std::vector<std::string>& headers, std::string_view kinds, size_t rows = 32,
                        char separator = '|') {
  Records records;
  for (const std::string& header : headers) records.push_back(split(header, separator));
  const std::vector<std::string> columns = split(kinds, ' ');
  for (size_t i = 0; i < rows; ++i) {
    std::vector<std::string>& record = records.emplace_back();
    for (const std::string& kind : columns) record.push_back(value_of(kind, i));
  }
  return records;
}

}  // namespace npscope::testing_support
