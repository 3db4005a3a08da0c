// SPDX-License-Identifier: MIT
// One walk over the text; the nodes stand in its order in one list, and each knows where the next one behind all of its own stands.
#include "core/format/json/document.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/number_parse.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/format/json/value.h"

namespace npscope::json {

struct DocumentNodes {
  enum class Kind : uint8_t { kNull, kFalse, kTrue, kNumber, kText, kArray, kObject };
  /// A part of `texts`.
  struct Part {
    uint32_t at = 0;
    uint32_t size = 0;
  };
  struct Entry {
    Kind kind = Kind::kNull;
    uint32_t position = 0;
    uint32_t behind = 0;
    Part name;
    Part text;
    double number = 0;
  };

  [[nodiscard]] std::string_view view(Part part) const { return std::string_view(texts).substr(part.at, part.size); }

  std::vector<Entry> entries;
  std::string texts;
};

namespace {

using Kind = DocumentNodes::Kind;

/// Behind the text for readers that look at sixteen bytes at once.
constexpr size_t kPadding = 16;

class Parser {
 public:
  Parser(std::string_view text, DocumentNodes& out) : padded_(std::string(text).append(kPadding, '\0')), out_(out) {
    start_ = padded_.data();
    end_ = start_ + text.size();
    at_ = start_;
    out_.texts.reserve(text.size());
  }

  /// On failure position() is the place.
  bool run() {
    skip_blanks();
    if (!value({}, 0)) return false;
    skip_blanks();
    return at_ == end_;
  }

  [[nodiscard]] size_t position() const { return static_cast<size_t>(at_ - start_); }

 private:
  void skip_blanks() {
    while (at_ != end_ && is_blank(*at_)) ++at_;
  }

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool value(DocumentNodes::Part name, int depth) {
    const auto index = static_cast<uint32_t>(out_.entries.size());
    DocumentNodes::Entry& entry = out_.entries.emplace_back();
    entry.position = static_cast<uint32_t>(position());
    entry.name = name;
    if (at_ == end_) return false;
    bool good = false;
    if (*at_ == '{' || *at_ == '[') {
      entry.kind = *at_ == '{' ? Kind::kObject : Kind::kArray;
      good = depth < kDeepestDocument && (*at_ == '{' ? object(index, depth + 1) : array(depth + 1));
    } else if (*at_ == '"') {
      entry.kind = Kind::kText;
      good = text(entry.text);
    } else {
      good = scalar(entry);
    }
    out_.entries[index].behind = static_cast<uint32_t>(out_.entries.size());
    return good;
  }

  bool array(int depth) {
    ++at_;
    skip_blanks();
    if (take(']')) return true;
    for (;;) {
      skip_blanks();
      if (!value({}, depth)) return false;
      skip_blanks();
      if (take(']')) return true;
      if (!take(',')) return false;
    }
  }

  bool object(uint32_t index, int depth) {
    ++at_;
    skip_blanks();
    if (take('}')) return true;
    for (;;) {
      skip_blanks();
      DocumentNodes::Part name;
      if (at_ == end_ || *at_ != '"' || !text(name)) return false;
      skip_blanks();
      if (!take(':')) return false;
      skip_blanks();
      if (!value(name, depth)) return false;
      skip_blanks();
      if (take('}')) return names_differ(index);
      if (!take(',')) return false;
    }
  }

  /// The object's own node is the last one that has no end yet, so its members are told by stepping over theirs.
  bool names_differ(uint32_t object) {
    std::vector<std::string_view> names;
    for (uint32_t i = object + 1; i < out_.entries.size(); i = out_.entries[i].behind) {
      names.push_back(out_.view(out_.entries[i].name));
    }
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
  }

  bool text(DocumentNodes::Part& part) {
    const char* const content = at_ + 1;
    const char* close = content;
    while (close != end_ && *close != '"' && static_cast<unsigned char>(*close) >= 0x20) {
      close += *close == '\\' && close + 1 != end_ ? 2 : 1;
    }
    if (close == end_ || *close != '"') return false;
    const std::string_view raw(content, static_cast<size_t>(close - content));
    if (!escapes_valid(raw)) return false;
    const size_t before = out_.texts.size();
    out_.texts.resize(before + raw.size());
    const Unescaped plain = unescape(raw, out_.texts.data() + before);
    if (plain.lone_surrogate) return false;
    out_.texts.resize(before + plain.size);
    part = {static_cast<uint32_t>(before), static_cast<uint32_t>(plain.size)};
    at_ = close + 1;
    return true;
  }

