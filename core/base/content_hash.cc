// SPDX-License-Identifier: MIT
// A thin face on xxhash.h: the library stays out of every other file.
#include "core/base/content_hash.h"

namespace npscope {

void ContentHash::reset() { XXH3_128bits_reset(&state_); }

void ContentHash::add(std::string_view bytes) { XXH3_128bits_update(&state_, bytes.data(), bytes.size()); }

void ContentHash::add_block(std::string_view bytes) {
  constexpr size_t kPiece = 64 << 10;
  for (; bytes.size() > kPiece; bytes.remove_prefix(kPiece)) add(bytes.substr(0, kPiece));
  add(bytes);
}

std::string ContentHash::hex() const {
  constexpr std::string_view kHex = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&state_));
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text.push_back(kHex[byte >> 4]);
    text.push_back(kHex[byte & 15]);
  }
  return text;
}

}  // namespace npscope
