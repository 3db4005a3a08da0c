// SPDX-License-Identifier: MIT
// Empty rows and columns do not count.
#include "core/stats/association.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/base/elementary.h"
#include "core/stats/distributions.h"

namespace npscope {
namespace {

using Row = std::array<double, 3>;

struct Table {
  std::vector<Row> rows;
  std::vector<double> row_sums;
  Row column_sums{};
  double n = 0;
  size_t classes = 0;
  size_t occupied = 0;
};

Table table_of(std::span<const GroupCounts> categories) {
  Table table;
  for (const GroupCounts& category : categories) {
    if (category.responses() == 0) continue;
    const Row row = {static_cast<double>(category.detractors), static_cast<double>(category.passives),
                     static_cast<double>(category.promoters)};
    table.rows.push_back(row);
    table.row_sums.push_back(static_cast<double>(category.responses()));
    table.n += table.row_sums.back();
    for (size_t j = 0; j < row.size(); ++j) {
      table.column_sums[j] += row[j];
      if (row[j] > 0) ++table.occupied;
    }
  }
  table.classes = static_cast<size_t>(std::ranges::count_if(table.column_sums, [](double sum) { return sum > 0; }));
  return table;
}

void add_sums(const Table& table, Association& result) {
  for (size_t i = 0; i < table.rows.size(); ++i) {
    for (size_t j = 0; j < table.column_sums.size(); ++j) {
      if (table.column_sums[j] == 0) continue;
      const double expected = table.row_sums[i] * (table.column_sums[j] / table.n);
      const double observed = table.rows[i][j];
      result.chi_square += (observed - expected) * (observed - expected) / expected;
      result.sparse = result.sparse || expected < 5;
      if (observed > 0) result.mutual_information += observed / table.n * math::log(observed / expected);
    }
  }
}

/// Bergsma: the expected value under independence is taken off phi squared, and the sizes shrink accordingly.
double corrected_v(double phi_squared, double rows, double columns, double n) {
  const double left = std::max(phi_squared - (rows - 1) * (columns - 1) / (n - 1), 0.0);
  const double smaller = std::min(rows - (rows - 1) * (rows - 1) / (n - 1), columns - (columns - 1) * (columns - 1) / (n - 1));
  return left > 0 && smaller > 1 ? std::min(std::sqrt(left / (smaller - 1)), 1.0) : 0;
}

}  // namespace

Fitted<Association> association(std::span<const GroupCounts> categories) {
  const Table table = table_of(categories);
  if (table.n == 0) return no_fit(NoFitReason::kNoResponses);
  if (table.rows.size() < 2) return no_fit(NoFitReason::kOneCategory);
  if (table.classes < 2) return no_fit(NoFitReason::kOneClass);
  Association result;
  result.responses = static_cast<uint64_t>(table.n);
  result.categories = table.rows.size();
  result.classes = table.classes;
  result.degrees = (result.categories - 1) * (result.classes - 1);
  add_sums(table, result);
  result.p = chi_square_upper(result.chi_square, static_cast<double>(result.degrees));
  const auto rows = static_cast<double>(result.categories);
  const auto columns = static_cast<double>(result.classes);
  result.cramers_v = std::min(std::sqrt(result.chi_square / (table.n * (std::min(rows, columns) - 1))), 1.0);
  result.corrected_v = corrected_v(result.chi_square / table.n, rows, columns, table.n);
  result.mutual_information = std::max(result.mutual_information, 0.0);
  const double correction = (rows + columns - static_cast<double>(table.occupied) - 1) / (2 * table.n);
  result.corrected_information = std::max(result.mutual_information + correction, 0.0);
  return result;
}

}  // namespace npscope
