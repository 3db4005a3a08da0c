// SPDX-License-Identifier: MIT
// Days as people and files of ours write them: "2024-05-31". They count from 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace npscope {

[[nodiscard]] std::string day_text(int64_t day);
/// Reads that and nothing else; nothing for days that no calendar has.
[[nodiscard]] std::optional<int64_t> day_named(std::string_view text);

}  // namespace npscope
