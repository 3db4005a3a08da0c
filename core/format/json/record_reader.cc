// SPDX-License-Identifier: MIT
// Reading: the hot loop over the members of an object, and the slower ways for new keys, repeated keys and arrays.
#include "core/format/json/record_reader.h"

#include <bit>
#include <cstring>

#include "core/base/simd.h"
#include "core/format/json/answers.h"
#include "core/format/json/value.h"

namespace npscope::json {
namespace {

ReadOutcome misplaced(const Tokens& tokens, uint32_t i) {
  return i >= tokens.count() ? ReadOutcome::kCut : ReadOutcome::kBroken;
}

/// True when the key that starts at `start` is this entry's, as it stands there, with a colon right behind it. REQUIRES: 16 readable
/// bytes.
[[gnu::always_inline]] inline bool is_key(std::string_view text, uint32_t start, const Columns::Entry& entry) {
  const char* at = text.data() + start;
#if NPSCOPE_SIMD
  const uint32_t equal = simd::high_bits(simd::equal(simd::load(at), simd::load(entry.head.data())));
  if ((~equal & entry.head_mask) != 0) return false;
#else
  if (entry.quoted_size == 0) return false;
  if (std::memcmp(at, entry.head.data(), std::min<size_t>(entry.quoted_size + 1, entry.head.size())) != 0) return false;
#endif
  const size_t size = entry.quoted_size;
  if (size < entry.head.size()) [[likely]]
    return true;
  if (start + size >= text.size() || at[size - 1] != '"' || at[size] != ':') return false;
  return std::memcmp(at + 1, entry.name->data(), size - 2) == 0;
}

}  // namespace

void RecordReader::restart() {
  if (!columns_.frozen()) {
    columns_.clear();
    slots_.clear();
  }
  nested_told_.clear();
}

ReadOutcome RecordReader::read(Tokens& tokens, uint32_t& i) {
  ++record_;
  width_ = 0;
  late_ = false;
  blanks_ = false;
  levels_.clear();
  repeated_.clear();
  uint32_t at = i;
  const ReadOutcome outcome = read_object(tokens, at, 0, false);
  if (outcome == ReadOutcome::kRecord) {
    i = at;
  } else {
    drop();
  }
  return outcome;
}

ReadOutcome RecordReader::read_object(Tokens& tokens, uint32_t& i, uint32_t node, bool in_answers) {
  const size_t outer = levels_.size();
  if (outer_depth_ + outer >= kMaxDepth) return ReadOutcome::kTooDeep;
  levels_.push_back({.node = node});
  uint32_t k = i + 1;
  blanks_ = blanks_ || tokens.at(k) != tokens.at(i) + 1;
  bool empty = tokens.first(k) == '}';
  for (;;) {
    const uint32_t behind = read_expected(tokens, k, levels_.back());
    if (behind == k && !empty) {
      const ReadOutcome outcome = read_member(tokens, k, in_answers, empty);
      if (outcome != ReadOutcome::kRecord) return outcome;
      if (tokens.first(k - 1) == '{') continue;
    } else {
      k = behind;
    }
    empty = false;
    // Behind a value, or before the end of an empty object.
    while (tokens.first(k) == '}') {
      ++k;
      levels_.pop_back();
      if (levels_.size() == outer) {
        i = k;
        return ReadOutcome::kRecord;
      }
    }
    if (tokens.first(k) != ',') return misplaced(tokens, k);
    ++k;
  }
}

uint32_t RecordReader::read_expected(Tokens& tokens, uint32_t k, Level& level) {
  if (level.node == Columns::kNone) return k;
  std::vector<Columns::Entry>& entries = columns_.node(level.node).entries;
  Columns::Entry* entry = entries.data() + level.next;
  Columns::Entry* const entries_end = entries.data() + entries.size();
  const std::string_view text = tokens.text();
  const uint32_t* const starts = tokens.starts();
  Slot* const slots = slots_.data();
  const size_t slot_count = slots_.size();
  const uint64_t record = record_;
  uint32_t escape = tokens.next_escape();
  uint32_t width = width_;
  bool blanks = false;
  uint32_t behind = k;
  for (; entry != entries_end; ++entry) {
    const uint32_t start = starts[k];
    if (entry->seen == record || entry->column >= slot_count || !is_key(text, start, *entry)) break;
    // The colon is there, so that two more entries of `starts` are.
    const uint32_t value = starts[k + 2];
    const uint32_t next = starts[k + 3];
    const char first = text.data()[value];
    Form form = Form::kString;
    if (first == '"') {
      if (escape < next) [[unlikely]] {
        const bool valid = read_escapes(tokens, k + 2, form);
        escape = tokens.next_escape();
        if (!valid) break;
      }
      blanks |= text.data()[next - 1] != '"';
    } else {
      const char* end = plain_scalar_end(text.data() + value);
      if (end == nullptr) end = scalar_end(text.data() + value, text.data() + text.size());
      if (end == nullptr) break;
      form = first == 'n' ? Form::kNull : Form::kScalar;
      blanks |= end != text.data() + next;
    }
    blanks |= value != start + entry->quoted_size + 1;
    entry->seen = record;
    if (entry->wanted) {
      slots[entry->column] = {.record = record, .token = k + 2, .end = 0, .form = form};
      width = std::max(width, entry->column + 1);
    }
    behind = k + 3;
    k += 4;
    if (text.data()[next] != ',') {
      ++entry;
      break;
    }
    blanks |= starts[k] != next + 1;
  }
  level.next = static_cast<uint32_t>(entry - entries.data());
  width_ = width;
  blanks_ = blanks_ || blanks;
  return behind;
}

ReadOutcome RecordReader::read_member(Tokens& tokens, uint32_t& k, bool in_answers, bool& empty) {
  blanks_ = true;
  if (tokens.first(k) != '"') return misplaced(tokens, k);
  Target target;
  ReadOutcome outcome = find_target(tokens, k, levels_.back(), target);
  if (outcome != ReadOutcome::kRecord) return outcome;
  if (tokens.first(k + 1) != ':') return misplaced(tokens, k + 1);
  k += 2;
  const char first = tokens.first(k);
  if (first == '[') return read_array(tokens, k, target, in_answers);
  if (first != '{') return read_plain(tokens, k++, target);
  if (outer_depth_ + levels_.size() >= kMaxDepth) return ReadOutcome::kTooDeep;
  Level inner{.node = Columns::kNone};
  outcome = open_object(target, inner.node);
  if (outcome != ReadOutcome::kRecord) return outcome;
  levels_.push_back(inner);
  empty = tokens.first(++k) == '}';
  return ReadOutcome::kRecord;
}

ReadOutcome RecordReader::open_object(Target target, uint32_t& node) {
  if (target.entry == Columns::kNone) return ReadOutcome::kRecord;
  node = columns_.node_of(target.node, target.entry);
  if (node != Columns::kNone) return ReadOutcome::kRecord;
  late_ = true;
  return columns_.too_many() ? ReadOutcome::kTooManyColumns : ReadOutcome::kRecord;
}

ReadOutcome RecordReader::find_target(Tokens& tokens, uint32_t i, Level& level, Target& target) {
  if (!string_valid(tokens, i)) return ReadOutcome::kBroken;
  if (level.node == Columns::kNone) return ReadOutcome::kRecord;
  std::string_view name = string_content(tokens, i);
  if (name.find('\\') != std::string_view::npos) {
    name_.resize(name.size());
    name_.resize(unescape(name, name_.data()).size);
    name = name_;
  }
  // Most surprises are members that this record does not have.
  const std::vector<Columns::Entry>& entries = columns_.node(level.node).entries;
  uint32_t entry = level.next;
  const uint32_t near = std::min<uint32_t>(level.next + 4, static_cast<uint32_t>(entries.size()));
  while (entry < near && *entries[entry].name != name) ++entry;
  if (entry >= near) entry = columns_.find_or_add(level.node, name);
  if (entry == Columns::kNone) {
    late_ = true;
    return columns_.too_many() ? ReadOutcome::kTooManyColumns : ReadOutcome::kRecord;
  }
  target = {level.node, entry};
  level.next = entry + 1;
  return enter(target);
}

ReadOutcome RecordReader::enter(Target target) {
  Columns::Entry& entry = columns_.node(target.node).entries[target.entry];
  if (entry.seen == record_) repeat(target);
  entry.seen = record_;
  return ReadOutcome::kRecord;
}

void RecordReader::repeat(Target target) {
  // The last one wins: what the member held before, plain or nested, is taken back.
  std::vector<Target> open{target};
  repeated_.push_back(static_cast<int32_t>(columns_.node(target.node).entries[target.entry].column));
  while (!open.empty()) {
    const Target last = open.back();
    open.pop_back();
    const Columns::Entry& entry = columns_.node(last.node).entries[last.entry];
    if (entry.column < slots_.size()) slots_[entry.column].record = 0;
    if (entry.node == Columns::kNone) continue;
    std::vector<Columns::Entry>& inner = columns_.node(entry.node).entries;
    for (uint32_t i = 0; i < inner.size(); ++i) {
      if (inner[i].seen != record_) continue;
      inner[i].seen = 0;
      open.push_back({entry.node, i});
    }
  }
}

ReadOutcome RecordReader::put(Target target, Slot slot) {
  if (target.entry == Columns::kNone) return ReadOutcome::kRecord;
  const Columns::Entry& entry = columns_.node(target.node).entries[target.entry];
  if (entry.column >= slots_.size()) [[unlikely]] {
    const ReadOutcome outcome = put_slow(target);
    if (outcome != ReadOutcome::kRecord || entry.column == Columns::kNone) return outcome;
  }
  if (!entry.wanted) return ReadOutcome::kRecord;
  slot.record = record_;
  slots_[entry.column] = slot;
  if (entry.column >= width_) width_ = entry.column + 1;
  return ReadOutcome::kRecord;
}

ReadOutcome RecordReader::put_slow(Target target) {
  const uint32_t column = columns_.column_of(target.node, target.entry);
  if (column == Columns::kNone) {
    late_ = true;
    return columns_.too_many() ? ReadOutcome::kTooManyColumns : ReadOutcome::kRecord;
  }
  if (column >= slots_.size()) slots_.resize(column + 1);
  return ReadOutcome::kRecord;
}

bool RecordReader::read_escapes(Tokens& tokens, uint32_t i, Form& form) {
  form = Form::kString;
  if (!tokens.may_have_escape(i)) return true;
  const std::string_view content = string_content(tokens, i);
  const size_t escape = find_backslash(content, 0);
  if (escape == content.size()) return true;
  form = Form::kEscapedString;
  return escapes_valid(content, escape);
}

ReadOutcome RecordReader::read_plain(Tokens& tokens, uint32_t i, Target target) {
  const char first = tokens.first(i);
  Slot slot{.token = i};
  if (first == '"') {
    if (!read_escapes(tokens, i, slot.form)) return ReadOutcome::kBroken;
  } else {
    const std::string_view text = tokens.text();
    if (scalar_end(text.data() + tokens.at(i), text.data() + text.size()) == nullptr) return misplaced(tokens, i);
    slot.form = first == 'n' ? Form::kNull : Form::kScalar;
  }
  return put(target, slot);
}

ReadOutcome RecordReader::read_array(Tokens& tokens, uint32_t& i, Target target, bool in_answers) {
  const uint32_t from = i;
  ArrayShape shape;
  Grammar grammar(kMaxDepth - outer_depth_ - levels_.size());
  Taken taken = Taken::kGoesOn;
  while (taken == Taken::kGoesOn) {
    if (i >= tokens.count()) return ReadOutcome::kCut;
    if (grammar.expects_element() && grammar.depth() == 1) shape.add(tokens.first(i));
    taken = grammar.take(tokens, i++);
  }
  if (taken == Taken::kTooDeep) return ReadOutcome::kTooDeep;
  if (taken == Taken::kBroken) return ReadOutcome::kBroken;
  if (target.entry == Columns::kNone) return ReadOutcome::kRecord;
  if (shape.objects && !in_answers && are_answers(tokens, from, i)) return read_answers(tokens, from, i, target);
  return put(target, {.token = from, .end = i, .form = shape.plain ? Form::kJoined : Form::kJson});
}

ReadOutcome RecordReader::read_answers(Tokens& tokens, uint32_t from, uint32_t to, Target target) {
  uint32_t node = Columns::kNone;
  ReadOutcome outcome = open_object(target, node);
  for (uint32_t i = from + 1; outcome == ReadOutcome::kRecord && i + 1 < to;) {
    const Answer answer = find_answer(tokens, i);
    i = answer.end + 1;
    Level level{.node = node};
    Target question;
    if (node != Columns::kNone) {
      outcome = find_target(tokens, answer.question, level, question);
      if (outcome != ReadOutcome::kRecord) break;
    }
    uint32_t value = answer.value;
    const char first = tokens.first(value);
    if (first == '{') {
      uint32_t inner = Columns::kNone;
      outcome = open_object(question, inner);
      if (outcome == ReadOutcome::kRecord) outcome = read_object(tokens, value, inner, true);
    } else {
      outcome = first == '[' ? read_array(tokens, value, question, true) : read_plain(tokens, value, question);
    }
  }
  return outcome;
}

}  // namespace npscope::json
