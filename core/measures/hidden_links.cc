// SPDX-License-Identifier: MIT
// Bridges by one walk in depth (Tarjan, Information Processing Letters 2 (1974) 160-161). Points in the order of the walk: whatever hangs
// behind a bridge is one slice of it.
#include "core/measures/hidden_links.h"

#include <algorithm>
#include <optional>

namespace npscope {
namespace {

constexpr uint32_t kNever = UINT32_MAX;

/// The links of each point, and the points behind them. Points: rows, columns, the row of totals, the column of totals.
struct Links {
  struct Link {
    uint32_t to = 0;
    /// Both directions of a link have one number.
    uint32_t number = 0;
  };
  std::vector<uint32_t> begins;
  std::vector<Link> links;

  [[nodiscard]] size_t points() const { return begins.size() - 1; }
};

template <typename Visit>
void for_each_link(const LinkTable& table, const Visit& visit) {
  const auto row_of_totals = static_cast<uint32_t>(table.rows + table.columns);
  for (size_t row = 0; row < table.rows; ++row) {
    for (size_t column = 0; column < table.columns; ++column) {
      if (table.hidden[row * table.columns + column])
        visit(static_cast<uint32_t>(row), static_cast<uint32_t>(table.rows + column));
    }
    if (table.hidden_row_totals[row]) visit(static_cast<uint32_t>(row), row_of_totals + 1);
  }
  for (size_t column = 0; column < table.columns; ++column) {
    if (table.hidden_column_totals[column]) visit(row_of_totals, static_cast<uint32_t>(table.rows + column));
  }
}

Links links_of(const LinkTable& table) {
  Links result;
  result.begins.assign(table.rows + table.columns + 3, 0);
  for_each_link(table, [&](uint32_t a, uint32_t b) {
    ++result.begins[a + 1];
    ++result.begins[b + 1];
  });
  for (size_t i = 1; i < result.begins.size(); ++i) result.begins[i] += result.begins[i - 1];
  result.links.resize(result.begins.back());
  std::vector<uint32_t> next(result.begins.begin(), result.begins.end() - 1);
  uint32_t number = 0;
  for_each_link(table, [&](uint32_t a, uint32_t b) {
    result.links[next[a]++] = {b, number};
    result.links[next[b]++] = {a, number};
    ++number;
  });
  return result;
}

/// Points of `order` in [from, to) hang behind a bridge; the others of [whole_from, whole_to) are on its near side.
struct Bridge {
  size_t from = 0;
  size_t to = 0;
  size_t whole_from = 0;
  size_t whole_to = 0;
};

struct Walk {
  std::vector<uint32_t> order;
  std::vector<Bridge> bridges;
};

class Walker {
 public:
  explicit Walker(const Links& links) : links_(links), found_(links.points(), kNever), low_(links.points(), 0) {}

  Walk take() {
    for (uint32_t point = 0; point < links_.points(); ++point) {
      if (found_[point] != kNever) continue;
      const size_t first_bridge = walk_.bridges.size();
      const size_t whole_from = walk_.order.size();
      walk_from(point);
      for (size_t i = first_bridge; i < walk_.bridges.size(); ++i) {
        walk_.bridges[i].whole_from = whole_from;
        walk_.bridges[i].whole_to = walk_.order.size();
      }
    }
    return std::move(walk_);
  }

 private:
  struct Step {
    uint32_t point = 0;
    uint32_t came_by = kNever;
    uint32_t next = 0;
  };

  void enter(uint32_t point, uint32_t came_by) {
    found_[point] = low_[point] = static_cast<uint32_t>(walk_.order.size());
    walk_.order.push_back(point);
    path_.push_back({point, came_by, links_.begins[point]});
  }

  void walk_from(uint32_t start) {
    enter(start, kNever);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next < links_.begins[step.point + 1]) {
        const Links::Link link = links_.links[step.next++];
        if (link.number == step.came_by) continue;
        if (found_[link.to] == kNever) {
          enter(link.to, link.number);
        } else {
          low_[step.point] = std::min(low_[step.point], found_[link.to]);
        }
        continue;
      }
      const Step done = step;
      path_.pop_back();
      if (path_.empty()) break;
      uint32_t& above = low_[path_.back().point];
      above = std::min(above, low_[done.point]);
      if (low_[done.point] == found_[done.point]) walk_.bridges.push_back({found_[done.point], walk_.order.size(), 0, 0});
    }
  }

  const Links& links_;
  std::vector<uint32_t> found_;
  /// The first point that can be reached from a point or what hangs behind it without the link it was found by.
  std::vector<uint32_t> low_;
  std::vector<Step> path_;
  Walk walk_;
};

/// The smallest cell that joins the two sides of the bridge and is not hidden; with 0 responses: the bridge does no harm.
std::optional<size_t> joining_cell(const LinkTable& table, const Walk& walk, const Bridge& bridge) {
  std::vector<size_t> rows[2];
  std::vector<size_t> columns[2];
  for (size_t i = bridge.whole_from; i < bridge.whole_to; ++i) {
    const size_t side = i >= bridge.from && i < bridge.to ? 1 : 0;
    const size_t point = walk.order[i];
    if (point < table.rows) {
      rows[side].push_back(point);
    } else if (point < table.rows + table.columns) {
      columns[side].push_back(point - table.rows);
    }
  }
  std::optional<size_t> best;
  for (const size_t side : {0, 1}) {
    for (const size_t row : rows[side]) {
      for (const size_t column : columns[1 - side]) {
        const size_t cell = row * table.columns + column;
        if (table.hidden[cell]) continue;
        if (!best || table.counts[cell] < table.counts[*best] || (table.counts[cell] == table.counts[*best] && cell < *best))
          best = cell;
        if (table.counts[*best] == 0) return best;
      }
    }
  }
  return best;
}

}  // namespace

LinkFix weakest_link(const LinkTable& table) {
  const Links links = links_of(table);
  const Walk walk = Walker(links).take();
  for (const Bridge& bridge : walk.bridges) {
    const std::optional<size_t> cell = joining_cell(table, walk, bridge);
    if (!cell) return {LinkFix::Found::kNoCell, 0};
    if (table.counts[*cell] > 0) return {LinkFix::Found::kCell, *cell};
  }
  return {};
}

}  // namespace npscope
