// SPDX-License-Identifier: MIT
// Values of cells as XML formats write them (numbers, booleans, dates after ISO 8601), appended to the text of a batch. Blanks
// around a value do not count; one that is not what it should be is text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"
#include "core/format/sheet/number_format.h"

namespace npscope::sheet {

/// Appends a number as its format shows it and says what it is.
CellKind append_number_text(std::string_view value, NumberFormat format, bool date_1904, std::string& out);

/// Appends `true` or `false`, which may be written 1 or 0.
CellKind append_boolean(std::string_view value, std::string& out);

/// Appends the local date and time, or the time of day, as they are written; a zone is dropped as spreadsheets know none.
CellKind append_iso_date(std::string_view value, std::string& out);

/// The whole of `text` as a number without sign; what is too large becomes the largest.
[[nodiscard]] std::optional<uint64_t> whole_number(std::string_view text);

/// Whether the text of a decimal number is the one that number_text.h would write: true only if so.
[[nodiscard]] bool is_canonical_number(std::string_view text);

}  // namespace npscope::sheet
