// SPDX-License-Identifier: MIT
// What the columns of a table are when a recipe may say so: its source is looked up by the names, and followed.
#pragma once

#include <string>
#include <vector>

#include "core/shard/plan.h"

namespace npscope {

/// Fills mapping, fingerprint and source of the plan. kRecipeMismatch: there is a recipe, and no source of it fits.
[[nodiscard]] [[gnu::noinline]] MaybeFailure map_by_recipe(const std::vector<std::vector<std::string>>& records,
                                                           const MappingRequest& request, const ReadOptions& options,
                                                           Plan& plan);

}  // namespace npscope
