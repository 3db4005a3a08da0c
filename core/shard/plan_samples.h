// SPDX-License-Identifier: MIT
// What a person sees of the first records before anything is counted: a few values of each column, the records that show what is
// asked, cells that cleaning changes. Texts are shortened; they stand in plans only, never in a report.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/shard/plan.h"

namespace npscope {

/// Fills samples, proofs and changes of the plan. With names from the source the first of `records` holds them and is none of the
/// file's; `headers`: records before the data, that one too.
[[gnu::noinline]] void take_samples(const std::vector<std::vector<std::string>>& records, NamesFrom names, size_t headers,
                                    CleaningSet cleaning, Plan& plan);

}  // namespace npscope
