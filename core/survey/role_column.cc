// SPDX-License-Identifier: MIT
// Every cell goes one of two ways to the same facts: a quick one for the shapes that most cells have, and a careful one.
#include "core/survey/role_column.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/text_hash.h"
#include "core/format/record_batch.h"
#include "core/format/short_quoted.h"
#include "core/survey/number_cell.h"
#include "core/survey/plain_text.h"
#include "core/survey/role_cleaning.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

bool holds_emails(const Column& column) {
  if (column.role != Role::kRespondent) return false;
  if (std::ranges::any_of(column.evidence, [](const std::string& code) { return code.starts_with("emails:"); })) return true;
  const std::string words = header_words(column.name);
  return std::ranges::any_of(std::to_array<std::string_view>({"mail", "courriel", "correo", "邮箱", "邮件", "郵件", "信箱"}),
                             [&words](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// What declared codes say about the answers they may say about these columns too; 999 may well be a customer's number.
bool is_answered(Role role) { return role == Role::kScore || role == Role::kDriver || role == Role::kComment; }

/// What spreadsheets show where a formula went wrong; `#N/A` is a word for "no answer".
bool is_formula_error(std::string_view text) {
  if (text.empty() || text[0] != '#') return false;
  const std::string word = folded(text);
  return std::ranges::any_of(
      std::to_array<std::string_view>({"#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!", "#calc!"}),
      [&word](std::string_view error) { return word == error; });
}

/// Beyond so many different cells a table costs more than reading each: a hash is cheap, understanding a date is not.
size_t most_remembered(Role role) {
  if (role == Role::kComment) return 0;
  switch (kind_of(role)) {
    case RoleKind::kKey:
      return 256;
    case RoleKind::kText:
      return 1024;
    default:
      return 4096;
  }
}

}  // namespace

RoleKind kind_of(Role role) {
  switch (role) {
    case Role::kResponseId:
    case Role::kRespondent:
    case Role::kAccount:
    case Role::kWave:
      return RoleKind::kKey;
    case Role::kDate:
    case Role::kStartDate:
      return RoleKind::kDate;
    case Role::kWeight:
    case Role::kRevenue:
    case Role::kDriver:
      return RoleKind::kNumber;
    default:
      return RoleKind::kText;
  }
}

RoleColumn::RoleColumn(size_t column, const Mapping& mapping, const Rules& rules, char quote)
    : column_(column),
      role_(mapping.columns[column].role),
      kind_(kind_of(role_)),
      use_(text_use(role_)),
      quote_(quote),
      decimal_(mapping.decimal),
      cleaning_(rules.cleaning),
      keys_{role_, rules_for(role_, rules.cleaning), holds_emails(mapping.columns[column])},
      dates_(mapping, rules),
      missing_(is_answered(role_) ? &mapping.missing : nullptr),
      remembered_(most_remembered(role_)),
      recent_(remembered_ > 0 ? kRecent : 0) {}

const CellFacts& RoleColumn::look_up(std::string_view raw, const char* end, Recent* recent) {
  if (raw.size() <= kLongestRemembered) {
    const uint32_t code = texts_.code(raw);
    const bool known = code < known_count_ || learn(raw, end) != nullptr;
    if (known) {
      if (recent != nullptr) recent->code = code;
      return known_[code];
    }
  }
  if (recent != nullptr) *recent = {};
  read_cell(raw, end);
  return now_;
}

const CellFacts* RoleColumn::learn(std::string_view raw, const char* end) {
  if (known_count_ == remembered_) {
    remembered_ = 0;
    texts_ = Dictionary();
    known_ = {};
    known_count_ = 0;
    return nullptr;
  }
  read_cell(raw, end);
  known_.push_back(now_);
  ++known_count_;
  return &known_.back();
}

void RoleColumn::read_cell(std::string_view raw, const char* end) {
  now_ = {};
  std::string_view text = raw;
  if (raw[0] == quote_ && quote_ != '\0') {
    const std::optional<std::string_view> plain = plain_quoted(raw, quote_, end);
    text = plain ? *plain : cell_text(raw, quote_, unquoted_);
  }
  if (text.empty()) return;
  const bool in_place = text.data() != unquoted_.data();
  const size_t room = in_place ? static_cast<size_t>(end - text.data()) : text.size();
  if (!read_quickly(text, room)) read_carefully(text);
  if (now_.hash != 0 && distinct_.counting()) distinct_.add(now_.hash);
}

bool RoleColumn::read_quickly(std::string_view text, size_t room) {
  switch (kind_) {
    case RoleKind::kKey:
      return read_plain_key(text, room, keys_, missing_, now_);
    case RoleKind::kDate:
      if (!dates_.read_iso(text, now_)) return false;
      break;
    case RoleKind::kNumber:
      if (!is_plain_number(text) || text[0] == '-' || missing_.may_have(text)) return false;
      now_.filled = now_.valid = true;
      break;
    case RoleKind::kText: {
      bool ascii = false;
      if (text[0] == '#' || !is_plain_text(text, use_, ascii)) return false;
      if (text.size() <= missing_.longest() * 3 && (!ascii || missing_.may_have(text))) return false;
      now_.filled = now_.valid = true;
    }
  }
  note_text(text);
  return true;
}

void RoleColumn::read_carefully(std::string_view text) {
  const std::string_view cleaned = clean_text(text, cleaning_, use_, cleaned_, now_.changed);
  if (trimmed(cleaned).empty()) return;
  if (missing_.has(cleaned) && cleaning_[rule_index(CleaningRule::kMissingWords)]) {
    now_.changed.set(rule_index(CleaningRule::kMissingWords));
    return;
  }
  understand(cleaned);
}

/// REQUIRES: `text` is cleaned and has something in it.
void RoleColumn::understand(std::string_view text) {
  if (is_formula_error(text)) {
    // As a key it would make one respondent of all records with an error.
    now_.filled = true;
    if (kind_ == RoleKind::kDate) now_.remark = Code::kDateInvalid;
    if (kind_ == RoleKind::kNumber) now_.remark = Code::kNumberInvalid;
    if (keys_.emails) now_.remark = Code::kEmailInvalid;
    return;
  }
  switch (kind_) {
    case RoleKind::kKey:
      read_key(text, keys_, now_);
      return;
    case RoleKind::kDate:
      dates_.read(text, now_);
      break;
    case RoleKind::kNumber:
      read_number(text);
      break;
    case RoleKind::kText:
      now_.filled = now_.valid = true;
  }
  note_text(text);
}

void RoleColumn::read_number(std::string_view text) {
  now_.filled = true;
  std::optional<std::string_view> number;
  if (is_plain_number(text)) {
    number = text;
  } else if (cleaning_[rule_index(CleaningRule::kNumbers)]) {
    number = plain_number(text, decimal_, number_);
    if (number) now_.changed.set(rule_index(CleaningRule::kNumbers));
  }
  now_.valid = number.has_value() && !(role_ == Role::kWeight && is_below_zero(*number));
  const bool labels = role_ == Role::kDriver && cleaning_[rule_index(CleaningRule::kLabels)];
  if (!number && labels && read_score(text, {}).reason == Code::kNone) {
    now_.valid = true;
    now_.changed.set(rule_index(CleaningRule::kLabels));
  }
  if (!now_.valid) now_.remark = Code::kNumberInvalid;
}

/// The hash serves the count of different texts only, and is left out when that is over.
void RoleColumn::note_text(std::string_view text) {
  if (distinct_.counting()) now_.hash = std::max<uint64_t>(text_hash(text), 1);
}

}  // namespace npscope
