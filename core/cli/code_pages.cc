// SPDX-License-Identifier: MIT
// The numbers that `scripts/encodings.mjs native` wrote, as bytes.
#include "core/cli/code_pages.h"

#include <bit>
#include <cstdint>
#include <span>

namespace npscope {
namespace {

#include "core/cli/code_pages.inc"

static_assert(std::endian::native == std::endian::little);

std::string_view bytes_of(std::span<const uint32_t> table) {
  return {reinterpret_cast<const char*>(table.data()), table.size_bytes()};
}

}  // namespace

std::string_view code_page_table(std::string_view label) {
  if (label == "gb18030") return bytes_of(kTableGb18030);
  if (label == "big5") return bytes_of(kTableBig5);
  if (label == "shift_jis") return bytes_of(kTableShiftJis);
  if (label == "euc-jp") return bytes_of(kTableEucJp);
  if (label == "euc-kr") return bytes_of(kTableEucKr);
  return {};
}

}  // namespace npscope
