// SPDX-License-Identifier: MIT
// Members in the order of web/client/report.ts.
#include "core/report/figure_json.h"

namespace npscope {

void write_nps_members(JsonWriter& json, const NpsSummary& summary) {
  json.member("responses", summary.groups.responses());
  json.member("detractors", summary.groups.detractors);
  json.member("passives", summary.groups.passives);
  json.member("promoters", summary.groups.promoters);
  json.member("nps", summary.nps);
  if (summary.units) json.member("units", *summary.units);
  json.key("mean");
  if (summary.mean) {
    json.value(*summary.mean);
  } else {
    json.null();
  }
  json.key("histogram");
  if (summary.histogram) {
    json.begin_array();
    for (const uint64_t count : *summary.histogram) json.value(count);
    json.end_array();
  } else {
    json.null();
  }
  json.key("interval");
  json.begin_object();
  json.member("method", method_name(summary.interval.method));
  json.member("level", level_value(summary.interval.level));
  json.member("low", summary.limits.low);
  json.member("high", summary.limits.high);
  json.end_object();
}

void write_nps(JsonWriter& json, const NpsSummary& summary) {
  json.begin_object();
  write_nps_members(json, summary);
  json.end_object();
}

}  // namespace npscope
