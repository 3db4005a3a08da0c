// SPDX-License-Identifier: MIT
// The tables, as `node scripts/encodings.mjs capture` wrote them; tests/node/encodings.test.mjs compares them with Chromium.
#include "core/format/encoding/single_byte.h"

#include <array>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr size_t kFirst = static_cast<size_t>(Encoding::kIbm866);
constexpr size_t kCount = static_cast<size_t>(Encoding::kMacCyrillic) - kFirst + 1;

constexpr char16_t kUpperHalves[kCount][129] = {
#include "core/format/encoding/single_byte.inc"
};

}  // namespace

std::u16string_view upper_half(Encoding encoding) {
  NPS_CHECK(is_single_byte(encoding));
  return {kUpperHalves[static_cast<size_t>(encoding) - kFirst], 128};
}

}  // namespace npscope
