// SPDX-License-Identifier: MIT
// Everything goes by months counted from year 0, shifted so that the fiscal year begins at a multiple of twelve.
#include "core/query/time_buckets.h"

#include "core/base/check.h"
#include "core/base/date.h"
#include "core/base/number_text.h"

namespace npscope {
namespace {

/// 1970-01-01 was a Thursday, the fourth day of its week.
constexpr int64_t kDaysBeforeThursday = 3;

int64_t floor_divided(int64_t number, int64_t by) { return number / by - (number % by < 0 ? 1 : 0); }

int64_t month_of(int64_t day) {
  const Date date = civil_from_days(day);
  return int64_t{date.year} * 12 + date.month - 1;
}

/// The months by which a fiscal year begins before the calendar year that names it.
int64_t lead_of(unsigned first_month) { return first_month == 1 ? 0 : 13 - int64_t{first_month}; }

int64_t start_of_month(int64_t month) {
  const int64_t year = floor_divided(month, 12);
  return days_from_civil({static_cast<int32_t>(year), static_cast<int32_t>(month - year * 12) + 1, 1});
}

void append_padded(std::string& out, int64_t number, size_t digits) {
  std::string text;
  append_integer(text, number);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

std::string day_label(int64_t day) {
  const Date date = civil_from_days(day);
  std::string label;
  append_padded(label, date.year, 4);
  append_padded(label += '-', date.month, 2);
  append_padded(label += '-', date.day, 2);
  return label;
}

std::string week_label(int64_t week) {
  const int64_t thursday = week * 7;
  const int32_t year = civil_from_days(thursday).year;
  std::string label;
  append_padded(label, year, 4);
  append_padded(label += "-W", (thursday - days_from_civil({year, 1, 1})) / 7 + 1, 2);
  return label;
}

}  // namespace

int64_t bucket_of(int64_t day, TimeUnit unit, unsigned first_month) {
  NPS_CHECK(first_month >= 1 && first_month <= 12);
  switch (unit) {
    case TimeUnit::kDay:
      return day;
    case TimeUnit::kWeek:
      return floor_divided(day + kDaysBeforeThursday, 7);
    case TimeUnit::kMonth:
      return month_of(day);
    case TimeUnit::kQuarter:
      return floor_divided(month_of(day) + lead_of(first_month), 3);
    case TimeUnit::kYear:
      return floor_divided(month_of(day) + lead_of(first_month), 12);
  }
  return 0;
}

int64_t bucket_start(int64_t bucket, TimeUnit unit, unsigned first_month) {
  switch (unit) {
    case TimeUnit::kDay:
      return bucket;
    case TimeUnit::kWeek:
      return bucket * 7 - kDaysBeforeThursday;
    case TimeUnit::kMonth:
      return start_of_month(bucket);
    case TimeUnit::kQuarter:
      return start_of_month(bucket * 3 - lead_of(first_month));
    case TimeUnit::kYear:
      return start_of_month(bucket * 12 - lead_of(first_month));
  }
  return 0;
}

std::string bucket_label(int64_t bucket, TimeUnit unit, unsigned first_month) {
  if (unit == TimeUnit::kDay) return day_label(bucket);
  if (unit == TimeUnit::kWeek) return week_label(bucket);
  const int64_t in_year = unit == TimeUnit::kMonth ? 12 : unit == TimeUnit::kQuarter ? 4 : 1;
  const int64_t year = floor_divided(bucket, in_year);
  std::string label = unit != TimeUnit::kMonth && first_month != 1 ? "FY" : "";
  append_padded(label, year, 4);
  if (unit == TimeUnit::kMonth) append_padded(label += '-', bucket - year * 12 + 1, 2);
  if (unit == TimeUnit::kQuarter) append_padded(label += "-Q", bucket - year * 4 + 1, 1);
  return label;
}

}  // namespace npscope
