// SPDX-License-Identifier: MIT
// One look at the bytes tells which rules can have anything to do; most cells are done then. The others go through the passes until
// none of them changes anything.
#include "core/survey/cleaning.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/nfc.h"
#include "core/base/simd.h"
#include "core/format/html/entities.h"
#include "core/survey/cleaning_passes.h"
#include "core/survey/tags.h"

namespace npscope {
namespace {

constexpr int kMostRounds = 16;

bool has(CleaningSet on, CleaningRule rule) { return on[rule_index(rule)]; }

CleaningSet rules_for(TextUse use) {
  CleaningSet rules;
  for (const CleaningRule rule :
       {CleaningRule::kTrim, CleaningRule::kInvisible, CleaningRule::kApostrophe, CleaningRule::kNfc}) {
    rules.set(rule_index(rule));
  }
  if (use != TextUse::kComment) rules.set(rule_index(CleaningRule::kInnerSpace));
  if (use == TextUse::kKey) {
    rules.set(rule_index(CleaningRule::kKeyCase));
  } else {
    rules.set(rule_index(CleaningRule::kEntities));
    rules.set(rule_index(CleaningRule::kTags));
  }
  return rules;
}

// What a text may hold that a rule wants to see.
constexpr uint8_t kHigh = 1;     // anything beyond ASCII
constexpr uint8_t kMarkup = 2;   // & or <
constexpr uint8_t kControl = 4;  // blanks of ASCII but the space
constexpr uint8_t kDouble = 8;   // two spaces
constexpr uint8_t kUpper = 16;

constexpr std::array<uint8_t, 256> kClasses = [] {
  std::array<uint8_t, 256> classes{};
  for (size_t c = 0x80; c < 256; ++c) classes[c] = kHigh;
  for (size_t c = 0; c < ' '; ++c) classes[c] = kControl;
  for (size_t c = 'A'; c <= 'Z'; ++c) classes[c] = kUpper;
  classes['&'] = classes['<'] = kMarkup;
  return classes;
}();

uint8_t classes_scalar(std::string_view text) {
  uint8_t found = 0;
  char before = 0;
  for (const char c : text) {
    found |= kClasses[static_cast<unsigned char>(c)];
    if (c == ' ' && before == ' ') found |= kDouble;
    before = c;
  }
  return found;
}

#if NPSCOPE_SIMD
/// REQUIRES: at least 17 bytes.
uint8_t classes_simd(std::string_view text) {
  using simd::Bytes16, simd::either, simd::equal, simd::splat, simd::subtract_saturated;
  const Bytes16 zero = splat(0);
  Bytes16 high = zero;
  Bytes16 markup = zero;
  Bytes16 control = zero;
  Bytes16 doubled = zero;
  Bytes16 upper = zero;
  const size_t last = text.size() - 17;
  for (size_t at = 0;; at = std::min(at + 16, last)) {
    const Bytes16 now = simd::load(text.data() + at);
    const Bytes16 next = simd::load(text.data() + at + 1);
    high = either(high, now);
    markup = either(markup, either(equal(now, splat('&')), equal(now, splat('<'))));
    control = either(control, equal(subtract_saturated(now, splat(0x1F)), zero));
    doubled = either(doubled, simd::both(equal(now, splat(' ')), equal(next, splat(' '))));
    const Bytes16 outside = either(subtract_saturated(splat('A'), now), subtract_saturated(now, splat('Z')));
    upper = either(upper, equal(outside, zero));
    if (at == last) break;
  }
  uint8_t found = kClasses[static_cast<unsigned char>(text.back())];
  if (simd::high_bits(high) != 0) found |= kHigh;
  if (simd::any(markup)) found |= kMarkup;
  if (simd::any(control)) found |= kControl;
  if (simd::any(doubled)) found |= kDouble;
  if (simd::any(upper)) found |= kUpper;
  return found;
}
#endif

uint8_t classes_of(std::string_view text) {
#if NPSCOPE_SIMD
  if (text.size() > 16) return classes_simd(text);
#endif
  return classes_scalar(text);
}

class Cleaner {
 public:
  Cleaner(std::string_view text, CleaningSet on, char line_end, std::string& scratch, CleaningSet& changed)
      : now_(text), on_(on), line_end_(line_end), scratch_(scratch), changed_(changed) {}

