// SPDX-License-Identifier: MIT
// Each axis in two passes over the responses: which values are there and how often, then the place of each response's value. Places of
// several axes are joined as the digits of one number.
#include "core/query/cells.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/base/number_text.h"
#include "core/query/axis_values.h"
#include "core/query/time_buckets.h"

namespace npscope {
namespace {

/// A calendar of 2,800 years; more is no dates.
constexpr int64_t kMostDays = int64_t{1} << 20;

class CellBuilder {
 public:
  CellBuilder(std::span<const Part> parts, std::span<const Selection> used, const Query& query)
      : parts_(parts), used_(used), query_(query) {}

  Result<Cells> run() {
    for (const GroupingRequest& request : query_.group_by) {
      const std::optional<Code> fault = add_axis(request);
      if (!fault) continue;
      std::string path = "groupBy.";
      append_unsigned(path, cells_.axes.size());
      return failure(*fault, std::move(path));
    }
    return std::move(cells_);
  }

 private:
  std::optional<Code> add_axis(const GroupingRequest& request) {
    Axis axis;
    axis.by = request.by;
    axis.unit = request.unit;
    switch (request.by) {
      case GroupingRequest::By::kColumn:
        return add_column(request, axis);
      case GroupingRequest::By::kGroup:
        return add_groups(axis);
      case GroupingRequest::By::kTime:
        return add_times(request, axis);
      case GroupingRequest::By::kFile:
        return add_files(axis);
    }
    return std::nullopt;
  }

  /// Makes room for one more axis and moves each used response to `value_of(part)(response)` on it; asked for the others too.
  template <class ValueOf>
  std::optional<Code> join(Axis& axis, const ValueOf& value_of) {
    const size_t values = axis.values.size();
    if (values > kMostCells || (values > 0 && cells_.count > kMostCells / values)) return Code::kQueryTooLarge;
    cells_.count *= values;
    const bool first = cells_.axes.empty();
    cells_.of.resize(parts_.size());
    for (size_t p = 0; p < parts_.size(); ++p) {
      std::vector<uint32_t>& of = cells_.of[p];
      of.resize(parts_[p].size());
      const std::span<const uint8_t> used = used_[p];
      const auto value = value_of(p);
      // Without branches: which ones are used is anyone's guess.
      for (size_t i = 0; i < of.size(); ++i) {
        const uint32_t before = first ? 0 : of[i] * static_cast<uint32_t>(values);
        const uint32_t place = before + value(i);
        of[i] = used[i] != 0 ? place : kNoCell;
      }
    }
    cells_.axes.push_back(std::move(axis));
    return std::nullopt;
  }

  std::optional<Code> add_column(const GroupingRequest& request, Axis& axis) {
    std::vector<const CodeColumn*> columns;
    size_t named_by = SIZE_MAX;
    for (const Part& part : parts_) {
      const std::optional<size_t> place = column_of(*part.mapping, request.column);
      columns.push_back(codes_of(part, request.column));
      if (!place) continue;
      // Comments would be groups of one person each.
      if (texts_of(part, request.column) != nullptr) return Code::kQueryInvalid;
      const Column& column = part.mapping->columns[*place];
      axis.employees = axis.employees || column.role == Role::kEmployee;
      if (axis.name.empty() || part.index < named_by) {
        axis.name = column.name;
        named_by = part.index;
      }
    }
    if (named_by == SIZE_MAX) return Code::kUnknownColumn;
    const TextAxis texts = text_axis(parts_, used_, columns, query_.most_values);
    axis.values = texts.values;
    return join(axis, [&](size_t p) {
      const std::span<const uint32_t> places = texts.places[p];
      const uint32_t* const codes = columns[p] == nullptr ? nullptr : columns[p]->codes.data();
      return [places, codes, none = static_cast<uint32_t>(places.size() - 1)](size_t i) {
        return places[codes == nullptr ? none : std::min(codes[i], none)];
      };
    });
  }

  std::optional<Code> add_groups(Axis& axis) {
    static constexpr std::array<std::string_view, 3> kNames = {"detractor", "passive", "promoter"};
    std::array<bool, 3> there{};
    for_each_used([&](const Part& part, size_t i) { there[part.group_of(i)] = true; });
    std::array<uint32_t, 3> places{};
    for (size_t group = 0; group < kNames.size(); ++group) {
      places[group] = static_cast<uint32_t>(axis.values.size());
      if (there[group]) axis.values.push_back({std::string(kNames[group]), static_cast<int64_t>(group), false});
    }
    return join(axis,
                [&](size_t p) { return [&, part = &parts_[p]](size_t i) { return places[std::min(part->group_of(i), 2U)]; }; });
  }

