// SPDX-License-Identifier: MIT
// Answers of measures, read by paths such as "cells.0.interval.low" and compared with tests/data/vectors.json; and responses made of counts.
#pragma once

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/format/json/document.h"
#include "tests/measures/parts.h"
#include "tests/support/test_files.h"

namespace npscope::testing_support {

/// One JSON text. A path that is not there reads as NaN, "?" or nothing, and fails whatever is expected of it.
class Answer {
 public:
  explicit Answer(std::string text) : text_(std::move(text)), document_(json::parse_document(text_)) {
    EXPECT_TRUE(document_) << text_;
  }

  [[nodiscard]] json::Node at(std::string_view path) const {
    json::Node node = document_ ? document_->root() : json::Node();
    while (!path.empty()) {
      const size_t dot = std::min(path.find('.'), path.size());
      const std::string_view name = path.substr(0, dot);
      path.remove_prefix(std::min(dot + 1, path.size()));
      size_t index = 0;
      if (node.is_array() && std::from_chars(name.data(), name.data() + name.size(), index).ec == std::errc()) {
        node = node.item(index);
      } else {
        node = node.find(name);
      }
    }
    return node;
  }
  [[nodiscard]] double number(std::string_view path) const { return at(path).number().value_or(NAN); }
  [[nodiscard]] std::string text(std::string_view path) const { return std::string(at(path).text().value_or("?")); }
  [[nodiscard]] std::optional<bool> flag(std::string_view path) const { return at(path).boolean(); }
  [[nodiscard]] bool has(std::string_view path) const { return at(path).exists(); }
  [[nodiscard]] bool is_null(std::string_view path) const { return at(path).is_null(); }
  [[nodiscard]] size_t size(std::string_view path) const { return at(path).size(); }
  [[nodiscard]] const std::string& json() const { return text_; }

 private:
  std::string text_;
  std::optional<json::Document> document_;
};

/// tests/data/vectors.json, read once.
inline const Answer& vectors() {
  static const Answer kAll(read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "vectors.json"));
  return kAll;
}

/// The numbers under `key` of the vector `id` ("" or "0" or "det.0" each) times `unit` at these paths of the answer, to 1e-7 of a unit.
inline void expect_vector(const Answer& answer, std::string_view id, std::string_view key,
                          const std::vector<std::pair<std::string, std::string>>& places, double unit) {
  for (const json::Node vector : vectors().at("vectors").items()) {
    if (vector.find("id").text() != id) continue;
    for (const auto& [within, path] : places) {
      json::Node expected = vector.find("expected").find(key);
      for (std::string_view rest = within; !rest.empty();) {
        const size_t dot = std::min(rest.find('.'), rest.size());
        const std::string name(rest.substr(0, dot));
        expected = expected.is_array() ? expected.item(std::stoul(name)) : expected.find(name);
        rest.remove_prefix(std::min(dot + 1, rest.size()));
      }
      ASSERT_TRUE(expected.number()) << id << " " << key << " " << within;
      EXPECT_NEAR(answer.number(path), *expected.number() * unit, 1e-7 * unit) << id << " " << key << "\n" << answer.json();
    }
    return;
  }
  FAIL() << "no vector " << id;
}

/// One value of a column and the responses that have it; "": no value.
struct CountedValue {
  std::string value;
  GroupCounts counts;
};

/// A part with a column of these values: scores 3, 7 and 10, one response after the other.
inline TestParts counted(const std::vector<CountedValue>& values, std::string_view column = "Region",
                         Role role = Role::kSegment) {
  std::vector<int> scores;
  std::vector<std::string> cells;
  for (const CountedValue& value : values) {
    const auto add = [&](uint64_t count, int score) {
      scores.insert(scores.end(), count, score);
      cells.insert(cells.end(), count, value.value);
    };
    add(value.counts.detractors, 3);
    add(value.counts.passives, 7);
    add(value.counts.promoters, 10);
  }
  return PartBuilder().scores(scores).column(column, cells, role).build();
}

/// Responses of all scores with columns Region (five values or none) and Plan (three), and dates in 2025.
inline TestParts mixed_responses(size_t count) {
  constexpr std::array<std::string_view, 6> kRegions = {"EMEA", "APAC", "LATAM", "NA", "", "DACH"};
  constexpr std::array<std::string_view, 3> kPlans = {"Free", "Team", "Company"};
  std::vector<int> scores;
  std::vector<std::string> regions;
  std::vector<std::string> plans;
  std::vector<std::string> days;
  uint32_t state = 1;
  const auto next = [&](uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
  };
  for (size_t i = 0; i < count; ++i) {
    scores.push_back(static_cast<int>(next(3) == 0 ? next(11) : 7 + next(4)));
    // The last region is rare.
    const uint32_t region = next(40);
    regions.emplace_back(kRegions[region == 39 ? 5 : region % 5]);
    plans.emplace_back(kPlans[next(3)]);
    const uint32_t month = 1 + next(6);
    days.push_back("2025-0" + std::to_string(month) + "-1" + std::to_string(next(10)));
  }
  return PartBuilder().scores(scores).column("Region", regions).column("Plan", plans).days(days).build();
}

}  // namespace npscope::testing_support
