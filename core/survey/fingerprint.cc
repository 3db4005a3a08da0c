// SPDX-License-Identifier: MIT
// Each name ends in a character that no folded name holds, so that "a b", "c" and "a", "b c" differ.
#include "core/survey/fingerprint.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/base/number_text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

constexpr char kSeparator = '\0';

}  // namespace

std::string header_fingerprint(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  ContentHash hash;
  std::string text;
  append_unsigned(text, names.size());
  text += kSeparator;
  for (const std::string& name : names) {
    std::string words = header_words(name);
    std::erase(words, kSeparator);
    text += words;
    text += kSeparator;
  }
  hash.add(text);
  return hash.hex();
}

}  // namespace npscope
