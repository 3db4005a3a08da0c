// SPDX-License-Identifier: MIT
// Document: a small JSON text such as a recipe, parsed whole and read-only. Strict RFC 8259 in UTF-8; a name that is there twice in one
// object, half a surrogate pair and a number beyond a double are refused too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace npscope::json {

inline constexpr size_t kLongestDocument = size_t{1} << 20;
/// Arrays and objects within each other.
inline constexpr int kDeepestDocument = 32;

struct DocumentNodes;

/// One value of a Document, valid as long as that is. A node that is not there answers every question with "nothing", so that
/// `root.find("a").find("b").text()` needs no checks in between.
class Node {
 public:
  Node() = default;

  /// False: there is no such member or item. The JSON value null is there.
  [[nodiscard]] bool exists() const { return nodes_ != nullptr; }
  [[nodiscard]] bool is_null() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_array() const;
  /// The value, when it is of that kind.
  [[nodiscard]] std::optional<std::string_view> text() const;
  [[nodiscard]] std::optional<double> number() const;
  [[nodiscard]] std::optional<bool> boolean() const;
  /// A number as it is written.
  [[nodiscard]] std::optional<std::string_view> number_text() const;

  /// The member of that name.
  [[nodiscard]] Node find(std::string_view name) const;
  /// Its own name as a member of an object; empty for others.
  [[nodiscard]] std::string_view name() const;

  /// The items of an array or the members of an object, in the order of the text: `for (const Node item : node.items())`.
  class Items;
  [[nodiscard]] Items items() const;
  /// How many these are, and the one at `index` from 0.
  [[nodiscard]] size_t size() const;
  [[nodiscard]] Node item(size_t index) const;

  /// Where the value starts in the text, in bytes.
  [[nodiscard]] size_t position() const;

 private:
  friend class Document;
  Node(const DocumentNodes* nodes, uint32_t index) : nodes_(nodes), index_(index) {}
  [[nodiscard]] uint32_t behind() const;

  const DocumentNodes* nodes_ = nullptr;
  uint32_t index_ = 0;
};

class Node::Items {
 public:
  class Iterator {
   public:
    explicit Iterator(Node node) : node_(node) {}
    Node operator*() const { return node_; }
    Iterator& operator++() {
      node_.index_ = node_.behind();
      return *this;
    }
    bool operator==(const Iterator& other) const { return node_.index_ == other.node_.index_; }

   private:
    Node node_;
  };
  Items(Node first, Node end) : first_(first), end_(end) {}
  [[nodiscard]] Iterator begin() const { return Iterator(first_); }
  [[nodiscard]] Iterator end() const { return Iterator(end_); }

 private:
  Node first_;
  Node end_;
};

class Document {
 public:
  explicit Document(std::unique_ptr<const DocumentNodes> nodes);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  [[nodiscard]] Node root() const { return {nodes_.get(), 0}; }

 private:
  std::unique_ptr<const DocumentNodes> nodes_;
};

/// Nothing when `text` is no such document; `fault`, when given, gets the byte at which that shows. A byte order mark is skipped.
[[nodiscard]] [[gnu::noinline]] std::optional<Document> parse_document(std::string_view text, size_t* fault = nullptr);

}  // namespace npscope::json
