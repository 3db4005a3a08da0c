// SPDX-License-Identifier: MIT
// Hidden cells of tables, attacked: whatever numbers fit what is shown, no hidden cell may be the same in all of them.
#include "core/measures/suppression.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace npscope {
namespace {

using Counts = std::vector<uint64_t>;

std::string hidden_text(const Counts& counts, size_t rows, size_t columns, uint64_t minimum) {
  std::string text;
  for (const bool hidden : hidden_cells(counts, rows, columns, minimum)) text += hidden ? 'x' : '.';
  return text;
}

TEST(HiddenCells, OfOneGroupingAreTheSmallOnesAndTheNextSmallestWithOneAlone) {
  EXPECT_EQ(hidden_text({40, 30, 20}, 3, 1, 10), "...");
  EXPECT_EQ(hidden_text({40, 3, 20}, 3, 1, 10), ".xx");
  EXPECT_EQ(hidden_text({40, 3, 20}, 1, 3, 10), ".xx");
  // 3 + 4 is a group of 7 whose figures are the total less what is shown.
  EXPECT_EQ(hidden_text({40, 3, 20, 4}, 4, 1, 10), ".xxx");
  EXPECT_EQ(hidden_text({40, 6, 20, 4}, 4, 1, 10), ".x.x");
  // Ten cells with ten responses hold one each.
  EXPECT_EQ(hidden_text({1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30, 20}, 12, 1, 10), "xxxxxxxxxx.x");
}

TEST(HiddenCells, OfEqualOnesAreTheFirst) { EXPECT_EQ(hidden_text({20, 3, 20}, 3, 1, 10), "xx."); }

TEST(HiddenCells, AreNeverEmptyOnes) {
  EXPECT_EQ(hidden_text({0, 3, 20, 0}, 4, 1, 10), ".xx.");
  EXPECT_EQ(hidden_text({0, 0}, 2, 1, 10), "..");
  EXPECT_EQ(hidden_text({}, 0, 1, 10), "");
}

TEST(HiddenCells, AreAllWhereThereIsNotEnoughAltogether) {
  EXPECT_EQ(hidden_text({9}, 1, 1, 10), "x");
  EXPECT_EQ(hidden_text({10}, 1, 1, 10), ".");
  EXPECT_EQ(hidden_text({2, 3, 4}, 3, 1, 10), "xxx");
  EXPECT_EQ(hidden_text({2, 3, 0, 4}, 2, 2, 10), "xx.x");
}

TEST(HiddenCells, OfTwoGroupingsMakeRectangles) {
  EXPECT_EQ(hidden_text({3, 20, 50,   //
                         30, 25, 60,  //
                         40, 45, 70},
                        3, 3, 10),
            "xx."
            "xx."
            "...");
}

TEST(HiddenCells, OfTwoGroupingsBreakBridges) {
  // Two rectangles and a single small cell between them: rows 0 and 1 less columns 0 and 1 would give it away.
  const Counts counts = {4,  6,  3,  99,  //
                         6,  4,  99, 99,  //
                         99, 99, 4,  6,   //
                         99, 99, 6,  4};
  // The first of the cells that join rows 0 and 1 with columns 2 and 3 closes a ring.
  EXPECT_EQ(hidden_text(counts, 4, 4, 10),
            "xxxx"
            "xx.."
            "..xx"
            "..xx");
}

TEST(HiddenCells, DoNotHangOnCellsThatAreTheirColumn) {
  // The 12 are known from the totals of columns, so hiding them would not help.
  EXPECT_EQ(hidden_text({3, 12, 20,  //
                         15, 0, 40,  //
                         16, 0, 41},
                        3, 3, 10),
            "x.x"
            "x.x"
            "...");
}

/// What a reader knows and tries out: a value for every cell that is not shown.
class Attack {
 public:
  Attack(const Counts& counts, size_t rows, size_t columns, uint64_t minimum, TotalMinimums totals)
      : counts_(counts), rows_(rows), columns_(columns), hidden_(hidden_cells(counts, rows, columns, minimum, totals)) {
    Counts row_totals(rows);
    Counts column_totals(columns);
    for (size_t cell = 0; cell < counts.size(); ++cell) {
      row_totals[cell / columns] += counts[cell];
      column_totals[cell % columns] += counts[cell];
    }
    hidden_rows_ = hidden_cells(row_totals, rows, 1, totals.rows);
    hidden_columns_ = hidden_cells(column_totals, 1, columns, totals.columns);
    row_totals_ = row_totals;
    column_totals_ = column_totals;
    grand_ = std::accumulate(counts.begin(), counts.end(), uint64_t{0});
  }

