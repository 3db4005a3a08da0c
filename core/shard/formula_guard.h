// SPDX-License-Identifier: MIT
// The formula guard: an apostrophe before cells that a spreadsheet might calculate, and its exact undoing.
#pragma once

#include <string>
#include <string_view>

namespace npscope {

/// True for a cell that starts, after blanks of any kind, with one of = + - @, their full-width forms, a tab, a line end or NUL, unless
/// all of it is a plain number such as -5 or +3.2; and for a cell that starts with an apostrophe, so that every guard can be undone.
[[nodiscard]] bool needs_guard(std::string_view cell);

/// The cell with an apostrophe in front where it needs one. A separated file should quote such a cell, too.
[[nodiscard]] std::string guarded(std::string_view cell);

/// Without the apostrophe in front: the cell again for what guarded() gives, and for every cell without one.
[[nodiscard]] std::string_view unguarded(std::string_view cell);

}  // namespace npscope
