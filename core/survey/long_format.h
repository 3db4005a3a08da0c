// SPDX-License-Identifier: MIT
// Recognising files with one row per answer: a column of responses that repeat, a column of questions, and the answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/survey/header.h"
#include "core/survey/mapping.h"

namespace npscope {

/// Told by the preset, or by names and a sample of records behind the header. A file in which every response has one row only is
/// none, whatever its names say.
[[nodiscard]] [[gnu::noinline]] std::optional<LongFormat> find_long_format(const Header& header,
                                                                           const std::vector<std::vector<std::string>>& records,
                                                                           size_t first);

}  // namespace npscope
