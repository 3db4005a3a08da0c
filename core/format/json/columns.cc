// SPDX-License-Identifier: MIT
// The steps that happen when a record differs from those before it.
#include "core/format/json/columns.h"

#include <algorithm>

#include "core/format/table_source.h"

namespace npscope::json {
namespace {

/// Keys of all kinds of objects together; those that only hold objects are no columns.
constexpr size_t kMostEntries = 2 * kMostSheetColumns;

bool stands_as_it_is(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; });
}

}  // namespace

void Columns::clear() {
  nodes_.assign(1, {});
  index_.clear();
  names_.clear();
  wanted_.clear();
  added_.clear();
  name_bytes_ = 0;
  entries_ = 0;
  frozen_ = false;
  too_many_ = false;
}

void Columns::freeze(std::vector<bool> wanted) {
  frozen_ = true;
  wanted.resize(names_.size());
  wanted_.clear();
  for (uint32_t i = 0; i < wanted.size(); ++i)
    if (wanted[i]) wanted_.push_back(i);
  for (Node& node : nodes_)
    for (Entry& entry : node.entries) entry.wanted = entry.column != kNone && wanted[entry.column];
}

bool Columns::may_add(size_t bytes) {
  if (frozen_) return false;
  name_bytes_ += bytes;
  too_many_ = too_many_ || name_bytes_ > kMostNameBytes || entries_ >= kMostEntries || names_.size() >= kMostSheetColumns;
  return !too_many_;
}

uint32_t Columns::find_or_add(uint32_t node, std::string_view name) {
  const auto found = index_.find(std::pair(node, name));
  if (found != index_.end()) return found->second;
  if (!may_add(name.size())) return kNone;
  std::vector<Entry>& entries = nodes_[node].entries;
  const auto index = static_cast<uint32_t>(entries.size());
  const auto place = index_.emplace(Key(node, name), index).first;
  Entry& entry = entries.emplace_back();
  entry.name = &place->first.second;
  if (stands_as_it_is(name)) {
    const std::string quoted = '"' + std::string(name) + "\":";
    entry.quoted_size = static_cast<uint32_t>(quoted.size() - 1);
    entry.head_mask = (uint32_t{1} << std::min(quoted.size(), entry.head.size())) - 1;
    std::copy_n(quoted.begin(), std::min(quoted.size(), entry.head.size()), entry.head.begin());
  }
  ++entries_;
  added_.push_back({What::kEntry, node, index});
  return index;
}

uint32_t Columns::column_of(uint32_t node, uint32_t entry) {
  Entry& place = nodes_[node].entries[entry];
  if (place.column != kNone) return place.column;
  std::string name = nodes_[node].path + *place.name;
  if (!may_add(name.size())) return kNone;
  place.column = static_cast<uint32_t>(names_.size());
  wanted_.push_back(place.column);
  names_.push_back(std::move(name));
  added_.push_back({What::kColumn, node, entry});
  return place.column;
}

uint32_t Columns::node_of(uint32_t node, uint32_t entry) {
  Entry& place = nodes_[node].entries[entry];
  if (place.node != kNone) return place.node;
  std::string path = nodes_[node].path + *place.name + '.';
  if (!may_add(path.size())) return kNone;
  place.node = static_cast<uint32_t>(nodes_.size());
  const uint32_t added = place.node;
  nodes_.push_back({.path = std::move(path), .entries = {}});
  added_.push_back({What::kNode, node, entry});
  return added;
}

void Columns::forget() {
  for (; !added_.empty(); added_.pop_back()) {
    const Added& last = added_.back();
    Node& node = nodes_[last.node];
    if (last.what == What::kEntry) {
      name_bytes_ -= node.entries[last.entry].name->size();
      index_.erase(index_.find(std::pair(last.node, std::string_view(*node.entries[last.entry].name))));
      node.entries.pop_back();
      --entries_;
    } else if (last.what == What::kColumn) {
      name_bytes_ -= names_.back().size();
      node.entries[last.entry].column = kNone;
      names_.pop_back();
      wanted_.pop_back();
    } else {
      name_bytes_ -= nodes_.back().path.size();
      node.entries[last.entry].node = kNone;
      nodes_.pop_back();
    }
  }
}

}  // namespace npscope::json
