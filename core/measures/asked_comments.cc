// SPDX-License-Identifier: MIT
// A person may name a column twice, by its name and by its role: it is asked once.
#include "core/measures/asked_comments.h"

#include <algorithm>

#include "core/measures/comment_terms.h"
#include "core/stats/summary.h"

namespace npscope {

uint64_t OptionReader::count(std::string_view name, uint64_t usual, uint64_t least, uint64_t most) {
  const double value = number(name, static_cast<double>(usual), static_cast<double>(least), static_cast<double>(most));
  const auto whole = static_cast<uint64_t>(value);
  if (static_cast<double>(whole) != value) fail(name);
  return whole;
}

double OptionReader::number(std::string_view name, double usual, double least, double most) {
  const json::Node node = options_.find(name);
  if (!node.exists()) return usual;
  const std::optional<double> value = node.number();
  if (value && *value >= least && *value <= most) return *value;
  fail(name);
  return usual;
}

bool OptionReader::flag(std::string_view name, bool usual) {
  const json::Node node = options_.find(name);
  if (node.exists() && !node.boolean()) fail(name);
  return node.boolean().value_or(usual);
}

std::string_view OptionReader::text(std::string_view name) {
  const json::Node node = options_.find(name);
  if (node.exists() && (!node.text() || node.text()->empty())) fail(name);
  return node.text().value_or(std::string_view());
}

size_t OptionReader::word(std::string_view name, std::span<const std::string_view> words) {
  const json::Node node = options_.find(name);
  if (!node.exists()) return 0;
  const auto found = node.text() ? std::ranges::find(words, *node.text()) : words.end();
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  fail(name);
  return 0;
}

std::vector<ColumnRef> OptionReader::columns() {
  std::vector<ColumnRef> refs;
  const json::Node node = options_.find("columns");
  if (!node.exists()) return refs;
  if (!node.is_array() || node.size() == 0) fail("columns");
  for (const json::Node item : node.items()) {
    const std::optional<ColumnRef> ref = column_ref(item);
    if (!ref) fail("columns");
    refs.push_back(ref.value_or(ColumnRef()));
  }
  return refs;
}

std::string OptionReader::fault(std::initializer_list<std::string_view> known) {
  for (const json::Node member : options_.items()) {
    if (member.name() != "measure" && std::ranges::find(known, member.name()) == known.end()) fail(member.name());
  }
  return wrong_;
}

AskedComments::AskedComments(std::span<const Part> parts, std::span<const ColumnRef> refs) : parts_(parts) {
  for (const Part& part : parts) {
    std::vector<Column>& columns = columns_.emplace_back();
    if (refs.empty()) {
      for (const auto& [place, texts] : comment_columns(part)) columns.push_back({place, texts});
    }
    for (const ColumnRef& ref : refs) {
      const TextColumn* const texts = texts_of(part, ref);
      if (texts != nullptr) columns.push_back({*column_of(*part.mapping, ref), texts});
    }
    std::ranges::sort(columns, {}, &Column::place);
    const auto twice = std::ranges::unique(columns, {}, &Column::place);
    columns.erase(twice.begin(), twice.end());
  }
}

AskedComments::Position AskedComments::position(const CommentPlace& at) const {
  const Part& part = parts_[at.part];
  return {part.index, part.records.empty() ? at.response : part.records[at.response], columns_[at.part][at.column].place};
}

void AskedComments::write_place(JsonWriter& out, const CommentPlace& at) const {
  const Part& part = parts_[at.part];
  out.member("file", static_cast<uint64_t>(part.index));
  out.key("record");
  if (part.records.empty()) {
    out.null();
  } else {
    out.value(part.records[at.response]);
  }
  out.member("column", static_cast<uint64_t>(columns_[at.part][at.column].place));
}

void need_comments(Needs& needs, bool terms, bool places) {
  needs.all_comments = true;
  needs.terms = needs.terms || terms;
  needs.records = needs.records || places;
}

void add_response(const Part& part, size_t response, ResponseCounts& counts) {
  counts.add_answer(part.groups_only, part.answers[response], part.times_of(response));
}

}  // namespace npscope
