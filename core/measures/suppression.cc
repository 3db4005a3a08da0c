// SPDX-License-Identifier: MIT
// Small cells first, then lines one by one, then what several lines say together, until nothing changes.
#include "core/measures/suppression.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/check.h"
#include "core/measures/hidden_links.h"

namespace npscope {
namespace {

/// One grouping: at least two hidden cells, at least `minimum` responses in them, and not one response in each.
std::vector<bool> hidden_in_line(std::span<const uint64_t> counts, uint64_t minimum) {
  std::vector<bool> hidden(counts.size());
  uint64_t cells = 0;
  uint64_t responses = 0;
  const auto hide = [&](size_t i) {
    hidden[i] = true;
    ++cells;
    responses += counts[i];
  };
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0 && counts[i] < minimum) hide(i);
  }
  while (cells > 0 && (cells == 1 || responses < minimum || responses == cells)) {
    std::optional<size_t> next;
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0 && !hidden[i] && (!next || counts[i] < counts[*next])) next = i;
    }
    if (!next) break;
    hide(*next);
  }
  return hidden;
}

class Hiding {
 public:
  Hiding(std::span<const uint64_t> counts, size_t rows, size_t columns, uint64_t minimum, TotalMinimums total_minimums)
      : counts_(counts), sizes_{rows, columns}, minimum_(minimum), hidden_(counts.size()) {
    for (const size_t side : {kRows, kColumns}) lines_[side].resize(sizes_[side]);
    for (size_t cell = 0; cell < counts.size(); ++cell) {
      for (const size_t side : {kRows, kColumns}) {
        Line& line = lines_[side][line_of(side, cell)];
        line.total += counts[cell];
        line.filled += counts[cell] > 0 ? 1 : 0;
      }
    }
    for (const size_t side : {kRows, kColumns}) {
      std::vector<uint64_t> totals;
      for (const Line& line : lines_[side]) totals.push_back(line.total);
      hidden_totals_[side] = hidden_in_line(totals, side == kRows ? total_minimums.rows : total_minimums.columns);
    }
    for (size_t cell = 0; cell < counts.size(); ++cell) {
      if (counts[cell] > 0 && counts[cell] < minimum) hide(cell);
    }
  }

  std::vector<bool> take() {
    do {
      settle_lines();
    } while (!settle_links());
    return std::move(hidden_);
  }

 private:
  static constexpr size_t kRows = 0;
  static constexpr size_t kColumns = 1;

  struct Line {
    uint64_t total = 0;
    /// Cells that are not empty.
    uint64_t filled = 0;
    uint64_t hidden = 0;
    uint64_t hidden_responses = 0;
  };

  [[nodiscard]] size_t line_of(size_t side, size_t cell) const { return side == kRows ? cell / sizes_[1] : cell % sizes_[1]; }
  [[nodiscard]] size_t cell_at(size_t side, size_t line, size_t place) const {
    return side == kRows ? line * sizes_[1] + place : place * sizes_[1] + line;
  }

  void hide(size_t cell) {
    hidden_[cell] = true;
    for (const size_t side : {kRows, kColumns}) {
      Line& line = lines_[side][line_of(side, cell)];
      ++line.hidden;
      line.hidden_responses += counts_[cell];
    }
  }

  /// Its total, where that is known, gives away neither a cell nor a small group.
  [[nodiscard]] bool is_settled(size_t side, size_t index) const {
    const Line& line = lines_[side][index];
    if (hidden_totals_[side][index]) return line.hidden > 0;
    return line.hidden == 0 || (line.hidden > 1 && line.hidden_responses >= minimum_);
  }

  /// The next cell to hide in a line: one that does not stand alone in the line across, then the smallest, then the first.
  [[nodiscard]] std::optional<size_t> next_in(size_t side, size_t index) const {
    const size_t across = 1 - side;
    std::optional<size_t> next;
    bool next_alone = false;
    for (size_t place = 0; place < sizes_[across]; ++place) {
      const size_t cell = cell_at(side, index, place);
      if (counts_[cell] == 0 || hidden_[cell]) continue;
      const bool alone = lines_[across][place].filled == 1 && !hidden_totals_[across][place];
      if (next && (alone != next_alone ? alone : counts_[cell] >= counts_[*next])) continue;
      next = cell;
      next_alone = alone;
    }
    return next;
  }

