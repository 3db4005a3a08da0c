// SPDX-License-Identifier: MIT
// Query: a question about responses that are read: which of them (filter), beside which others (with), split by what (groupings) and
// what is to be worked out (measures). Plain values, made of JSON by parse_query().
//
// The JSON form is Query of web/client/query.ts. Everything in it must be understood, or the query is refused.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/json/document.h"
#include "core/survey/role.h"
#include "core/survey/themes.h"

namespace npscope {

/// A column as a person names it: by its header (or "#3"), or the first of each file that has a role.
struct ColumnRef {
  std::string name;
  /// With an empty name.
  Role role = Role::kNone;
  auto operator<=>(const ColumnRef&) const = default;
};

/// One condition of a filter; a response without a value meets only kMissing and negated conditions.
struct Condition {
  enum class Kind : uint8_t {
    kValues,    // the cleaned text is one of `values`
    kContains,  // it contains values[0], whatever the case (core/comment/letters.h folds it)
    kNumbers,   // as a number it lies in [from, to]
    kDays,      // the response's day lies in [from_day, to_day]
    kMissing,   // there is no value
    kGroups,    // the response is of one of `groups`
    kScores,    // its score lies in [from, to]; responses of which only the group is known have none
  };
  Kind kind = Kind::kValues;
  ColumnRef column;
  bool negated = false;
  std::vector<std::string> values;
  std::optional<double> from;
  std::optional<double> to;
  /// Days from 1970-01-01, both ends included.
  std::optional<int64_t> from_day;
  std::optional<int64_t> to_day;
  /// Detractors, passives, promoters.
  std::array<bool, 3> groups{};
};

/// All of them hold; none: every response.
using Filter = std::vector<Condition>;

enum class TimeUnit : uint8_t { kDay, kWeek, kMonth, kQuarter, kYear };

struct GroupingRequest {
  enum class By : uint8_t { kColumn, kGroup, kTime, kFile };
  By by = By::kColumn;
  ColumnRef column;
  TimeUnit unit = TimeUnit::kMonth;
  /// The month in which quarters and years begin, 1 to 12.
  unsigned first_month = 1;
};

struct MeasureRequest {
  std::string name;
  /// The object of the request, valid as long as the query; not there when the measure was asked for by its name alone.
  json::Node options;
};

struct Query {
  static constexpr size_t kMostGroupings = 2;
  /// Beside comments.
  static constexpr std::array kLoaded = {Role::kEmployee, Role::kLanguage, Role::kChannel, Role::kTouchpoint,
                                         Role::kSurvey,   Role::kWave,     Role::kWeight,  Role::kRevenue,
                                         Role::kDriver,   Role::kSegment,  Role::kMetric};

  Filter filter;
  /// The other responses, for measures that compare two sets; nothing: all that `filter` leaves out.
  std::optional<Filter> with;
  std::vector<GroupingRequest> group_by;
  std::vector<MeasureRequest> measures;
  /// Columns to load beside those that the rest needs, so that later questions find them; `load_all`: every column that can be asked
  /// about (Query::kLoaded).
  std::vector<ColumnRef> load;
  bool load_all = false;
  /// A word of IntervalMethod and a level; empty: those of the analysis.
  std::string method;
  std::optional<double> level;
  /// The JSON of a policy as in a recipe, and where it stands; nothing: that of the analysis.
  json::Node policy;
  /// For sharing: groups with fewer responses are hidden, and others with them so that nothing follows from sums; no texts of comments,
  /// no rows. Nothing: for the screen.
  std::optional<uint64_t> share_minimum;
  /// A condition is on a column of employees, so that `share_minimum` is there whether it was asked for or not
  /// (core/measures/singled_out.h); not part of the JSON form.
  bool about_employees = false;
  /// At most so many values of a grouping are told apart, those with most responses; the others are one entry "others".
  size_t most_values = 1000;
  /// Those of the analysis, for measures that are asked without any; not part of the JSON form, and owned by who asks.
  std::span<const Theme> themes;

  /// What the nodes point into.
  std::optional<json::Document> document;
};

/// A failure is kQueryInvalid; its detail names the member that is not understood (a path such as `filter.1.column`).
[[nodiscard]] Result<Query> parse_query(std::string_view json);

/// For parsers of options: the member that is none of `known`, or empty.
[[nodiscard]] std::string_view unknown_member(json::Node object, std::initializer_list<std::string_view> known);

/// A column as `"Region"`, `{"column":"Region"}` or `{"role":"account"}`; nothing for anything else.
[[nodiscard]] std::optional<ColumnRef> column_ref(json::Node node);
/// An array of conditions.
[[nodiscard]] Result<Filter> parse_filter(json::Node node, std::string_view path);

/// "day", "week", "month", "quarter", "year".
[[nodiscard]] std::string_view time_unit_name(TimeUnit unit);
[[nodiscard]] std::optional<TimeUnit> time_unit_named(std::string_view name);

}  // namespace npscope
