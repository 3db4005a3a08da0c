// SPDX-License-Identifier: MIT
// The figures about one set of scores as JSON: the same members in a report and in the answer to a question.
#pragma once

#include "core/base/json_writer.h"
#include "core/stats/summary.h"

namespace npscope {

/// Into an object that is begun: responses, detractors, passives, promoters, nps, units (where units count), mean and histogram (null where
/// only groups are known), interval {method, level, low, high}.
void write_nps_members(JsonWriter& json, const NpsSummary& summary);

/// The same as an object: Nps of web/client/report.ts.
void write_nps(JsonWriter& json, const NpsSummary& summary);

}  // namespace npscope
