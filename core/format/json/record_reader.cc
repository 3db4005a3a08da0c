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

/// True when the key that starts at `at` is this entry's, as it stands there. REQUIRES: 16 readable bytes.
[[gnu::always_inline]] inline bool is_key(const Tokens& tokens, uint32_t start, const Columns::Entry& entry) {
  const char* at = tokens.text().data() + start;
  const size_t size = entry.quoted_size;
#if NPSCOPE_SIMD
  const uint32_t equal = simd::high_bits(simd::equal(simd::load(at), simd::load(entry.head.data())));
  if (size <= 16) return size != 0 && (~equal & ((uint32_t{1} << size) - 1)) == 0;
  if (equal != 0xFFFF) return false;
#else
  if (size <= 16) return size != 0 && std::memcmp(at, entry.head.data(), size) == 0;
#endif
  if (start + size > tokens.text().size() || at[size - 1] != '"') return false;
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
  bool empty = tokens.first(k) == '}';
  for (;;) {
    if (!empty) {
      if (tokens.first(k) != '"') return misplaced(tokens, k);
      Target target;
      ReadOutcome outcome = find_target(tokens, k, levels_.back(), target);
      if (outcome != ReadOutcome::kRecord) return outcome;
      if (tokens.first(k + 1) != ':') return misplaced(tokens, k + 1);
      k += 2;
      const char first = tokens.first(k);
      if (first == '{') {
        if (outer_depth_ + levels_.size() >= kMaxDepth) return ReadOutcome::kTooDeep;
        Level inner{.node = Columns::kNone};
        outcome = open_object(target, inner.node);
        if (outcome != ReadOutcome::kRecord) return outcome;
        levels_.push_back(inner);
        empty = tokens.first(++k) == '}';
        continue;
      }
      outcome = first == '[' ? read_array(tokens, k, target, in_answers) : read_plain(tokens, k++, target);
      if (outcome != ReadOutcome::kRecord) return outcome;
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

ReadOutcome RecordReader::open_object(Target target, uint32_t& node) {
  if (target.entry == Columns::kNone) return ReadOutcome::kRecord;
  node = columns_.node_of(target.node, target.entry);
  if (node != Columns::kNone) return ReadOutcome::kRecord;
  late_ = true;
  return columns_.too_many() ? ReadOutcome::kTooManyColumns : ReadOutcome::kRecord;
}

[[gnu::always_inline]] inline ReadOutcome RecordReader::find_target(Tokens& tokens, uint32_t i, Level& level, Target& target) {
  if (level.node == Columns::kNone) return string_valid(tokens, i) ? ReadOutcome::kRecord : ReadOutcome::kBroken;
  Columns::Node& node = columns_.node(level.node);
  if (level.next < node.entries.size() && is_key(tokens, tokens.at(i), node.entries[level.next])) [[likely]] {
    target = {level.node, level.next++};
    Columns::Entry& entry = node.entries[target.entry];
    if (entry.seen == record_) [[unlikely]]
      repeat(target);
    entry.seen = record_;
    return ReadOutcome::kRecord;
  }
  return search_target(tokens, i, level, target);
}

ReadOutcome RecordReader::search_target(Tokens& tokens, uint32_t i, Level& level, Target& target) {
  if (!string_valid(tokens, i)) return ReadOutcome::kBroken;
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

[[gnu::always_inline]] inline ReadOutcome RecordReader::put(Target target, Slot slot) {
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

[[gnu::always_inline]] inline ReadOutcome RecordReader::read_plain(Tokens& tokens, uint32_t i, Target target) {
  const char first = tokens.first(i);
  Slot slot{.token = i};
  if (first == '"') {
    slot.form = Form::kString;
    if (tokens.may_have_escape(i)) [[unlikely]] {
      const std::string_view content = string_content(tokens, i);
      if (!escapes_valid(content)) return ReadOutcome::kBroken;
      if (content.find('\\') != std::string_view::npos) slot.form = Form::kEscapedString;
    }
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
      outcome = search_target(tokens, answer.question, level, question);
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
