// SPDX-License-Identifier: MIT
// simdjson's first stage behind a small door, and the list of blocks that have a backslash.
#include "core/format/json/tokens.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/base/check.h"
#include "core/base/simd.h"

namespace npscope::json {
namespace {

constexpr uint32_t kBehindAll = std::numeric_limits<uint32_t>::max();
constexpr size_t kBlock = 64;
/// Tokens of an empty text: only the entries behind the last one.
constexpr uint32_t kNoTokens[2] = {0, 0};

bool has_backslash(const char* at) {
#if NPSCOPE_SIMD
  const simd::Bytes16 all = simd::splat('\\');
  const simd::Bytes16 low = simd::either(simd::equal(simd::load(at), all), simd::equal(simd::load(at + 16), all));
  const simd::Bytes16 high = simd::either(simd::equal(simd::load(at + 32), all), simd::equal(simd::load(at + 48), all));
  return simd::any(simd::either(low, high));
#else
  return std::memchr(at, '\\', kBlock) != nullptr;
#endif
}

}  // namespace

std::string_view fault_word(TokenFault fault) {
  switch (fault) {
    case TokenFault::kUtf8:
      return "utf-8";
    case TokenFault::kControlCharacter:
      return "control-character";
    case TokenFault::kOpenString:
      return "open-string";
    default:
      return "syntax";
  }
}

struct Tokens::Kernel {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  size_t capacity = 0;

  /// Room for a text of `size` bytes.
  void reserve(size_t size) {
    if (size <= capacity) return;
    capacity = std::max<size_t>(size, 128 << 10);
    const simdjson::error_code error =
        parser ? parser->set_capacity(capacity)
               : simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, parser);
    NPS_CHECK(error == simdjson::SUCCESS);
  }
};

Tokens::Tokens()
    : kernel_(std::make_unique<Kernel>()), starts_(kNoTokens), escapes_{kBehindAll}, next_escape_(escapes_.data()) {}
Tokens::~Tokens() = default;
Tokens::Tokens(Tokens&&) noexcept = default;

TokenFault Tokens::find(std::string_view text) {
  text_ = text;
  starts_ = kNoTokens;
  count_ = 0;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    text_ = text.substr(text.size());
    return TokenFault::kNone;
  }
  kernel_->reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  switch (kernel_->parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular)) {
    case simdjson::SUCCESS:
      break;
    case simdjson::UTF8_ERROR:
      return TokenFault::kUtf8;
    case simdjson::UNESCAPED_CHARS:
      return TokenFault::kControlCharacter;
    case simdjson::UNCLOSED_STRING:
      return TokenFault::kOpenString;
    default:
      return TokenFault::kOther;
  }
  starts_ = kernel_->parser->structural_indexes.get();
  count_ = kernel_->parser->n_structural_indexes;
  find_escapes();
  return TokenFault::kNone;
}

void Tokens::find_escapes() {
  escapes_.clear();
  const char* at = text_.data();
  size_t block = 0;
  for (; block + kBlock <= text_.size(); block += kBlock)
    if (has_backslash(at + block)) escapes_.push_back(static_cast<uint32_t>(block));
  if (text_.substr(block).find('\\') != std::string_view::npos) escapes_.push_back(static_cast<uint32_t>(block));
  escapes_.push_back(kBehindAll);
  next_escape_ = escapes_.data();
}

bool Tokens::advance_escapes(uint32_t i) {
  while (*next_escape_ != kBehindAll && *next_escape_ + kBlock <= starts_[i]) ++next_escape_;
  return *next_escape_ < starts_[i + 1];
}

}  // namespace npscope::json