  void settle_lines() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (const size_t side : {kRows, kColumns}) {
        for (size_t line = 0; line < sizes_[side]; ++line) {
          while (!is_settled(side, line)) {
            const std::optional<size_t> next = next_in(side, line);
            if (!next) break;
            hide(*next);
            changed = true;
          }
        }
      }
    }
  }

  /// True when no hidden cell follows from several lines together; else hides one more and says false.
  bool settle_links() {
    const LinkTable table = {.counts = counts_,
                             .rows = sizes_[0],
                             .columns = sizes_[1],
                             .hidden = hidden_,
                             .hidden_row_totals = hidden_totals_[kRows],
                             .hidden_column_totals = hidden_totals_[kColumns]};
    const LinkFix fix = weakest_link(table);
    if (fix.found == LinkFix::Found::kNone) return true;
    if (fix.found == LinkFix::Found::kCell) {
      hide(fix.cell);
      return false;
    }
    // Nothing can be hidden beside it: nothing is shown.
    for (size_t cell = 0; cell < counts_.size(); ++cell) {
      if (counts_[cell] > 0 && !hidden_[cell]) hide(cell);
    }
    return true;
  }

  std::span<const uint64_t> counts_;
  std::array<size_t, 2> sizes_;
  uint64_t minimum_;
  std::vector<bool> hidden_;
  std::array<std::vector<Line>, 2> lines_;
  std::array<std::vector<bool>, 2> hidden_totals_;
};

uint64_t least_of(const Query& query, bool employees) {
  const uint64_t shared = query.share_minimum ? std::max(*query.share_minimum, kLeastToShare) : 0;
  return employees ? std::max(shared, kLeastForEmployees) : shared;
}

}  // namespace

std::vector<bool> hidden_cells(std::span<const uint64_t> counts, size_t rows, size_t columns, uint64_t minimum,
                               TotalMinimums totals) {
  NPS_CHECK(counts.size() == rows * columns);
  if (rows <= 1 || columns <= 1) return hidden_in_line(counts, minimum);
  return Hiding(counts, rows, columns, minimum, totals).take();
}

void Shown::hide_too(const Shown& other) {
  if (other.hidden.empty()) return;
  minimum = std::max(minimum, other.minimum);
  too_few = too_few || other.too_few;
  uncounted = uncounted || other.uncounted;
  if (hidden.empty()) hidden.resize(other.hidden.size());
  for (size_t cell = 0; cell < hidden.size(); ++cell) {
    if (!other.hidden[cell] || hidden[cell]) continue;
    hidden[cell] = true;
    ++hidden_groups;
    // How many responses this table has there is not known here.
    too_few = true;
  }
}

Shown shown_cells(const Query& query, const Cells& cells, std::span<const ResponseCounts> counts) {
  NPS_CHECK(counts.size() == cells.count);
  Shown shown;
  std::array<uint64_t, Query::kMostGroupings> minimums{};
  for (size_t axis = 0; axis < cells.axes.size(); ++axis) {
    minimums[axis] = least_of(query, cells.axes[axis].employees);
    shown.minimum = std::max(shown.minimum, minimums[axis]);
  }
  if (cells.axes.empty()) shown.minimum = least_of(query, false);
  if (shown.minimum == 0) return shown;
  std::vector<uint64_t> responses;
  responses.reserve(counts.size());
  for (const ResponseCounts& one : counts) responses.push_back(group_counts(one).responses());
  const size_t columns = cells.axes.size() == 2 ? cells.axes[1].values.size() : 1;
  const size_t rows = columns == 0 ? 0 : responses.size() / columns;
  std::vector<bool> hidden = hidden_cells(responses, rows, columns, shown.minimum, {minimums[0], minimums[1]});
  for (size_t cell = 0; cell < hidden.size(); ++cell) {
    if (!hidden[cell]) continue;
    ++shown.hidden_groups;
    shown.hidden_responses += responses[cell];
  }
  if (shown.hidden_groups == 0) return shown;
  shown.hidden = std::move(hidden);
  shown.too_few = shown.hidden_responses < shown.minimum;
  shown.uncounted = cells.axes.size() == 2 || shown.hidden_responses == shown.hidden_groups;
  return shown;
}

Shown shown_cells(const Frame& frame, std::span<const ResponseCounts> counts) {
  return shown_cells(frame.query, frame.cells, counts);
}

void write_hidden(JsonWriter& out, const Shown& shown) {
  if (shown.hidden.empty()) return;
  out.key("hidden");
  out.begin_object();
  out.member("minimum", shown.minimum);
  out.key("groups");
  if (shown.uncounted) {
    out.null();
  } else {
    out.value(static_cast<uint64_t>(shown.hidden_groups));
  }
  out.key("responses");
  if (shown.too_few) {
    out.null();
  } else {
    out.value(shown.hidden_responses);
  }
  out.end_object();
}

}  // namespace npscope