  bool scalar(DocumentNodes::Entry& entry) {
    const char* const behind = scalar_end(at_, end_);
    if (behind == nullptr) return false;
    const std::string_view raw(at_, static_cast<size_t>(behind - at_));
    entry.kind = raw == "null" ? Kind::kNull : raw == "true" ? Kind::kTrue : raw == "false" ? Kind::kFalse : Kind::kNumber;
    if (entry.kind == Kind::kNumber) {
      const std::optional<double> number = parse_number(raw);
      if (!number) return false;
      entry.number = *number;
      entry.text = {static_cast<uint32_t>(out_.texts.size()), static_cast<uint32_t>(raw.size())};
      out_.texts += raw;
    }
    at_ = behind;
    return true;
  }

  std::string padded_;
  const char* start_ = nullptr;
  const char* end_ = nullptr;
  const char* at_ = nullptr;
  DocumentNodes& out_;
};

size_t valid_size(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t size = utf8_sequence_length(text.substr(at));
    if (size == 0) break;
    at += size;
  }
  return at;
}

}  // namespace

bool Node::is_null() const { return exists() && nodes_->entries[index_].kind == Kind::kNull; }
bool Node::is_object() const { return exists() && nodes_->entries[index_].kind == Kind::kObject; }
bool Node::is_array() const { return exists() && nodes_->entries[index_].kind == Kind::kArray; }

std::optional<std::string_view> Node::text() const {
  if (!exists() || nodes_->entries[index_].kind != Kind::kText) return std::nullopt;
  return nodes_->view(nodes_->entries[index_].text);
}

std::optional<double> Node::number() const {
  if (!exists() || nodes_->entries[index_].kind != Kind::kNumber) return std::nullopt;
  return nodes_->entries[index_].number;
}

std::optional<std::string_view> Node::number_text() const {
  if (!exists() || nodes_->entries[index_].kind != Kind::kNumber) return std::nullopt;
  return nodes_->view(nodes_->entries[index_].text);
}

std::optional<bool> Node::boolean() const {
  if (!exists()) return std::nullopt;
  const Kind kind = nodes_->entries[index_].kind;
  if (kind != Kind::kTrue && kind != Kind::kFalse) return std::nullopt;
  return kind == Kind::kTrue;
}

Node Node::find(std::string_view name) const {
  if (!is_object()) return {};
  for (const Node member : items()) {
    if (member.name() == name) return member;
  }
  return {};
}

std::string_view Node::name() const { return exists() ? nodes_->view(nodes_->entries[index_].name) : std::string_view(); }

Node::Items Node::items() const {
  if (!is_object() && !is_array()) return {Node(), Node()};
  return {Node(nodes_, index_ + 1), Node(nodes_, behind())};
}

size_t Node::size() const {
  size_t count = 0;
  for ([[maybe_unused]] const Node item : items()) ++count;
  return count;
}

Node Node::item(size_t index) const {
  for (const Node item : items()) {
    if (index-- == 0) return item;
  }
  return {};
}

size_t Node::position() const { return exists() ? nodes_->entries[index_].position : 0; }
uint32_t Node::behind() const { return nodes_->entries[index_].behind; }

Document::Document(std::unique_ptr<const DocumentNodes> nodes) : nodes_(std::move(nodes)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::optional<Document> parse_document(std::string_view text, size_t* fault) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  size_t place = 0;
  size_t& at = fault == nullptr ? place : *fault;
  at = kLongestDocument;
  if (text.size() > kLongestDocument) return std::nullopt;
  at = valid_size(text);
  if (at != text.size()) return std::nullopt;
  const size_t mark = text.starts_with(kMark) ? kMark.size() : 0;
  auto nodes = std::make_unique<DocumentNodes>();
  Parser parser(text.substr(mark), *nodes);
  const bool good = parser.run();
  at = mark + parser.position();
  if (!good) return std::nullopt;
  return Document(std::move(nodes));
}

}  // namespace npscope::json
