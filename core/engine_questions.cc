// SPDX-License-Identifier: MIT
// A question is understood first, then what it needs is collected, and only then anything is worked out.
#include "core/engine_questions.h"

#include <algorithm>
#include <utility>

#include "core/base/number_text.h"
#include "core/measures/singled_out.h"
#include "core/measures/suppression.h"
#include "core/shard/recipe.h"

namespace npscope {
namespace {

Failure invalid(std::string detail) { return {Code::kQueryInvalid, std::move(detail)}; }

std::string_view axis_word(GroupingRequest::By by) {
  constexpr std::array<std::string_view, 4> kWords = {"column", "group", "time", "file"};
  return kWords[static_cast<size_t>(by)];
}

void add_filter(const Filter& filter, Needs& needs) {
  for (const Condition& condition : filter) {
    const bool own = condition.kind == Condition::Kind::kDays || condition.kind == Condition::Kind::kGroups ||
                     condition.kind == Condition::Kind::kScores;
    if (!own) needs.columns.push_back(condition.column);
  }
}

uint64_t count_of(std::span<const Part> parts, std::span<const Selection> selections) {
  uint64_t count = 0;
  for (size_t p = 0; p < parts.size(); ++p) {
    const std::span<const uint8_t> selected = selections[p];
    const std::span<const uint32_t> times = parts[p].times;
    if (times.empty()) count += static_cast<uint64_t>(std::ranges::count(selected, 1));
    for (size_t i = 0; i < times.size(); ++i) count += selected[i] != 0 ? times[i] : 0;
  }
  return count;
}

/// Those that count and are not selected.
Selection rest_of(std::span<const uint8_t> counted, std::span<const uint8_t> selected) {
  Selection rest(counted.begin(), counted.end());
  const std::span<uint8_t> left = rest;
  for (size_t i = 0; i < left.size(); ++i) left[i] &= selected[i] ^ 1;
  return rest;
}

}  // namespace

std::optional<Failure> Questions::ask(std::string_view json) {
  Result<Query> query = parse_query(json);
  if (!query) return query.error();
  query_ = std::move(*query);
  if (outcome_.options().themes != nullptr) query_.themes = *outcome_.options().themes;
  if (std::optional<Failure> failed = understand()) {
    query_ = {};
    return failed;
  }
  return std::nullopt;
}

std::optional<Failure> Questions::understand() {
  if (std::optional<Failure> failed = take_interval()) return failed;
  if (std::optional<Failure> failed = take_policy()) return failed;
  guard_employees();
  for (size_t m = 0; m < query_.measures.size(); ++m) {
    const MeasureRequest& request = query_.measures[m];
    const Measure* const measure = measure_named(request.name);
    std::string path = "measures.";
    append_unsigned(path, m);
    if (measure == nullptr) return invalid(std::move(path));
    const std::string wrong = measure->check(request.options, query_);
    if (!wrong.empty()) return invalid(path.append(1, '.').append(wrong));
  }
  collect_needs();
  return check_columns();
}

std::optional<Failure> Questions::take_interval() {
  interval_ = usual_interval_;
  if (!query_.method.empty()) {
    const std::optional<IntervalMethod> method = method_named(query_.method);
    if (!method) return invalid("interval.method");
    interval_.method = *method;
  }
  if (!query_.level) return std::nullopt;
  for (const Level level : kLevels) {
    if (level_value(level) != *query_.level) continue;
    interval_.level = level;
    return std::nullopt;
  }
  return invalid("interval.level");
}

/// Before measures say what they need, because some need more when they are asked to share.
void Questions::guard_employees() {
  query_.about_employees = names_employees(parts_, query_.filter) || (query_.with && names_employees(parts_, *query_.with));
  if (!query_.about_employees) return;
  query_.share_minimum = std::max(query_.share_minimum.value_or(0), kLeastForEmployees);
}

/// Which exclusions of a file hold was decided when it was read; a question can change the rest of a policy.
std::optional<Failure> Questions::take_policy() {
  policy_ = usual_policy_;
  const json::Node node = query_.policy;
  if (node.exists()) {
    const std::string_view unknown = unknown_member(node, {"answers", "unit", "from", "to"});
    if (!node.is_object() || !unknown.empty()) return invalid("policy." + std::string(unknown));
    const auto word = [&](std::string_view name) { return node.find(name).text(); };
    if (const auto text = word("answers")) {
      const std::optional<CountedAnswers> answers = answers_named(*text);
      if (!answers) return invalid("policy.answers");
      policy_.answers = *answers;
    }
    if (const auto text = word("unit")) {
      const std::optional<CountedUnit> unit = unit_named(*text);
      if (!unit) return invalid("policy.unit");
      policy_.unit = *unit;
    }
    const auto day = [&](std::string_view name, std::optional<int64_t>& value) {
      const json::Node member = node.find(name);
      if (!member.exists()) return true;
      value = member.text() ? day_named(*member.text()) : std::nullopt;
      return value.has_value() || member.is_null();
    };
    if (!day("from", policy_.from)) return invalid("policy.from");
    if (!day("to", policy_.to)) return invalid("policy.to");
  }
  return outcome_.missing_for(policy_);
}

void Questions::collect_needs() {
  needs_ = {};
  add_filter(query_.filter, needs_);
  if (query_.with) add_filter(*query_.with, needs_);
  for (const GroupingRequest& grouping : query_.group_by) {
    if (grouping.by == GroupingRequest::By::kColumn) needs_.columns.push_back(grouping.column);
  }
  for (const MeasureRequest& request : query_.measures) {
    const Measure& measure = *measure_named(request.name);
    if (measure.counts_units || !counts_units()) measure.needs(request.options, query_, needs_);
  }
  needs_.columns.insert(needs_.columns.end(), query_.load.begin(), query_.load.end());
  if (query_.load_all) needs_.roles.insert(needs_.roles.end(), Query::kLoaded.begin(), Query::kLoaded.end());
  needs_.all_comments = needs_.all_comments || needs_.terms || query_.load_all;
}

/// A column by name that no file has is a mistake; one by role may be missing, and the measure says so.
std::optional<Failure> Questions::check_columns() const {
  for (const ColumnRef& ref : needs_.columns) {
    if (ref.name.empty()) continue;
    const bool known = std::ranges::any_of(
        files_, [&](const Outcome::CountedFile& file) { return column_of(*file.mapping, ref).has_value(); });
    if (!known) return Failure{Code::kUnknownColumn, ref.name};
  }
  return std::nullopt;
}

Questions::Asked Questions::missing(size_t part) const {
  const Mapping& mapping = *files_[part].mapping;
  Asked asked;
  asked.file = files_[part].file;
  const auto want = [&](size_t column) {
    const bool text = mapping.columns[column].role == Role::kComment;
    if (text && !columns_[part].texts.contains(column)) asked.texts.insert(column);
    if (!text && !columns_[part].codes.contains(column)) asked.codes.insert(column);
  };
  for (const ColumnRef& ref : needs_.columns) {
    if (const std::optional<size_t> column = column_of(mapping, ref)) want(*column);
  }
  for (size_t c = 0; c < mapping.columns.size(); ++c) {
    const Role role = mapping.columns[c].role;
    if ((needs_.all_comments && role == Role::kComment) || std::ranges::find(needs_.roles, role) != needs_.roles.end()) want(c);
  }
  return asked;
}

std::optional<size_t> Questions::wants_columns() const {
  for (size_t p = 0; p < parts_.size(); ++p) {
    const Asked asked = missing(p);
    if (!asked.codes.empty() || !asked.texts.empty()) return asked.file;
  }
  return std::nullopt;
}

const ColumnTask& Questions::task(size_t file) {
  task_ = {};
  for (size_t p = 0; p < parts_.size(); ++p) {
    if (files_[p].file != file) continue;
    const Asked asked = missing(p);
    task_.codes.assign(asked.codes.begin(), asked.codes.end());
    task_.texts.assign(asked.texts.begin(), asked.texts.end());
    task_.responses = files_[p].responses;
    task_.cleaning = outcome_.options().rules.cleaning;
    task_.columns = &columns_[p];
    task_.hash = outcome_.shard(file).hash();
  }
  return task_;
}

/// They stay as long as no other comments are loaded.
void Questions::open_terms() {
  if (!needs_.terms) return;
  if (terms_ == nullptr || !terms_->is_of(parts_)) terms_ = std::make_unique<CommentTerms>(parts_);
}

bool Questions::work() {
  open_terms();
  return needs_.terms && terms_->step();
}

double Questions::worked() const { return needs_.terms && terms_ != nullptr ? terms_->done() : 1; }

std::string Questions::answer() {
  settle_policy();
  for (size_t p = 0; p < parts_.size(); ++p) {
    fill_keys(parts_[p], files_[p]);
    fill_units(parts_[p], files_[p]);
  }
  const Result<std::vector<Selection>> selected = select(parts_, query_.filter, "filter");
  if (!selected) return failed(selected.error());
  Result<std::vector<Selection>> others = std::vector<Selection>();
  if (query_.with) {
    others = select(parts_, *query_.with, "with.filter");
  } else {
    for (size_t p = 0; p < parts_.size(); ++p) others->push_back(rest_of(parts_[p].counted, (*selected)[p]));
  }
  if (!others) return failed(others.error());
  const Result<Cells> cells =
      cells_of(parts_, *selected, query_.with ? std::span<const Selection>(*others) : std::span<const Selection>(), query_);
  if (!cells) return failed(cells.error());
  const Frame frame{query_,       interval_,      parts_,
                    *selected,    *others,        *cells,
                    terms_.get(), counts_units(), singles_out_people(*selected, *others)};
  JsonWriter out;
  out.begin_object();
  write_count(out, "responses", count_of(parts_, *selected), frame.withheld);
  std::vector<Selection> counted;
  counted.reserve(parts_.size());
  for (const Part& part : parts_) counted.push_back(part.counted);
  write_count(out, "counted", count_of(parts_, counted), false);
  out.key("interval");
  out.begin_object();
  out.member("method", method_name(interval_.method));
  out.member("level", level_value(interval_.level));
  out.end_object();
  out.key("policy");
  write_policy(out, policy_);
  write_axes(out, *cells);
  write_answers(out, frame);
  out.end_object();
  return out.take();
}

bool Questions::singles_out_people(std::span<const Selection> selected, std::span<const Selection> others) const {
  if (!query_.about_employees) return false;
  const uint64_t minimum = *query_.share_minimum;
  return singles_out(parts_, query_.filter, selected, minimum) ||
         (query_.with && singles_out(parts_, *query_.with, others, minimum));
}

/// So few are nobody's business when the answer is to be shared.
void Questions::write_count(JsonWriter& out, std::string_view name, uint64_t count, bool withheld) const {
  out.key(name);
  if (withheld) return out.null();
  if (query_.share_minimum && count > 0 && count < *query_.share_minimum) return out.null();
  out.value(count);
}

void Questions::write_axes(JsonWriter& out, const Cells& cells) const {
  out.key("groupBy");
  out.begin_array();
  for (const Axis& axis : cells.axes) {
    out.begin_object();
    out.member("by", axis_word(axis.by));
    if (axis.by == GroupingRequest::By::kColumn) out.member("name", std::string_view(axis.name));
    if (axis.by == GroupingRequest::By::kTime) out.member("unit", time_unit_name(axis.unit));
    out.end_object();
  }
  out.end_array();
}

void Questions::write_answers(JsonWriter& out, const Frame& frame) const {
  out.key("answers");
  out.begin_array();
  for (const MeasureRequest& request : query_.measures) {
    out.begin_object();
    out.member("measure", std::string_view(request.name));
    write_answer(frame, *measure_named(request.name), request.options, out);
    out.end_object();
  }
  out.end_array();
}

std::string Questions::failed(const Failure& failure) const {
  JsonWriter out;
  out.begin_object();
  out.key("failure");
  out.begin_object();
  out.member("code", code_name(failure.code));
  if (!failure.detail.empty()) out.member("detail", std::string_view(failure.detail));
  out.end_object();
  out.end_object();
  return out.take();
}

}  // namespace npscope