  /// A hidden cell (or total) that has the same value in everything that fits.
  std::optional<std::string> determined() {
    for (size_t cell = 0; cell < counts_.size(); ++cell) {
      if (hidden_[cell] && !can_differ(cell, std::nullopt, std::nullopt)) return "cell " + std::to_string(cell);
    }
    for (size_t row = 0; row < rows_; ++row) {
      if (hidden_rows_[row] && !can_differ(std::nullopt, row, std::nullopt)) return "row " + std::to_string(row);
    }
    for (size_t column = 0; column < columns_; ++column) {
      if (hidden_columns_[column] && !can_differ(std::nullopt, std::nullopt, column)) return "column " + std::to_string(column);
    }
    return std::nullopt;
  }

  /// A row or column with a known total whose hidden cells are a small group.
  [[nodiscard]] bool shows_small_group(uint64_t minimum) const {
    const auto small = [&](uint64_t responses) { return responses > 0 && responses < minimum; };
    for (size_t row = 0; row < rows_; ++row) {
      uint64_t sum = 0;
      for (size_t column = 0; column < columns_; ++column)
        sum += hidden_[row * columns_ + column] ? counts_[row * columns_ + column] : 0;
      if (!hidden_rows_[row] && small(sum)) return true;
    }
    for (size_t column = 0; column < columns_; ++column) {
      uint64_t sum = 0;
      for (size_t row = 0; row < rows_; ++row) sum += hidden_[row * columns_ + column] ? counts_[row * columns_ + column] : 0;
      if (!hidden_columns_[column] && small(sum)) return true;
    }
    return false;
  }

 private:
  /// Whether some table fits in which that cell or total is not what it is.
  bool can_differ(std::optional<size_t> cell, std::optional<size_t> row, std::optional<size_t> column) {
    cell_ = cell;
    row_ = row;
    column_ = column;
    rest_of_columns_ = column_totals_;
    for (size_t c = 0; c < columns_; ++c) {
      if (hidden_columns_[c]) rest_of_columns_[c] = grand_;
    }
    rest_ = grand_;
    value_ = counts_;
    steps_ = 0;
    return fill(0, row_room(0));
  }

  [[nodiscard]] uint64_t row_room(size_t row) const { return hidden_rows_[row] ? rest_ : row_totals_[row]; }

  [[nodiscard]] bool differs() const {
    if (cell_) return value_[*cell_] != counts_[*cell_];
    uint64_t sum = 0;
    if (row_) {
      for (size_t c = 0; c < columns_; ++c) sum += value_[*row_ * columns_ + c];
      return sum != row_totals_[*row_];
    }
    for (size_t r = 0; r < rows_; ++r) sum += value_[r * columns_ + *column_];
    return sum != column_totals_[*column_];
  }

