// SPDX-License-Identifier: MIT
// Tables of expected values in tests/data: lines of cells between tabs under one line of names.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/test_files.h"

namespace npscope::testing_support {

/// The rows of tests/data/`name` without the first.
inline std::vector<std::vector<std::string>> tsv_rows(const std::string& name) {
  std::istringstream text(read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / name));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(text, line);
  while (std::getline(text, line)) {
    std::vector<std::string>& cells = rows.emplace_back(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
  }
  return rows;
}

/// The double next to a decimal number; 0 for an empty cell.
inline double number(const std::string& cell) { return std::strtod(cell.c_str(), nullptr); }

}  // namespace npscope::testing_support
