// SPDX-License-Identifier: MIT
// Equal sets are found first, by one hash of the set; only one of each goes on. In a bucket of a band each set is compared with a few
// others, so a bucket of many costs no more than its members.
#include "core/comment/near_duplicates.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

#include "core/base/text_hash.h"

namespace npscope {
namespace {

constexpr size_t kBands = 8;
constexpr size_t kRows = 4;
/// A set of fewer elements (four words and the three pairs between them) must be equal.
constexpr size_t kFewest = 7;
/// How many others of its bucket a set is compared with.
constexpr size_t kMostCompared = 8;

constexpr uint64_t mix(uint64_t value) {
  value ^= value >> 30;
  value *= 0xBF58476D1CE4E5B9ULL;
  value ^= value >> 27;
  value *= 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

using Set = std::span<const uint64_t>;

uint64_t hash_of(Set set) {
  uint64_t hash = set.size();
  for (const uint64_t element : set) hash = mix(hash ^ element);
  return hash;
}

/// At least four fifths of all elements are in both.
bool are_near(Set a, Set b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint64_t x = a[i];
    const uint64_t y = b[j];
    shared += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return shared * 5 >= (a.size() + b.size() - shared) * 4;
}

/// What two sets have in common in `band` as likely as they share elements.
uint64_t bucket_of(Set set, size_t band) {
  // The elements are hashes, so multiplying by an odd number permutes them well enough.
  std::array<uint64_t, kRows> factors{};
  std::array<uint64_t, kRows> least{};
  for (size_t row = 0; row < kRows; ++row) {
    factors[row] = mix(band * kRows + row + 1) | 1;
    least[row] = UINT64_MAX;
  }
  for (const uint64_t element : set) {
    for (size_t row = 0; row < kRows; ++row) least[row] = std::min(least[row], element * factors[row]);
  }
  return hash_of(least);
}

class Chains {
 public:
  explicit Chains(size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }
  uint32_t root(uint32_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  /// The smaller number stays the root.
  void join(uint32_t a, uint32_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parents_;
};

struct Member {
  uint64_t bucket = 0;
  uint32_t comment = 0;
};

/// Leaves out members that are alone in their buckets; some of these stay. Sorting the rest is cheap.
void drop_lone(std::vector<Member>& members, std::vector<uint8_t>& seen) {
  constexpr size_t kPlaces = size_t{1} << 22;
  seen.assign(kPlaces, 0);
  for (const Member& one : members) {
    uint8_t& times = seen[one.bucket % kPlaces];
    times = times == 0 ? 1 : 2;
  }
  std::erase_if(members, [&](const Member& one) { return seen[one.bucket % kPlaces] == 1; });
}

/// Sorts by bucket, then calls `act` for each bucket of several, in which `content` orders (equal contents by their comments).
template <class Content, class Act>
void for_each_bucket(std::vector<Member>& members, Content&& content, Act&& act) {
  std::ranges::sort(members, {}, &Member::bucket);
  for (size_t i = 0; i < members.size();) {
    size_t end = i + 1;
    while (end < members.size() && members[end].bucket == members[i].bucket) ++end;
    if (end - i > 1) {
      const std::span<Member> bucket = std::span(members).subspan(i, end - i);
      std::ranges::sort(bucket, {}, [&](const Member& one) { return std::pair(content(one.comment), one.comment); });
      act(bucket);
    }
    i = end;
  }
}

}  // namespace

void NearDuplicates::add(std::string_view comment) {
  reader_.start(comment);
  const auto from = static_cast<ptrdiff_t>(hashes_.size());
  uint64_t last = 0;
  for (bool first = true; reader_.next(); first = false) {
    const uint64_t hash = text_hash(reader_.word().text);
    hashes_.push_back(hash);
    // Whatever lies between: a comma more or less is near.
    if (!first) hashes_.push_back(mix(last + 0x9E3779B97F4A7C15ULL) ^ hash);
    last = hash;
  }
  std::sort(hashes_.begin() + from, hashes_.end());
  hashes_.erase(std::unique(hashes_.begin() + from, hashes_.end()), hashes_.end());
  ends_.push_back(hashes_.size());
}

std::vector<uint32_t> NearDuplicates::groups() const {
  const auto set_of = [&](uint32_t i) {
    const size_t start = i == 0 ? 0 : ends_[i - 1];
    return Set(hashes_).subspan(start, ends_[i] - start);
  };
  Chains chains(ends_.size());
  std::vector<uint64_t> contents(ends_.size());
  std::vector<Member> members;
  std::vector<uint8_t> seen;
  for (uint32_t i = 0; i < ends_.size(); ++i) {
    contents[i] = hash_of(set_of(i));
    if (!set_of(i).empty()) members.push_back({contents[i], i});
  }
  const auto content = [&](uint32_t comment) { return contents[comment]; };
  drop_lone(members, seen);
  for_each_bucket(members, content, [&](std::span<const Member> equal) {
    for (const Member& one : equal.subspan(1)) chains.join(equal[0].comment, one.comment);
  });
  std::vector<uint32_t> distinct;
  for (uint32_t i = 0; i < ends_.size(); ++i) {
    if (chains.root(i) == i && set_of(i).size() >= kFewest) distinct.push_back(i);
  }
  for (size_t band = 0; band < kBands; ++band) {
    members.clear();
    for (const uint32_t one : distinct) members.push_back({bucket_of(set_of(one), band), one});
    drop_lone(members, seen);
    for_each_bucket(members, content, [&](std::span<const Member> alike) {
      for (size_t i = 1; i < alike.size(); ++i) {
        for (size_t j = i - std::min(i, kMostCompared); j < i; ++j) {
          if (are_near(set_of(alike[i].comment), set_of(alike[j].comment))) chains.join(alike[i].comment, alike[j].comment);
        }
      }
    });
  }
  std::vector<uint32_t> groups(ends_.size());
  for (uint32_t i = 0; i < groups.size(); ++i) groups[i] = chains.root(i);
  return groups;
}

}  // namespace npscope
