// SPDX-License-Identifier: MIT
// Plan: everything that is decided about a file from its first mebibyte, before a single record is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/csv/dialect.h"
#include "core/format/encoding.h"
#include "core/shard/grouped_counts.h"
#include "core/shard/options.h"
#include "core/survey/mapping.h"

namespace npscope {

/// Bytes at the start of a file that decide; the same whatever blocks they come in.
inline constexpr size_t kSampleSize = 1 << 20;

struct Plan {
  /// As detect_format says; only "csv" is read.
  std::string_view format;
  EncodingGuess encoding;
  csv::Dialect dialect;
  Mapping mapping;
  std::vector<GroupedCounts::Plan> groups;
};

/// A plan, complete up to the point of `failure` when there is one.
struct Decision {
  Plan plan;
  std::optional<Failure> failure;
};

/// Decides from the start of a file; `whole`: the sample is all of it.
[[nodiscard]] [[gnu::noinline]] Decision decide(std::string_view sample, bool whole, const ReadOptions& options);

}  // namespace npscope
