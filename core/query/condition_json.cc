// SPDX-License-Identifier: MIT
// Conditions and columns out of JSON. One subject, one test; a member that belongs to neither is a fault, never passed over.
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/date.h"
#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/query/query.h"

namespace npscope {
namespace {

using json::Node;

constexpr std::array<std::string_view, 3> kGroupNames = {"detractor", "passive", "promoter"};
constexpr std::array<std::string_view, 5> kUnitNames = {"day", "week", "month", "quarter", "year"};

/// Days from 1970-01-01 of "2025-01-31"; no other form.
std::optional<int64_t> day_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<LeadingDate> found = leading_date(text, DateOrder::kDayFirst);
  return found && found->rest.empty() ? std::optional(days_from_civil(found->date)) : std::nullopt;
}

std::optional<ColumnRef> named_column(std::optional<std::string_view> name) {
  if (!name || trimmed(*name).empty()) return std::nullopt;
  return ColumnRef{std::string(*name), Role::kNone};
}

std::optional<ColumnRef> role_column(std::optional<std::string_view> word) {
  const std::optional<Role> role = word ? role_named(*word) : std::nullopt;
  if (!role || !is_used(*role)) return std::nullopt;
  return ColumnRef{{}, *role};
}

/// Reads one condition; the first member that cannot be understood is the fault.
class ConditionReader {
 public:
  explicit ConditionReader(Node node) : node_(node) {}

  [[nodiscard]] std::string_view fault() const { return fault_; }

  Condition read() {
    if (!node_.is_object()) return wrong("column");
    if (const std::string_view member = unknown_member(
            node_, {"column", "role", "group", "score", "equals", "in", "contains", "from", "to", "missing", "not"});
        !member.empty())
      return wrong(member);
    read_subject();
    if (const Node negated = node_.find("not"); negated.exists()) {
      if (!negated.boolean()) wrong("not");
      out_.negated = negated.boolean().value_or(false);
    }
    return std::move(out_);
  }

 private:
  Condition wrong(std::string_view member) {
    if (fault_.empty()) fault_ = member;
    return {};
  }

  void read_subject() {
    std::string_view subject;
    for (const std::string_view name : {"column", "role", "group", "score"}) {
      if (!node_.find(name).exists()) continue;
      if (!subject.empty()) return static_cast<void>(wrong(name));
      subject = name;
    }
    if (subject == "group" || subject == "score") {
      const std::string_view test = any_test();
      if (!test.empty()) return static_cast<void>(wrong(test));
      return subject == "group" ? read_groups() : read_scores();
    }
    const Node named = node_.find(subject);
    const std::optional<ColumnRef> column = subject == "role" ? role_column(named.text()) : named_column(named.text());
    if (!column) return static_cast<void>(wrong(subject.empty() ? "column" : subject));
    out_.column = *column;
    read_test();
  }

  [[nodiscard]] std::string_view any_test() const {
    for (const std::string_view name : {"equals", "in", "contains", "from", "to", "missing"}) {
      if (node_.find(name).exists()) return name;
    }
    return {};
  }

  /// Exactly one test; `from` and `to` are one.
  void read_test() {
    const std::string_view test = any_test();
    const bool is_range = test == "from" || test == "to";
    for (const std::string_view name : {"equals", "in", "contains", "from", "to", "missing"}) {
      const bool of_range = is_range && (name == "from" || name == "to");
      if (name != test && !of_range && node_.find(name).exists()) return static_cast<void>(wrong(name));
    }
    const bool is_date = out_.column.name.empty() && out_.column.role == Role::kDate;
    if (test.empty()) return static_cast<void>(wrong("equals"));
    if (is_range) return is_date ? read_days() : read_numbers(node_, Condition::Kind::kNumbers, {});
    if (test == "missing") {
      out_.kind = Condition::Kind::kMissing;
      if (node_.find(test).boolean() != true) wrong(test);
      return;
    }
    // The texts of dates say the same day in many ways.
    if (is_date) return static_cast<void>(wrong(test));
    read_values(test);
  }

