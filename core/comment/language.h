// SPDX-License-Identifier: MIT
// Guesses the language of one comment by its script and its most frequent words.
#pragma once

#include <string_view>

namespace npscope {

/// "en", "de", "zh", "ja", "ko", "th", "ru", ... (ISO 639-1), or "" when the comment is too short or too mixed to say.
///
/// Korean, Thai, Greek and Hebrew are their scripts; Kana make Japanese, Han alone is Chinese. Latin, Cyrillic and Arabic script takes two
/// frequent words of a language (one in a comment of up to three words) and half as many again as of the next language.
[[nodiscard]] std::string_view guess_language(std::string_view comment);

}  // namespace npscope
