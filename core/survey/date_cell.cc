// SPDX-License-Identifier: MIT
// Where the order of day and month is not known yet, both are read, and a doubt counts only when it holds for both.
#include "core/survey/date_cell.h"

#include <algorithm>
#include <limits>

#include "core/base/date_time.h"

namespace npscope {
namespace {

DateOrder other_order(DateOrder order) { return order == DateOrder::kDayFirst ? DateOrder::kMonthFirst : DateOrder::kDayFirst; }

/// Of a text that is a date.
OrderProof order_proof(std::string_view text) {
  const std::optional<DatePair> pair = ambiguous_pair(text);
  if (!pair || pair->first == pair->second) return OrderProof::kNone;
  if (pair->first > 12) return OrderProof::kDayFirst;
  if (pair->second > 12) return OrderProof::kMonthFirst;
  // Dots are only written between day and month in this order.
  const size_t mark = text.find_first_of("./-");
  return mark != std::string_view::npos && text[mark] == '.' ? OrderProof::kDayFirst : OrderProof::kEither;
}

int64_t day_of(int64_t seconds) {
  return seconds >= 0 ? seconds / kSecondsPerDay : (seconds - (kSecondsPerDay - 1)) / kSecondsPerDay;
}

bool is_before(int64_t end, int64_t start, bool by_day) { return by_day ? day_of(end) < day_of(start) : end < start; }

}  // namespace

DateCells::DateCells(const Mapping& mapping, const Rules& rules)
    : mapping_(mapping),
      any_shape_(rules.cleaning[rule_index(CleaningRule::kDates)]),
      earliest_(rules.earliest * kSecondsPerDay),
      future_(rules.as_of ? (*rules.as_of + 1) * kSecondsPerDay : std::numeric_limits<int64_t>::max()) {}

bool DateCells::is_sentinel(std::string_view text) const {
  return std::ranges::any_of(mapping_.date_sentinels, [text](const std::string& date) { return text.starts_with(date); });
}

Code DateCells::doubt(const Moment& moment) const {
  const auto all = [&moment](auto&& holds) {
    return (moment.when == Moment::kNone || holds(moment.when)) && (moment.other == Moment::kNone || holds(moment.other));
  };
  if (all([this](int64_t when) { return when >= future_; })) return Code::kDateInFuture;
  if (all([this](int64_t when) { return when < earliest_; })) return Code::kDateTooEarly;
  return Code::kNone;
}

bool DateCells::read_iso(std::string_view text, CellFacts& facts) const {
  const std::optional<LocalTime> time = parse_iso_date_time(text);
  if (!time || (!mapping_.date_sentinels.empty() && is_sentinel(text))) return false;
  facts.filled = true;
  facts.valid = true;
  facts.moment = {time->seconds, mapping_.date_order_unclear ? time->seconds : Moment::kNone, time->has_time,
                  time->offset.value_or(Moment::kNoOffset)};
  if (time->seconds >= future_ || time->seconds < earliest_) facts.remark = doubt(facts.moment);
  return true;
}

void DateCells::read(std::string_view text, CellFacts& facts) const {
  facts.filled = true;
  if (is_sentinel(text)) {
    facts.remark = Code::kDateSentinel;
    return;
  }
  const bool iso = is_iso_date(text);
  std::optional<LocalTime> time;
  std::optional<LocalTime> other;
  if (iso || any_shape_) {
    time = parse_date_time(text, mapping_.date_order);
    if (!time || mapping_.date_order_unclear) other = parse_date_time(text, other_order(mapping_.date_order));
  }
  if (time || other) facts.order = order_proof(text);
  if (!mapping_.date_order_unclear) other = std::nullopt;
  if (!time && !other) {
    facts.remark = Code::kDateInvalid;
    return;
  }
  facts.valid = true;
  if (!iso) facts.changed.set(rule_index(CleaningRule::kDates));
  if (time) facts.moment.when = time->seconds;
  if (other) facts.moment.other = other->seconds;
  facts.moment.has_time = time ? time->has_time : other->has_time;
  facts.moment.offset = (time ? time->offset : other->offset).value_or(Moment::kNoOffset);
  facts.remark = doubt(facts.moment);
}

bool is_reversed(const Moment& start, const Moment& end) {
  const bool by_day = !start.has_time || !end.has_time;
  const bool known = start.when != Moment::kNone && end.when != Moment::kNone;
  const bool other_known = start.other != Moment::kNone && end.other != Moment::kNone;
  if (!known && !other_known) return false;
  return (!known || is_before(end.when, start.when, by_day)) && (!other_known || is_before(end.other, start.other, by_day));
}

}  // namespace npscope
