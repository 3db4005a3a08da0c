// SPDX-License-Identifier: MIT
// DistinctCount: how many different texts a column has, by their hashes, exactly up to a bound and not at all beyond it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace npscope {

class DistinctCount {
 public:
  static constexpr size_t kMost = size_t{1} << 16;

  /// False once there were more than are counted: then no hash is asked for any more.
  [[nodiscard]] bool counting() const { return counting_; }

  /// Adds a text by its hash.
  void add(uint64_t hash) {
    pending_[waiting_] = hash;
    if (++waiting_ == pending_.size()) insert_pending();
  }

  /// Nothing when there were too many.
  [[nodiscard]] std::optional<uint64_t> count() {
    insert_pending();
    if (!counting_) return std::nullopt;
    return size_;
  }

 private:
  // The lowest bit may be spoken for.
  [[nodiscard]] size_t place(uint64_t hash) const { return (hash >> 1) & (slots_.size() - 1); }
  [[gnu::noinline]] void insert_pending();
  void insert(uint64_t hash);
  void grow();

  /// 0: free.
  std::vector<uint64_t> slots_ = std::vector<uint64_t>(64);
  size_t size_ = 0;
  bool counting_ = true;
  std::array<uint64_t, 32> pending_{};
  size_t waiting_ = 0;
};

}  // namespace npscope
