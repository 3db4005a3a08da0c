// SPDX-License-Identifier: MIT
// What an OpenDocument cell holds: its value type and value, else its displayed text (ODF 1.3 part 3, 19.386 and following).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"

namespace npscope::ods {

enum class ValueType : uint8_t { kNone, kNumber, kDate, kTime, kBoolean, kString, kError };

/// By the attribute office:value-type; kNone for unknown ones.
[[nodiscard]] ValueType value_type_of(std::string_view name);

/// Appends the cell's content as RecordBatch writes its kind. `value` is the attribute that belongs to the type; where it means
/// nothing, the displayed `text` is the content. Nothing at all is kEmpty.
CellKind append_value(ValueType type, std::string_view value, std::string_view text, std::string& out);

/// Appends an ISO 8601 duration of hours, minutes and seconds ("PT12H34M56.5S") as "12:34:56.500", rounded to milliseconds; false
/// for others, and then `out` is as before.
[[nodiscard]] bool append_duration(std::string_view duration, std::string& out);

}  // namespace npscope::ods
