// SPDX-License-Identifier: MIT
// What has to be said beside the result of measure `drivers`, as codes: each has a sentence in web/i18n (statistics 3, "Caveats").
#pragma once

#include "core/base/json_writer.h"
#include "core/measures/driver_report.h"

namespace npscope {

/// Drivers whose odds differ by group: p of the check, by Holm's method for the number of drivers, below this.
inline constexpr double kNotProportional = 0.05;
/// From here on nearly every p is tiny, so sizes are what to look at.
inline constexpr uint64_t kManyResponses = 10'000;

/// Member `caveats`, an array of {code, …} in this order:
///   association-not-cause   always
///   respondents-only        always: those who did not answer may differ
///   segments-may-differ     always: within a segment it may be the other way round (Simpson)
///   common-method           two or more modelled drivers; {least, greatest}: their correlations with each other. One mood in all ratings
///   groups-only             only groups are known of some responses, so the groups are explained and not the scores
///   complete-cases          some responses lack a rating; {responses, leftOut}: those are out of the models, and may be others
///   drivers-left-out        {drivers}: names of those the models go without
///   not-a-rating            {drivers}: names of columns with cells that are no ratings
///   scales-differ           the greatest ratings differ, so slopes for one point do too; importance does not depend on the scale
///   high-inflation          {drivers}: variance inflation above 5, their shares are unstable
///   odds-not-proportional   {drivers}: see `promoters` and `nonDetractors`
///   few-events              {perDriver}: below 10 responses of the smallest group for each driver, slopes are rough
///   independent-responses   errors take each response for independent of all others
///   few-accounts            {accounts}: below 10, the errors by account are rough
///   many-responses          10,000 or more in the models: a small p says little, the size of an association does
///   too-many-drivers        {drivers}: names of columns of role driver beyond the first 15, which are not looked at
void write_caveats(JsonWriter& out, const DriverReport& report);

}  // namespace npscope
