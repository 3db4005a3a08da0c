// SPDX-License-Identifier: MIT
// Filters that single out people: conditions on columns of employees. A question with one, in `filter` or `with` and however it is turned
// around, is answered as one to share with a minimum of at least kLeastForEmployees (suppression.h), so that no text of a comment and no
// figure of fewer responses is in the answer; and when such a filter leaves fewer, or leaves out fewer, there is no figure at all.
//
// Covered beside the selected responses: those that the rest of the filter has and its conditions on employees leave out, because they
// are the difference between two questions. Not covered: what follows from other questions that overlap ("Kim or Lee" less "Kim"), and
// from one group of a table less the same group under the filter.
#pragma once

#include <cstdint>
#include <span>

#include "core/query/cells.h"
#include "core/query/part.h"
#include "core/query/query.h"

namespace npscope {

/// A condition is on a column that is one of employees in any of the parts.
[[nodiscard]] bool names_employees(std::span<const Part> parts, const Filter& filter);

/// The responses in `selected`, those of `filter`, or those that its conditions on employees leave out, are some but fewer than `minimum`.
/// False without such conditions.
[[nodiscard]] bool singles_out(std::span<const Part> parts, const Filter& filter, std::span<const Selection> selected,
                               uint64_t minimum);

}  // namespace npscope