  std::optional<Code> add_files(Axis& axis) {
    std::vector<std::pair<std::string, size_t>> files;
    for (size_t p = 0; p < parts_.size(); ++p) {
      if (std::ranges::find_if(used_[p], [](uint8_t used) { return used != 0; }) == used_[p].end()) continue;
      files.emplace_back(parts_[p].file, parts_[p].index);
    }
    std::ranges::sort(files);
    files.erase(std::ranges::unique(files).begin(), files.end());
    for (const auto& [name, index] : files) axis.values.push_back({name, static_cast<int64_t>(index), false});
    return join(axis, [&](size_t p) {
      const auto at = std::ranges::lower_bound(files, std::pair(parts_[p].file, parts_[p].index));
      return [place = static_cast<uint32_t>(at - files.begin())](size_t /*i*/) { return place; };
    });
  }

  std::optional<Code> add_times(const GroupingRequest& request, Axis& axis) {
    if (std::ranges::none_of(parts_, has_days)) return Code::kUnknownColumn;
    int64_t first = std::numeric_limits<int64_t>::max();
    int64_t last = std::numeric_limits<int64_t>::min();
    bool without = false;
    for_each_used([&](const Part& part, size_t i) {
      const int32_t day = part.days.empty() ? kNoDay : part.days[i];
      without = without || day == kNoDay;
      if (day == kNoDay) return;
      first = std::min<int64_t>(first, day);
      last = std::max<int64_t>(last, day);
    });
    const bool any = first <= last;
    if (any && last - first >= kMostDays) return Code::kQueryTooLarge;
    std::vector<uint32_t> places;
    if (any) places = bucket_places(first, last, request, axis.values);
    const auto none = static_cast<uint32_t>(axis.values.size());
    if (without) axis.values.emplace_back();
    return join(axis, [&](size_t p) {
      const int32_t* const days = parts_[p].days.empty() ? nullptr : parts_[p].days.data();
      return [&places, days, first, none](size_t i) {
        const int64_t day = days == nullptr ? kNoDay : days[i];
        // Days outside belong to responses that are not used.
        const uint64_t place = static_cast<uint64_t>(day) - static_cast<uint64_t>(first);
        return place < places.size() ? places[place] : none;
      };
    });
  }

  static bool has_days(const Part& part) { return !part.days.empty() || part.mapping->date.has_value(); }

  /// By day from `first` on: the place of its bucket, all of which `values` gets.
  static std::vector<uint32_t> bucket_places(int64_t first, int64_t last, const GroupingRequest& request,
                                             std::vector<AxisValue>& values) {
    std::vector<uint32_t> places(static_cast<size_t>(last - first + 1));
    const int64_t least = bucket_of(first, request.unit, request.first_month);
    int64_t bucket = least - 1;
    int64_t next = first;
    for (int64_t day = first; day <= last; ++day) {
      if (day == next) {
        ++bucket;
        next = bucket_start(bucket + 1, request.unit, request.first_month);
        values.push_back({bucket_label(bucket, request.unit, request.first_month), bucket, false});
      }
      places[static_cast<size_t>(day - first)] = static_cast<uint32_t>(bucket - least);
    }
    return places;
  }

  template <class Act>
  void for_each_used(const Act& act) const {
    for (size_t p = 0; p < parts_.size(); ++p) {
      const std::span<const uint8_t> used = used_[p];
      for (size_t i = 0; i < used.size(); ++i) {
        if (used[i] != 0) act(parts_[p], i);
      }
    }
  }

  std::span<const Part> parts_;
  std::span<const Selection> used_;
  const Query& query_;
  Cells cells_;
};

}  // namespace

Result<Cells> cells_of(std::span<const Part> parts, std::span<const Selection> selected, std::span<const Selection> others,
                       const Query& query) {
  if (others.empty() || query.group_by.empty()) return CellBuilder(parts, selected, query).run();
  std::vector<Selection> used(selected.begin(), selected.end());
  for (size_t p = 0; p < used.size(); ++p) {
    for (size_t i = 0; i < used[p].size(); ++i) used[p][i] |= others[p][i];
  }
  return CellBuilder(parts, used, query).run();
}

}  // namespace npscope
