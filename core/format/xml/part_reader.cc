// SPDX-License-Identifier: MIT
// The window is given to the tokenizer again whenever it has grown.
#include "core/format/xml/part_reader.h"

namespace npscope::xml {

const Token& PartReader::next() {
  if (broken_) return stopped_;
  for (;;) {
    if (!growing_) {
      const Token& token = tokenizer_.next();
      if (token.kind != TokenKind::kNeedsText) return token;
      text_.use(tokenizer_.consumed());
      // The text moves now; nothing may look at the old place.
      tokenizer_.give({}, false);
      growing_ = true;
    }
    const PartText::State state = text_.more();
    if (state == PartText::State::kText) {
      growing_ = false;
      ++windows_;
      tokenizer_.give(text_.window(), text_.final());
      continue;
    }
    broken_ = state == PartText::State::kFailed;
    stopped_.kind = broken_ ? TokenKind::kFailed : TokenKind::kNeedsText;
    return stopped_;
  }
}

}  // namespace npscope::xml
