// SPDX-License-Identifier: MIT
// First a plain number; else a label with exactly one whole number at its start or its end.
#include "core/survey/score_text.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

/// Bytes; longer cells are comments.
constexpr size_t kLongestLabel = 120;

/// Bytes of the longest known word for "no answer", with room to spare.
constexpr size_t kLongestCode = 40;

ScoreReading because(Code reason) { return {reason, 0}; }

bool is_zeros(std::string_view digits) {
  return std::ranges::all_of(digits, [](char c) { return c == '0'; });
}

/// The value of a run of digits, or a number above 10 when it is longer than a score can be.
unsigned whole_value(std::string_view digits) {
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  if (digits.size() > 2) return 1000;
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

ScoreReading whole_number(std::string_view digits) {
  const unsigned value = whole_value(digits);
  if (value <= 10) return {Code::kNone, static_cast<uint8_t>(value)};
  return because(Code::kScoreOutOfRange);
}

/// A number and nothing else, when `text` is one.
std::optional<ScoreReading> plain_number(std::string_view text) {
  const std::string_view all = text;
  const bool negative = text.starts_with('-') || text.starts_with("\xE2\x88\x92");
  if (negative) text.remove_prefix(text[0] == '-' ? 1 : 3);
  if (!negative && text.starts_with('+')) text.remove_prefix(1);
  const size_t whole_size = std::min(text.find_first_not_of("0123456789"), text.size());
  if (whole_size == 0) return std::nullopt;
  const std::string_view rest = text.substr(whole_size);
  if (!rest.empty()) {
    const bool fraction =
        (rest[0] == '.' || rest[0] == ',') && rest.size() > 1 && std::ranges::all_of(rest.substr(1), is_digit);
    if (!fraction) return std::nullopt;
    if (is_sentinel_number(all)) return because(Code::kScoreSentinel);
    if (negative || whole_value(text.substr(0, whole_size)) > 10) return because(Code::kScoreOutOfRange);
    if (!is_zeros(rest.substr(1))) return because(Code::kScoreNotInteger);
    // "1,000" and "1.000" are a thousand in one country and one in the next.
    if (rest.size() == 4) return because(Code::kScoreAmbiguous);
    return whole_number(text.substr(0, whole_size));
  }
  if (is_sentinel_number(all)) return because(Code::kScoreSentinel);
  if (negative) return because(Code::kScoreOutOfRange);
  return whole_number(text);
}

/// Letters and digits of any script; everything above ASCII but the general punctuation block counts as such.
bool is_wordlike(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80)
    return !(text.substr(at).starts_with("\xE2\x80") || (at >= 1 && text.substr(at - 1).starts_with("\xE2\x80")) ||
             (at >= 2 && text.substr(at - 2).starts_with("\xE2\x80")));
  return is_ascii_letter(text[at]) || is_digit(text[at]);
}

bool all_punctuation(std::string_view text, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    if (is_wordlike(text, i)) return false;
  }
  return true;
}

/// What turns the digits before it into part of another number: a percent or permille sign, a vulgar fraction.
bool continues_number(std::string_view rest) {
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with('%') || rest.starts_with("‰")) return true;
  for (const std::string_view fraction :
       {"¼", "½", "¾", "⅐", "⅑", "⅒", "⅓", "⅔", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅛", "⅜", "⅝", "⅞"}) {
    if (rest.starts_with(fraction)) return true;
  }
  return false;
}

ScoreReading label(std::string_view text) {
  // What spreadsheets show for a division by zero is no zero.
  if (text.starts_with("#div/")) return because(Code::kScoreNotANumber);
  std::optional<ScoreReading> found;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool in_word = (i > 0 && is_ascii_letter(text[i - 1])) || (end < text.size() && is_ascii_letter(text[end]));
    if (in_word) return because(Code::kScoreNotANumber);
    if (found) return because(Code::kScoreAmbiguous);
    const bool has_fraction = end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
    const bool is_fraction = i > 0 && (text[i - 1] == '.' || text[i - 1] == ',');
    if (has_fraction || is_fraction) return because(Code::kScoreNotInteger);
    if (continues_number(text.substr(end))) return because(Code::kScoreNotANumber);
    if (i > 0 && text[i - 1] == '-') return because(Code::kScoreAmbiguous);
    const bool at_edge = all_punctuation(text, 0, i) || all_punctuation(text, end, text.size());
    if (!at_edge) return because(Code::kScoreNotANumber);
    found = whole_number(text.substr(i, end - i));
    i = end;
  }
  return found.value_or(because(Code::kScoreNotANumber));
}

bool has(CleaningSet on, CleaningRule rule) { return on[rule_index(rule)]; }

ScoreReading by(CleaningRule rule, ScoreReading reading) {
  reading.rules.set(rule_index(rule));
  return reading;
}

/// The rules that concern what `trimmed` took away, or what stands in front.
CleaningSet rules_of_ends(std::string_view cell, std::string_view text) {
  CleaningSet rules;
  if (text.size() != cell.size()) {
    const auto before = text.empty() ? cell.size() : static_cast<size_t>(text.data() - cell.data());
    const std::string_view ends[] = {cell.substr(0, before),
                                     text.empty() ? std::string_view() : cell.substr(before + text.size())};
    for (const std::string_view end : ends) {
      for (size_t i = 0; i < end.size(); ++i) {
        const auto byte = static_cast<unsigned char>(end[i]);
        // Blanks of ASCII, the ideographic one, and no-break spaces, which the other rule has made blanks.
        const std::string_view rest = end.substr(i);
        const bool no_break = rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF");
        if (byte < 0x80 || byte == 0xE3 || no_break) rules.set(rule_index(CleaningRule::kTrim));
        if (byte == 0xC2 || byte == 0xE2 || byte == 0xEF) rules.set(rule_index(CleaningRule::kInvisible));
      }
    }
  }
  if (text.starts_with('\'')) rules.set(rule_index(CleaningRule::kApostrophe));
  return rules;
}

