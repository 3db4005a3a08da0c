// SPDX-License-Identifier: MIT
// Targets are resolved as paths; a scheme or an external mode makes a target nothing.
#include "core/format/xlsx/package.h"

#include <algorithm>

namespace npscope::xlsx {
namespace {

constexpr size_t kMostText = 4 << 20;

/// Takes the last segment off a path that ends in "/" or is empty.
void go_up(std::string& path) {
  if (!path.empty()) path.pop_back();
  path.erase(path.rfind('/') + 1);
}

}  // namespace

std::string relationships_of(std::string_view part) {
  const size_t name = part.rfind('/') + 1;
  std::string path(part.substr(0, name));
  path += "_rels/";
  path += part.substr(name);
  path += ".rels";
  return path;
}

std::string resolve_target(std::string_view part, std::string_view target) {
  if (target.contains(':')) return {};
  std::string all(target);
  std::ranges::replace(all, '\\', '/');
  std::string path;
  if (!all.starts_with('/')) path = part.substr(0, part.rfind('/') + 1);
  for (std::string_view rest = all; !rest.empty();) {
    const size_t slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    if (segment == "..") {
      go_up(path);
    } else if (!segment.empty() && segment != ".") {
      path += segment;
      if (slash != std::string_view::npos) path += '/';
    }
  }
  return path;
}

std::optional<Failure> Relationships::take(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.kind != xml::TokenKind::kStart || token.local != "Relationship") return std::nullopt;
  const std::string type = attribute_text(tokens, "Type");
  const std::string target = attribute_text(tokens, "Target");
  std::string id = attribute_text(tokens, "Id");
  size_ += type.size() + target.size() + id.size() + part_.size();
  if (size_ > kMostText) return Failure{Code::kLimitExceeded, "relationships"};
  const bool external = tokens.attribute("TargetMode") == "External";
  all_.push_back({.id = std::move(id),
                  .kind = type.substr(type.rfind('/') + 1),
                  .part = external ? std::string() : resolve_target(part_, target)});
  return std::nullopt;
}

const Relationship* Relationships::of_kind(std::string_view kind) const {
  const auto found = std::ranges::find(all_, kind, &Relationship::kind);
  return found == all_.end() ? nullptr : &*found;
}

const Relationship* Relationships::with_id(std::string_view id) const {
  const auto found = std::ranges::find(all_, id, &Relationship::id);
  return found == all_.end() ? nullptr : &*found;
}

std::string attribute_text(const xml::Tokenizer& tokens, std::string_view local) {
  std::string text;
  xml::append_text(tokens.attribute(local), false, text);
  return text;
}

bool attribute_flag(const xml::Tokenizer& tokens, std::string_view local) {
  const std::string_view value = tokens.attribute(local);
  return value == "1" || value == "true" || value == "on";
}

}  // namespace npscope::xlsx
