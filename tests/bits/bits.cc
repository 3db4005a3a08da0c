// SPDX-License-Identifier: MIT
// Inputs come from splitmix64 and are made of integers, so they are the same everywhere; every result of a function goes into
// the hash.
#include "tests/bits/bits.h"

#include <array>
#include <bit>
#include <vector>

#include "core/base/elementary.h"
#include "core/stats/bootstrap.h"
#include "core/stats/decomposition.h"
#include "core/stats/difference.h"
#include "core/stats/distributions.h"
#include "core/stats/homogeneity.h"
#include "core/stats/interval.h"
#include "core/stats/paired.h"
#include "core/stats/posterior.h"
#include "core/stats/sample_size.h"
#include "core/stats/segments.h"
#include "core/stats/share_intervals.h"

namespace npscope {
namespace {

class Inputs {
 public:
  uint64_t integer() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  /// Above 0 and below 1.
  double share() { return (static_cast<double>(integer() >> 12) + 0.5) * 0x1p-52; }
  double between(double low, double high) { return low + (high - low) * share(); }
  /// Positive, of any size from 2^-40 to 2^40.
  double positive() {
    const auto exponent = static_cast<int64_t>(integer() % 81) - 40;
    return std::bit_cast<double>(static_cast<uint64_t>(1023 + exponent) << 52 | integer() >> 12);
  }
  GroupCounts counts(uint64_t most) { return {integer() % most, integer() % most, 1 + integer() % most}; }

 private:
  uint64_t state_ = 2026;
};

class Hash {
 public:
  void add(double value) {
    uint64_t bits = std::bit_cast<uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8) value_ = (value_ ^ (bits & 255)) * 0x100000001B3;
  }
  void add(const Limits& limits) {
    add(limits.low);
    add(limits.high);
  }
  void add(const Difference& difference) {
    add(difference.estimate);
    add(difference.limits);
    add(difference.p);
  }
  [[nodiscard]] uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325;
};

void one_nps(Inputs& in, Hash& hash) {
  const GroupCounts counts = in.counts(400);
  const double level = in.between(0.5, 0.999);
  for (const IntervalMethod method : {IntervalMethod::kScore, IntervalMethod::kAdjustedWald, IntervalMethod::kWald}) {
    hash.add(interval(counts, method, level));
  }
  hash.add(*interval_in_population(counts, counts.responses() * 2, level));
  const ShareIntervals shares = *share_intervals(counts, level);
  hash.add(shares.detractors);
  hash.add(shares.passives);
  hash.add(shares.promoters);
  hash.add(*bootstrap_limits(counts, level));
  hash.add(*detectable_difference({in.share(), counts.responses(), {}}, {1, 100, 5000}, level, 0.8));
}

void two_nps(Inputs& in, Hash& hash) {
  hash.add(*difference(in.counts(40), in.counts(40), 0.95));
  hash.add(*difference(in.counts(4000), in.counts(400), 0.9));
  GroupPairCounts pairs;
  for (unsigned i = 0; i < 9; ++i) pairs.add(i / 3, i % 3, in.integer() % 30);
  pairs.add(2, 2);
  const PairedDifference paired = *paired_difference(pairs, 0.95);
  hash.add(paired.limits);
  hash.add(paired.p);
}

void many_nps(Inputs& in, Hash& hash) {
  std::vector<GroupCounts> before;
  std::vector<GroupCounts> after;
  for (int i = 0; i < 8; ++i) {
    before.push_back(in.counts(200));
    after.push_back(in.counts(200));
  }
  hash.add(homogeneity(before)->p);
  const Decomposition parts = *decompose(before, after);
  hash.add(parts.mix);
  hash.add(parts.rate);
  for (const auto& segment : each_against_rest(after, 0.95, Adjustment::kBenjaminiYekutieli)) {
    hash.add(segment->difference);
    hash.add(segment->adjusted_p);
  }
}

void bayes(Inputs& in, Hash& hash) {
  const Posterior found = *posterior(in.counts(1 + in.integer() % 500), 0.95);
  hash.add(found.mean);
  hash.add(found.deviation);
  hash.add(found.limits);
  hash.add(found.above_zero);
}

void tails(Inputs& in, Hash& hash) {
  const double degrees = in.between(0.5, 60);
  hash.add(normal_upper(in.between(-9, 9)));
  hash.add(chi_square_upper(in.between(0, 90), degrees));
  hash.add(student_two_sided(in.between(-6, 6), degrees));
  hash.add(f_upper(in.between(0, 6), degrees, in.between(1, 200)));
}

void quantiles(Inputs& in, Hash& hash) {
  const double tail = in.share();
  const double degrees = in.between(0.5, 60);
  hash.add(normal_quantile(tail));
  hash.add(chi_square_quantile(tail, degrees));
  hash.add(student_quantile(tail, degrees));
}

using Step = void (*)(Inputs&, Hash&);

constexpr std::array<Step, 13> kSteps = {
    [](Inputs& in, Hash& hash) { hash.add(math::exp(in.between(-745, 710))); },
    [](Inputs& in, Hash& hash) { hash.add(math::expm1(in.between(-40, 710))); },
    [](Inputs& in, Hash& hash) { hash.add(math::log(in.positive())); },
    [](Inputs& in, Hash& hash) { hash.add(math::log1p(in.integer() % 2 == 0 ? in.positive() : -in.share())); },
    [](Inputs& in, Hash& hash) { hash.add(math::pow(in.positive(), in.between(-20, 20))); },
    [](Inputs& in, Hash& hash) { hash.add(math::erfc(in.between(-6, 27))); },
    [](Inputs& in, Hash& hash) { hash.add(math::lgamma(in.positive())); },
    tails,
    quantiles,
    one_nps,
    two_nps,
    many_nps,
    bayes,
};

}  // namespace
}  // namespace npscope

extern "C" {

int npscope_bits_kinds() { return static_cast<int>(npscope::kSteps.size()); }

uint64_t npscope_bits(int kind, uint32_t inputs) {
  npscope::Inputs in;
  npscope::Hash hash;
  for (uint32_t i = 0; i < inputs; ++i) npscope::kSteps[static_cast<size_t>(kind)](in, hash);
  return hash.value();
}
}