  std::string_view run() {
    for (int round = 0; round < kMostRounds && one_round(); ++round) {
    }
    return now_;
  }

 private:
  bool one_round() {
    any_ = false;
    const uint8_t classes = classes_of(now_);
    const bool high = (classes & kHigh) != 0;
    if ((classes & kMarkup) != 0) {
      pass(CleaningRule::kEntities, html::append_text);
      pass(CleaningRule::kTags, [this](std::string_view text, std::string& out) {
        if (!append_without_tags(text, line_end_, out)) out.append(text);
      });
    }
    if (high || any_) {
      if (has_invisible(now_)) pass(CleaningRule::kInvisible, append_without_invisible);
      normalize();
    }
    if (high || any_ || (classes & kUpper) != 0) pass(CleaningRule::kKeyCase, append_lower_case);
    shorten_ends();
    if ((high || any_ || (classes & (kControl | kDouble)) != 0) && has_inner_space(now_)) {
      pass(CleaningRule::kInnerSpace, append_with_single_spaces);
    }
    return any_;
  }

  void shorten_ends() {
    const bool trims = has(on_, CleaningRule::kTrim);
    if (trims) shorten(CleaningRule::kTrim, without_blank_ends(now_));
    if (!has(on_, CleaningRule::kApostrophe) || !is_guarded(now_)) return;
    shorten(CleaningRule::kApostrophe, now_.substr(1));
    if (trims) shorten(CleaningRule::kTrim, without_blank_ends(now_));
  }

  void note(CleaningRule rule) {
    changed_.set(rule_index(rule));
    any_ = true;
  }

  template <class Append>
  void pass(CleaningRule rule, const Append& append) {
    if (!has(on_, rule)) return;
    spare_.clear();
    append(now_, spare_);
    if (spare_ == now_) return;
    scratch_.swap(spare_);
    now_ = scratch_;
    note(rule);
  }

  void normalize() {
    if (!has(on_, CleaningRule::kNfc)) return;
    const std::string_view normal = nfc(now_, spare_);
    if (normal == now_) return;
    scratch_.swap(spare_);
    now_ = scratch_;
    note(CleaningRule::kNfc);
  }

  void shorten(CleaningRule rule, std::string_view text) {
    if (text.size() == now_.size()) return;
    now_ = text;
    note(rule);
  }

  std::string_view now_;
  CleaningSet on_;
  char line_end_;
  std::string& scratch_;
  CleaningSet& changed_;
  std::string spare_;
  bool any_ = false;
};

/// True when no rule can have anything to do: plain ASCII without anything that one of them looks at.
bool is_clean(std::string_view text, CleaningSet on) {
  if (text.empty()) return true;
  uint8_t wanted = kHigh;
  if (has(on, CleaningRule::kEntities) || has(on, CleaningRule::kTags)) wanted |= kMarkup;
  if (has(on, CleaningRule::kInnerSpace)) wanted |= kDouble | kControl;
  if (has(on, CleaningRule::kKeyCase)) wanted |= kUpper;
  return text.front() > ' ' && text.back() > ' ' && text.front() != '\'' && (classes_of(text) & wanted) == 0;
}

}  // namespace

std::string_view clean_text(std::string_view text, CleaningSet on, TextUse use, std::string& scratch, CleaningSet& changed) {
  on &= rules_for(use);
  if (is_clean(text, on)) return text;
  return Cleaner(text, on, use == TextUse::kComment ? '\n' : ' ', scratch, changed).run();
}

}  // namespace npscope
