// SPDX-License-Identifier: MIT
// Answers of measure `drivers` to hand-made parts and to the rows of tests/data/synth_drivers.csv.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "core/measures/drivers.h"
#include "tests/measures/answers.h"
#include "tests/support/test_files.h"

namespace npscope::testing_support {

inline constexpr std::array<const char*, 4> kSynthDrivers = {"support", "price", "ease", "delivery"};

/// The file with its four columns of ratings, accounts and regions.
inline TestParts synth_ratings() {
  std::istringstream text(read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "synth_drivers.csv"));
  std::string line;
  std::getline(text, line);
  EXPECT_EQ(line, "id,account,region,weight,score,support,price,ease,delivery");
  std::array<PartBuilder::Texts, 9> columns;
  std::vector<int> scores;
  while (std::getline(text, line)) {
    std::istringstream cells(line);
    std::string cell;
    for (PartBuilder::Texts& column : columns) {
      std::getline(cells, cell, ',');
      column.push_back(cell);
    }
    scores.push_back(std::stoi(columns[4].back()));
  }
  PartBuilder builder;
  builder.scores(scores).accounts(columns[1]).column("region", columns[2]);
  for (size_t i = 0; i < kSynthDrivers.size(); ++i) builder.column(kSynthDrivers[i], columns[5 + i], Role::kDriver);
  return builder.build();
}

inline std::string drivers_query(const std::string& options = "", const std::string& rest = "") {
  return R"({"measures":[{"measure":"drivers")" + (options.empty() ? "" : "," + options) + "}]" +
         (rest.empty() ? "" : "," + rest) + "}";
}

inline std::string asked(const TestParts& parts, const std::string& options = "", const std::string& rest = "") {
  return ask(parts, kDriversMeasure, drivers_query(options, rest));
}

inline Answer answer(const TestParts& parts, const std::string& options = "", const std::string& rest = "") {
  return Answer(asked(parts, options, rest));
}

inline std::string at(const std::string& list, size_t index, const std::string& member) {
  return list + '.' + std::to_string(index) + '.' + member;
}

/// The codes of the caveats, one after the other.
inline std::string caveats(const Answer& found) {
  std::string codes;
  for (size_t i = 0; i < found.size("caveats"); ++i) codes += (i > 0 ? " " : "") + found.text(at("caveats", i, "code"));
  return codes;
}

/// `count` responses whose score goes with both ratings, "a" 0 to 10 and "b" 0 to 10.
struct Ratings {
  std::vector<int> scores;
  PartBuilder::Texts a;
  PartBuilder::Texts b;
};
inline Ratings ratings(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  Ratings made;
  for (size_t i = 0; i < count; ++i) {
    const unsigned a = random() % 11;
    const unsigned b = (a + random() % 11) / 2;
    made.scores.push_back(static_cast<int>((a + b + random() % 11) / 3));
    made.a.push_back(std::to_string(a));
    made.b.push_back(std::to_string(b));
  }
  return made;
}

}  // namespace npscope::testing_support
