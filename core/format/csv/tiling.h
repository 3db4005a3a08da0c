// SPDX-License-Identifier: MIT
// That no byte of a text is lost between two records: what the ledger stands on.
#pragma once

#include <cstddef>

#include "core/format/record_batch.h"

namespace npscope::csv {

/// True when the byte ranges of the records of `batch`, as csv::Reader made it, and its blank lines between them fill exactly its
/// first `taken` bytes. A record that is too long has no range; what was taken with it is its own.
[[nodiscard]] bool tiles(const RecordBatch& batch, size_t taken);

}  // namespace npscope::csv