  /// Cells from `cell` on; `room` is what the row has left.
  bool fill(size_t cell, uint64_t room) {
    if (++steps_ > 3'000'000) return true;
    if (cell == counts_.size()) {
      for (size_t c = 0; c < columns_; ++c) {
        if (!hidden_columns_[c] && rest_of_columns_[c] != 0) return false;
      }
      return rest_ == 0 && differs();
    }
    const size_t column = cell % columns_;
    const bool known = !hidden_[cell] && counts_[cell] > 0;
    const uint64_t most = std::min({room, rest_of_columns_[column], rest_});
    if (known && counts_[cell] > most) return false;
    const uint64_t least = known ? counts_[cell] : 0;
    const uint64_t end = known ? counts_[cell] : most;
    for (uint64_t value = least; value <= end; ++value) {
      value_[cell] = value;
      rest_of_columns_[column] -= value;
      rest_ -= value;
      bool found = false;
      if (column + 1 < columns_) {
        found = fill(cell + 1, room - value);
      } else if (hidden_rows_[cell / columns_] || room == value) {
        found = fill(cell + 1, cell + 1 < counts_.size() ? row_room(cell / columns_ + 1) : 0);
      }
      rest_of_columns_[column] += value;
      rest_ += value;
      if (found) return true;
    }
    return false;
  }

  const Counts& counts_;
  size_t rows_;
  size_t columns_;
  std::vector<bool> hidden_;
  std::vector<bool> hidden_rows_;
  std::vector<bool> hidden_columns_;
  Counts row_totals_;
  Counts column_totals_;
  uint64_t grand_ = 0;
  std::optional<size_t> cell_;
  std::optional<size_t> row_;
  std::optional<size_t> column_;
  Counts value_;
  Counts rest_of_columns_;
  uint64_t rest_ = 0;
  uint64_t steps_ = 0;
};

std::string text_of(const Counts& counts, size_t columns) {
  std::string text;
  for (size_t i = 0; i < counts.size(); ++i) text += std::to_string(counts[i]) + (i % columns + 1 == columns ? "\n" : " ");
  return text;
}

/// All responses are in one row or one column: the known totals are the cells.
bool one_line(const Counts& counts, size_t columns) {
  std::set<size_t> rows_used;
  std::set<size_t> columns_used;
  for (size_t cell = 0; cell < counts.size(); ++cell) {
    if (counts[cell] == 0) continue;
    rows_used.insert(cell / columns);
    columns_used.insert(cell % columns);
  }
  return rows_used.size() == 1 || columns_used.size() == 1;
}

constexpr uint64_t kMinimum = 3;

/// Tables with many small and empty cells, attacked one after the other.
void attack_tables(TotalMinimums totals, unsigned seed) {
  std::mt19937 random(seed);
  constexpr std::array<std::array<size_t, 2>, 6> kShapes = {{{2, 2}, {2, 3}, {3, 2}, {3, 3}, {2, 4}, {4, 3}}};
  size_t attacked = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto [rows, columns] = kShapes[i % kShapes.size()];
    Counts counts(rows * columns);
    const unsigned empty = random() % 4;
    for (uint64_t& count : counts) count = random() % 4 < empty ? 0 : random() % 8;
    const auto all = std::accumulate(counts.begin(), counts.end(), uint64_t{0});
    if (all < kMinimum || (one_line(counts, columns) && (totals.rows < kMinimum || totals.columns < kMinimum))) continue;
    Attack attack(counts, rows, columns, kMinimum, totals);
    const std::string table = text_of(counts, columns);
    const std::optional<std::string> determined = attack.determined();
    EXPECT_FALSE(determined) << *determined << "\n" << table;
    if (totals.rows == kMinimum && totals.columns == kMinimum) EXPECT_FALSE(attack.shows_small_group(kMinimum)) << table;
    ++attacked;
  }
  EXPECT_GT(attacked, 1500U);
}

TEST(HiddenCells, FollowFromNothingThatIsShown) { attack_tables({kMinimum, kMinimum}, 1); }

TEST(HiddenCells, FollowFromNothingWhereMoreTotalsAreKnown) {
  attack_tables({.rows = kMinimum, .columns = 0}, 2);
  attack_tables({.rows = 0, .columns = kMinimum}, 3);
  attack_tables({.rows = kMinimum, .columns = kMinimum - 1}, 4);
}

