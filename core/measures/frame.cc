// SPDX-License-Identifier: MIT
// The members that several measures write in one way.
#include "core/measures/frame.h"

#include "core/report/figure_json.h"

namespace npscope {

void write_unavailable(JsonWriter& out, std::string_view code, std::string_view detail) {
  out.key("unavailable");
  out.begin_object();
  out.member("code", code);
  if (!detail.empty()) out.member("detail", detail);
  out.end_object();
}

void write_answer(const Frame& frame, const Measure& measure, json::Node options, JsonWriter& out) {
  if (frame.withheld) return write_unavailable(out, "too-few-to-share");
  if (frame.by_unit && !measure.counts_units) return write_unavailable(out, "mean-policy");
  measure.answer(frame, options, out);
}

void write_figure(JsonWriter& out, const NpsSummary& summary) { write_nps_members(out, summary); }

void write_figure_member(JsonWriter& out, std::string_view key, const std::optional<NpsSummary>& summary) {
  out.key(key);
  if (!summary) return out.null();
  out.begin_object();
  write_figure(out, *summary);
  out.end_object();
}

void write_cell(JsonWriter& out, const Cells& cells, size_t cell) {
  // The second axis is the one that turns fastest.
  std::vector<const AxisValue*> values(cells.axes.size());
  for (size_t i = values.size(); i-- > 0;) {
    const std::vector<AxisValue>& axis = cells.axes[i].values;
    values[i] = &axis[cell % axis.size()];
    cell /= axis.size();
  }
  out.key("values");
  out.begin_array();
  for (const AxisValue* value : values) {
    if (value->others) {
      out.begin_object();
      out.member("others", static_cast<uint64_t>(value->position));
      out.end_object();
    } else if (value->label) {
      out.value(std::string_view(*value->label));
    } else {
      out.null();
    }
  }
  out.end_array();
}

}  // namespace npscope