/// 0 to 10 as everyone writes them.
bool is_canonical(std::string_view text) { return text == "10" || (text.size() == 1 && is_digit(text[0])); }

ScoreReading read_number(ScoreReading number, std::string_view text, std::string_view cell, CleaningSet on) {
  if (number.reason != Code::kNone) return number;
  // Full-width digits are folded by now, so the cell's own digits are asked.
  if (is_canonical(text) && cell.find('\xEF') == std::string_view::npos) return number;
  return has(on, CleaningRule::kNumbers) ? by(CleaningRule::kNumbers, number) : because(Code::kScoreNotANumber);
}

ScoreReading read_label(std::string_view text, std::string_view cell, CleaningSet on) {
  if (!has(on, CleaningRule::kLabels)) return because(Code::kScoreNotANumber);
  const ScoreReading reading = label(text);
  if (reading.reason != Code::kNone) return reading;
  // The ASCII digits of the cell are not those of the label: they were full-width.
  if (std::ranges::none_of(cell, is_digit)) {
    if (!has(on, CleaningRule::kNumbers)) return because(Code::kScoreNotANumber);
    return by(CleaningRule::kNumbers, by(CleaningRule::kLabels, reading));
  }
  return by(CleaningRule::kLabels, reading);
}

/// `cell` has no blanks at its ends.
ScoreReading read_trimmed(std::string_view cell, const MissingCodes& missing, CleaningSet on) {
  if (cell.size() > kLongestLabel) return because(Code::kScoreNotANumber);
  // Text that is longer than any code and has no digit of any width needs no folding.
  const bool has_digit = std::ranges::any_of(cell, [](char c) { return is_digit(c) || c == '\xEF'; });
  if (!has_digit && cell.size() > kLongestCode && missing.declared.empty()) return because(Code::kScoreNotANumber);
  const std::string text = folded(cell);
  if (text.empty()) return because(Code::kScoreEmpty);
  const bool missing_words = has(on, CleaningRule::kMissingWords);
  if (missing_words && std::ranges::find(missing.declared, text) != missing.declared.end()) {
    return by(CleaningRule::kMissingWords, because(Code::kScoreMissingCode));
  }
  if (const std::optional<ScoreReading> number = plain_number(text)) return read_number(*number, text, cell, on);
  if (is_missing_text(text)) {
    if (!missing_words) return because(Code::kScoreNotANumber);
    return by(CleaningRule::kMissingWords, because(Code::kScoreMissingCode));
  }
  return read_label(text, cell, on);
}

/// The last position of a scale of eleven answers, which is beyond a score.
std::optional<ScoreReading> eleven(std::string_view cell, CleaningSet on) {
  const std::string text = folded(cell);
  if (text != "11" && text != "11.0") return std::nullopt;
  const ScoreReading last{Code::kNone, 10};
  if (text == "11" && cell.find('\xEF') == std::string_view::npos) return last;
  return has(on, CleaningRule::kNumbers) ? by(CleaningRule::kNumbers, last) : because(Code::kScoreNotANumber);
}

/// The same answer with the rules of the ends; without them all when it is rejected.
ScoreReading with_ends(ScoreReading reading, CleaningSet ends) {
  const bool understood = reading.reason == Code::kNone || is_unscored_reason(reading.reason);
  reading.rules = understood ? reading.rules | ends : CleaningSet();
  return reading;
}

}  // namespace

ScoreReading read_score(std::string_view cell, const MissingCodes& missing, CleaningSet on) {
  const std::string_view text = trimmed(cell);
  const CleaningSet ends = rules_of_ends(cell, text);
  if ((ends & ~on).any()) return because(Code::kScoreNotANumber);
  return with_ends(read_trimmed(text, missing, on), ends);
}

ScoreReading read_answer(std::string_view cell, ScoreKind kind, GroupStyle style, const MissingCodes& missing, CleaningSet on) {
  const ScoreReading reading = read_score(cell, missing, on);
  if (kind == ScoreKind::kScores || is_unscored_reason(reading.reason)) return reading;
  const std::string_view text = trimmed(cell);
  const CleaningSet ends = rules_of_ends(cell, text);
  if ((ends & ~on).any()) return because(Code::kScoreNotANumber);
  if (kind == ScoreKind::kGroups) {
    const std::optional<Group> group = read_group(cell, style);
    if (group) return {Code::kNone, static_cast<uint8_t>(*group), ends};
    return because(style == GroupStyle::kWords ? Code::kScoreNotANumber : Code::kScoreOutOfRange);
  }
  if (const std::optional<ScoreReading> last = eleven(text, on)) return with_ends(*last, ends);
  if (reading.reason != Code::kNone) return reading;
  return reading.score == 0 ? because(Code::kScoreOutOfRange)
                            : ScoreReading{Code::kNone, static_cast<uint8_t>(reading.score - 1), reading.rules};
}

}  // namespace npscope