  void read_values(std::string_view test) {
    const Node node = node_.find(test);
    out_.kind = test == "contains" ? Condition::Kind::kContains : Condition::Kind::kValues;
    if (test == "in") {
      if (!node.is_array()) return static_cast<void>(wrong(test));
      for (const Node item : node.items()) {
        if (!item.text()) wrong(test);
        out_.values.emplace_back(item.text().value_or(std::string_view()));
      }
      return;
    }
    if (!node.text() || (test == "contains" && node.text()->empty())) return static_cast<void>(wrong(test));
    out_.values.emplace_back(*node.text());
  }

  void read_groups() {
    out_.kind = Condition::Kind::kGroups;
    const Node list = node_.find("group");
    if (!list.is_array()) wrong("group");
    for (const Node item : list.items()) {
      const auto found = std::ranges::find(kGroupNames, item.text().value_or(std::string_view()));
      if (found == kGroupNames.end()) return static_cast<void>(wrong("group"));
      out_.groups[static_cast<size_t>(found - kGroupNames.begin())] = true;
    }
  }

  void read_scores() {
    const Node range = node_.find("score");
    if (!range.is_object()) return static_cast<void>(wrong("score"));
    if (!unknown_member(range, {"from", "to"}).empty()) return static_cast<void>(wrong("score"));
    read_numbers(range, Condition::Kind::kScores, "score");
  }

  void read_numbers(Node node, Condition::Kind kind, std::string_view whole) {
    out_.kind = kind;
    const Node from = node.find("from");
    const Node to = node.find("to");
    out_.from = from.number();
    out_.to = to.number();
    if (from.exists() && !out_.from) wrong(whole.empty() ? "from" : whole);
    if (to.exists() && !out_.to) wrong(whole.empty() ? "to" : whole);
    if (!from.exists() && !to.exists()) wrong(whole);
    if (out_.from && out_.to && *out_.from > *out_.to) wrong(whole.empty() ? "to" : whole);
  }

  void read_days() {
    out_.kind = Condition::Kind::kDays;
    out_.from_day = day_of(node_.find("from").text().value_or(std::string_view()));
    out_.to_day = day_of(node_.find("to").text().value_or(std::string_view()));
    if (node_.find("from").exists() && !out_.from_day) wrong("from");
    if (node_.find("to").exists() && !out_.to_day) wrong("to");
    if (out_.from_day && out_.to_day && *out_.from_day > *out_.to_day) wrong("to");
  }

  Node node_;
  Condition out_;
  std::string_view fault_;
};

}  // namespace

std::string_view unknown_member(Node object, std::initializer_list<std::string_view> known) {
  for (const Node member : object.items()) {
    if (std::ranges::find(known, member.name()) == known.end()) return member.name();
  }
  return {};
}

std::optional<ColumnRef> column_ref(Node node) {
  if (node.text()) return named_column(node.text());
  if (!node.is_object() || node.size() != 1) return std::nullopt;
  const Node only = node.item(0);
  if (only.name() == "column") return named_column(only.text());
  return only.name() == "role" ? role_column(only.text()) : std::nullopt;
}

Result<Filter> parse_filter(Node node, std::string_view path) {
  if (!node.is_array()) return failure(Code::kQueryInvalid, std::string(path));
  Filter filter;
  for (const Node item : node.items()) {
    ConditionReader reader(item);
    Condition condition = reader.read();
    if (!reader.fault().empty()) {
      std::string place(path);
      place += '.';
      append_unsigned(place, filter.size());
      return failure(Code::kQueryInvalid, place.append(".").append(reader.fault()));
    }
    filter.push_back(std::move(condition));
  }
  return filter;
}

std::string_view time_unit_name(TimeUnit unit) { return kUnitNames[static_cast<size_t>(unit)]; }

std::optional<TimeUnit> time_unit_named(std::string_view name) {
  const auto found = std::ranges::find(kUnitNames, name);
  if (found == kUnitNames.end()) return std::nullopt;
  return static_cast<TimeUnit>(found - kUnitNames.begin());
}

}  // namespace npscope
