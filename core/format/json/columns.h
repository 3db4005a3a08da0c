// SPDX-License-Identifier: MIT
// Columns: which column a member of a record belongs to. Names are those of the members, joined by dots where objects stand inside
// one another; columns are numbered as they first come.
//
// Objects of one file mostly have the same members in the same order. So each kind of object (Node) remembers the order, and a key
// is first compared, as it stands in the text, with the one that came next before; only a surprise costs a search.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace npscope::json {

class Columns {
 public:
  static constexpr uint32_t kNone = static_cast<uint32_t>(-1);
  /// Bytes of all names together; memory stays bounded whatever the keys are.
  static constexpr size_t kMostNameBytes = 16 << 20;

  /// A member of a kind of object.
  struct Entry {
    /// Start of the key as it stands in the text, with its quotes and the colon behind them.
    std::array<char, 16> head = {};
    /// Which bytes of `head` are the key's; a bit that no byte has: it cannot stand in a text as it is.
    uint32_t head_mask = 1 << 16;
    /// Size of the key with its quotes; 0: it cannot stand in a text as it is.
    uint32_t quoted_size = 0;
    /// Where its plain values go, kNone: it had none yet.
    uint32_t column = kNone;
    /// The kind of object it holds, kNone: it held none yet.
    uint32_t node = kNone;
    bool wanted = true;
    /// The record that had it last.
    uint64_t seen = 0;
    /// The key itself; lives as long as the entry.
    const std::string* name = nullptr;
  };

  struct Node {
    /// Path of the object with a dot behind it, empty for the record itself.
    std::string path;
    std::vector<Entry> entries;
  };

  Columns() { clear(); }

  void clear();
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] bool frozen() const { return frozen_; }
  /// No column is added from here on; `wanted` says which ones have text.
  void freeze(std::vector<bool> wanted);
  /// Columns that are wanted, rising.
  [[nodiscard]] const std::vector<uint32_t>& wanted() const { return wanted_; }

  [[nodiscard]] Node& node(uint32_t index) { return nodes_[index]; }
  /// Index of the entry with this name in a node: added when there is none, kNone when columns are frozen or too many.
  [[nodiscard]] uint32_t find_or_add(uint32_t node, std::string_view name);
  /// The column of an entry, and the node of an entry; given now if it had none; kNone as above.
  [[nodiscard]] uint32_t column_of(uint32_t node, uint32_t entry);
  [[nodiscard]] uint32_t node_of(uint32_t node, uint32_t entry);
  [[nodiscard]] bool too_many() const { return too_many_; }

  /// What was added since the last keep() stays, or is forgotten: a record that turns out to be broken has no columns.
  void keep() { added_.clear(); }
  void forget();

 private:
  enum class What : uint8_t { kEntry, kColumn, kNode };
  struct Added {
    What what;
    uint32_t node;
    uint32_t entry;
  };
  using Key = std::pair<uint32_t, std::string>;
  struct Less {
    using is_transparent = void;  // NOLINT(readability-identifier-naming)
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return a.first != b.first ? a.first < b.first : std::string_view(a.second) < std::string_view(b.second);
    }
  };
  [[nodiscard]] bool may_add(size_t bytes);

  std::vector<Node> nodes_;
  std::map<Key, uint32_t, Less> index_;
  std::vector<std::string> names_;
  std::vector<uint32_t> wanted_;
  std::vector<Added> added_;
  size_t name_bytes_ = 0;
  size_t entries_ = 0;
  bool frozen_ = false;
  bool too_many_ = false;
};

}  // namespace npscope::json