/// Counts of promoters in a table of two groupings with names of no importance.
Cells cells_with(size_t rows, size_t columns, bool row_employees) {
  Cells cells;
  cells.axes.resize(2);
  cells.axes[0].values.resize(rows);
  cells.axes[0].employees = row_employees;
  cells.axes[1].values.resize(columns);
  cells.count = rows * columns;
  return cells;
}

std::vector<ResponseCounts> promoters(const Counts& counts) {
  std::vector<ResponseCounts> result(counts.size());
  for (size_t i = 0; i < counts.size(); ++i) result[i].add(10, counts[i]);
  return result;
}

std::string hidden_json(const Shown& shown) {
  JsonWriter out;
  out.begin_object();
  write_hidden(out, shown);
  out.end_object();
  return out.take();
}

TEST(ShownCells, AreAllWithoutARule) {
  const Shown shown = shown_cells(Query{}, cells_with(2, 2, false), promoters({1, 2, 3, 4}));
  EXPECT_TRUE(shown.shows(0));
  EXPECT_EQ(hidden_json(shown), "{}");
}

TEST(ShownCells, OfTwoGroupingsDoNotSayHowManyAreHidden) {
  Query query;
  query.share_minimum = 10;
  const Shown shown = shown_cells(query, cells_with(3, 3, false), promoters({3, 20, 50, 30, 25, 60, 40, 45, 70}));
  EXPECT_FALSE(shown.shows(0));
  EXPECT_TRUE(shown.shows(8));
  EXPECT_EQ(hidden_json(shown), R"({"hidden":{"minimum":10,"groups":null,"responses":78}})");
}

TEST(ShownCells, AreNeverThoseOfFewerThanFive) {
  Query query;
  query.share_minimum = 1;
  const Shown shown = shown_cells(query, cells_with(2, 2, false), promoters({4, 5, 6, 7}));
  EXPECT_EQ(shown.minimum, 5U);
  EXPECT_FALSE(shown.shows(0));
}

TEST(ShownCells, OfEmployeesHaveTenResponses) {
  const std::vector<ResponseCounts> counts = promoters({9, 40, 30, 20});
  EXPECT_FALSE(shown_cells(Query{}, cells_with(2, 2, true), counts).shows(0));
  EXPECT_TRUE(shown_cells(Query{}, cells_with(2, 2, false), counts).shows(0));
  Query query;
  query.share_minimum = 5;
  EXPECT_FALSE(shown_cells(query, cells_with(2, 2, true), counts).shows(0));
  EXPECT_TRUE(shown_cells(query, cells_with(2, 2, false), counts).shows(0));
}

TEST(ShownCells, OfTwoTablesAreThoseOfBoth) {
  Query query;
  query.share_minimum = 10;
  const Cells cells = cells_with(4, 1, false);
  const std::vector<ResponseCounts> first = promoters({3, 20, 50, 30});
  const std::vector<ResponseCounts> second = promoters({30, 20, 5, 8});
  Shown both = shown_cells(query, cells, first);
  both.hide_too(shown_cells(query, cells, second));
  EXPECT_EQ(both.hidden, (std::vector<bool>{true, true, true, true}));
  EXPECT_EQ(hidden_json(both), R"({"hidden":{"minimum":10,"groups":null,"responses":null}})");
  Shown same = shown_cells(query, cells, first);
  same.hide_too(shown_cells(query, cells, first));
  EXPECT_EQ(hidden_json(same), R"({"hidden":{"minimum":10,"groups":null,"responses":23}})");
  Shown second_only = shown_cells(query, cells, promoters({30, 20, 50, 30}));
  EXPECT_TRUE(second_only.shows(2));
  second_only.hide_too(shown_cells(query, cells, second));
  EXPECT_EQ(second_only.hidden, (std::vector<bool>{false, false, true, true}));
}

}  // namespace
}  // namespace npscope
