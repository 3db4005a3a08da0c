// SPDX-License-Identifier: MIT
// The grammar says whether a token may stand where it does; here is only what the tokens mean for tables.
#include "core/format/json/outline.h"

#include <string_view>

#include "core/format/json/value.h"

namespace npscope::json {

Outline::Stop Outline::run(Tokens& tokens, uint32_t& i) {
  for (; i < tokens.count(); ++i) {
    const char first = tokens.first(i);
    const size_t depth = grammar_.depth();
    if (depth == table_depth_ && grammar_.expects_element() && first != ']') {
      const Stop stop = enter_element(first);
      if (stop != Stop::kTokensEnd) return stop;
    }
    if (table_depth_ == 0 && grammar_.expects_key() && first == '"') note_key(tokens, i);
    const Taken taken = grammar_.take(tokens, i);
    if (taken == Taken::kBroken) return Stop::kBroken;
    if (taken == Taken::kTooDeep) return Stop::kTooDeep;
    if (grammar_.depth() > depth) enter(first);
    if (grammar_.depth() < depth) leave(depth);
    started_ = true;
    if (path_bytes_ > kMostPathBytes || tables_.size() > kMostTables) return Stop::kTooManyTables;
    if (taken == Taken::kValueDone) {
      ++i;
      return Stop::kDocumentEnd;
    }
  }
  return Stop::kTokensEnd;
}

Outline::Stop Outline::enter_element(char first) {
  if (first_element_) {
    first_element_ = false;
    is_table_ = first == '{';
    if (is_table_) {
      tables_.push_back({.path = path_});
      path_bytes_ += path_.size();
    }
  }
  if (in_open_table() && !walk_element_) return Stop::kElement;
  walk_element_ = false;
  if (is_table_ && first == '{') ++tables_.back().objects;
  return Stop::kTokensEnd;
}

void Outline::note_key(const Tokens& tokens, uint32_t i) {
  path_.resize(path_sizes_.back());
  if (!path_.empty()) path_.push_back('.');
  const std::string_view content = string_content(tokens, i);
  const size_t from = path_.size();
  path_.resize(from + content.size());
  // The grammar looks at the escapes only behind this.
  if (escapes_valid(content)) path_.resize(from + unescape(content, path_.data() + from).size);
}

void Outline::enter(char first) {
  if (!started_) is_object_ = first == '{';
  if (table_depth_ != 0) return;
  if (first == '{') {
    path_sizes_.push_back(path_.size());
    return;
  }
  table_depth_ = grammar_.depth();
  first_element_ = true;
  is_table_ = false;
}

void Outline::leave(size_t depth_before) {
  if (table_depth_ == 0) {
    path_.resize(path_sizes_.back());
    path_sizes_.pop_back();
  } else if (depth_before == table_depth_) {
    table_depth_ = 0;
    if (!first_element_) return;
    first_element_ = false;
    if (empty_arrays_.size() < kMostTables) empty_arrays_.push_back(path_);
    path_bytes_ += path_.size();
  }
}

void Outline::leave_table(uint64_t objects) {
  tables_.back().objects += objects;
  grammar_.go_out_to(table_depth_);
}

}  // namespace npscope::json
