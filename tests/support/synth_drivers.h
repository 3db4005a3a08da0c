// SPDX-License-Identifier: MIT
// The rows of tests/data/synth_drivers.csv, for tests of statistics that start from rows: no cell of it is quoted or empty.
#pragma once

#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/test_files.h"

namespace npscope::testing_support {

struct SynthRow {
  /// The number in "A19".
  uint64_t account = 0;
  std::string region;
  double weight = 0;
  unsigned score = 0;
  /// 0 detractor, 1 passive, 2 promoter.
  unsigned group = 0;
  unsigned price = 0;
  /// Support, price, ease, delivery.
  std::array<unsigned, 4> ratings{};
};

inline std::vector<SynthRow> synth_drivers() {
  std::istringstream text(read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "synth_drivers.csv"));
  std::vector<SynthRow> rows;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, ',');) cells.push_back(cell);
    SynthRow row;
    row.account = std::stoul(cells.at(1).substr(1));
    row.region = cells.at(2);
    row.weight = std::stod(cells.at(3));
    row.score = static_cast<unsigned>(std::stoul(cells.at(4)));
    row.group = row.score <= 6 ? 0 : row.score <= 8 ? 1 : 2;
    for (size_t i = 0; i < row.ratings.size(); ++i) row.ratings[i] = static_cast<unsigned>(std::stoul(cells.at(5 + i)));
    row.price = row.ratings[1];
    rows.push_back(row);
  }
  return rows;
}

}  // namespace npscope::testing_support
