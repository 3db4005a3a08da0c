// SPDX-License-Identifier: MIT
// Texts lie in blocks that never move; memory is asked for so that its end is a failure and not a trap.
#include "core/format/xlsx/shared_strings.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "core/base/short_copy.h"
#include "core/base/utf8.h"
#include "core/format/xml/find.h"

namespace npscope::xlsx {
namespace {

/// Of texts and their list together.
constexpr size_t kMostMemory = size_t{1} << 30;
constexpr size_t kBlock = 1 << 20;
constexpr size_t kLongestText = xml::kLongestToken;
/// Behind each text, so that many can be validated at once.
constexpr char kSeparator = '\x1F';

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The UTF-16 unit of an escape at `at`, or -1.
int32_t escape_at(std::string_view text, size_t at) {
  constexpr size_t kLength = 7;  // _x000D_
  if (text.size() - at < kLength || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return -1;
  int32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

constexpr std::string_view kPlainStarts[] = {"<si><t>", "<si><t xml:space=\"preserve\">"};
constexpr std::string_view kPlainEnd = "</t></si>";

}  // namespace

void undo_escapes(std::string& text, size_t from) {
  constexpr size_t kLength = 7;
  size_t at = text.find("_x", from);
  if (at == std::string::npos) return;
  std::string out;
  size_t kept = at;
  while (at != std::string::npos) {
    int32_t unit = escape_at(text, at);
    if (unit < 0) {
      at = text.find("_x", at + 1);
      continue;
    }
    out.append(text, kept, at - kept);
    at += kLength;
    const int32_t low = unit >= 0xD800 && unit < 0xDC00 && at < text.size() ? escape_at(text, at) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      at += kLength;
    }
    // An escaped carriage return before a line feed is a line end of Windows.
    const bool line_end = unit == '\r' && at < text.size() && text[at] == '\n';
    if (!line_end) append_code_point(out, static_cast<uint32_t>(unit));
    kept = at;
    at = text.find("_x", at);
  }
  const size_t first = text.find("_x", from);
  out.append(text, kept);
  text.replace(first, std::string::npos, out);
}

bool RichText::take(const xml::Token& token) {
  if (token.kind == xml::TokenKind::kText) {
    if (!in_t_) return true;
    xml::append_text(token.text, token.cdata, text_);
    return text_.size() <= kLongestText;
  }
  const bool start = token.kind == xml::TokenKind::kStart;
  if (token.local == "rPh") in_reading_ = start;
  if (token.local != "t" || in_reading_) return true;
  in_t_ = start;
  if (start) {
    run_ = text_.size();
  } else {
    undo_escapes(text_, run_);
  }
  return true;
}

void RichText::clear() {
  text_.clear();
  in_t_ = false;
  in_reading_ = false;
}

SharedStrings::~SharedStrings() = default;

void SharedStrings::Free::operator()(void* memory) const { ::operator delete(memory); }

std::optional<Failure> SharedStrings::take(const xml::Token& token, xml::Tokenizer& tokens) {
  bool fine = true;
  if (token.local == "si" && token.kind == xml::TokenKind::kStart) {
    in_item_ = true;
    rich_.clear();
  } else if (token.local == "si") {
    in_item_ = false;
    fine = add(rich_.text());
    if (fine && token.name == "si") tokens.skip(take_plain(tokens.rest()));
  } else if (in_item_) {
    fine = rich_.take(token);
    full_ |= !fine;
  } else if (token.kind == xml::TokenKind::kEnd) {
    look_at_texts();
  }
  if (fine && !full_) return std::nullopt;
  return full_ ? Failure{Code::kLimitExceeded, "strings"} : Failure{Code::kOutOfMemory, {}};
}

/// Takes whole plain items at the start of `text` and gives their length.
size_t SharedStrings::take_plain(std::string_view text) {
  size_t used = 0;
  for (;;) {
    const std::string_view rest = text.substr(used);
    size_t start = 0;
    for (const std::string_view known : kPlainStarts)
      if (xml::stands_at(rest, 0, known)) start = known.size();
    if (start == 0) return used;
    const size_t special = xml::find_any(rest, start, '<', '&', '_', '\r');
    if (special == rest.size()) return used;
    const size_t end = rest[special] == '<' ? special : rest.find('<', special);
    if (end == std::string_view::npos || !xml::stands_at(rest, end, kPlainEnd)) return used;
    std::string_view content = rest.substr(start, end - start);
    if (special != end) {
      rich_.clear();
      (void)rich_.take({.kind = xml::TokenKind::kStart, .local = "t"});
      if (!rich_.take({.kind = xml::TokenKind::kText, .text = content})) return used;
      (void)rich_.take({.kind = xml::TokenKind::kEnd, .local = "t"});
      content = rich_.text();
    }
    if (!add(content)) return used;
    used += end + kPlainEnd.size();
  }
}

bool SharedStrings::add(std::string_view text) {
  if (size_ == capacity_ && !grow_list()) return false;
  char* to = room_for(text.size() + 1);
  if (to == nullptr) return false;
  copy_short(to, text.data(), text.size());
  to[text.size()] = kSeparator;
  new (strings_.get() + size_) std::string_view(to, text.size());
  ++size_;
  return true;
}

char* SharedStrings::room_for(size_t bytes) {
  if (bytes > free_size_) {
    look_at_texts();
    const size_t block = std::max(bytes, kBlock);
    full_ = allocated_ + block > kMostMemory;
    if (full_) return nullptr;
    free_ = static_cast<char*>(::operator new(block, std::nothrow));
    unseen_ = free_;
    free_size_ = free_ == nullptr ? 0 : block;
    if (free_ == nullptr) return nullptr;
    allocated_ += block;
    blocks_.emplace_back(free_);
  }
  char* to = free_;
  free_ += bytes;
  free_size_ -= bytes;
  return to;
}

void SharedStrings::look_at_texts() {
  const TextFaults faults = find_text_faults({unseen_, static_cast<size_t>(free_ - unseen_)});
  sound_ = sound_ && !faults.invalid && !faults.nul;
  unseen_ = free_;
}

bool SharedStrings::grow_list() {
  const size_t capacity = std::max<size_t>(1024, capacity_ + capacity_ / 2);
  const size_t growth = (capacity - capacity_) * sizeof(std::string_view);
  full_ = allocated_ + growth > kMostMemory;
  if (full_) return false;
  auto* grown = static_cast<std::string_view*>(::operator new(capacity * sizeof(std::string_view), std::nothrow));
  if (grown == nullptr) return false;
  std::uninitialized_copy_n(strings_.get(), size_, grown);
  strings_.reset(grown);
  capacity_ = capacity;
  allocated_ += growth;
  return true;
}

}  // namespace npscope::xlsx
