// SPDX-License-Identifier: MIT
// Where some direction tells the classes apart, Newton's steps keep their length and `left` falls by a factor e each time, for ever; where
// there is an optimum, it squares. That is how separation shows.
#include "core/stats/ordinal_newton.h"

#include <cmath>
#include <utility>
#include <vector>

namespace npscope {
namespace {

constexpr unsigned kMostPasses = 200;
constexpr unsigned kSeparationSteps = 16;

struct Step {
  std::vector<double> direction;
  double left = 0;
};

Step step_from(const Cholesky& factor, const OrdinalEvaluation& at) {
  Step step{factor.solve(at.gradient), 0};
  for (size_t i = 0; i < at.gradient.size(); ++i) step.left += step.direction[i] * at.gradient[i];
  return step;
}

class Search {
 public:
  Search(const OrdinalCases& cases, OrdinalStart start) : cases_(cases), optimum_{std::move(start.parameters), {}, 0, 0} {
    if (start.evaluation) {
      optimum_.evaluation = *std::move(start.evaluation);
    } else {
      optimum_.evaluation = evaluate(cases_, optimum_.parameters);
      optimum_.passes = 1;
    }
    if (start.information) take(*start.information);
  }

  Fitted<OrdinalOptimum> run(double tolerance) {
    double before = INFINITY;
    unsigned slow = 0;
    while (optimum_.passes < kMostPasses) {
      if (!has_factor_ && !refresh()) return no_fit(NoFitReason::kSeparation);
      const Step step = step_from(factor_, optimum_.evaluation);
      optimum_.left = step.left;
      if (step.left <= tolerance) return optimum_;
      const bool falls_fast = step.left <= 0.1 * before;
      if (!falls_fast && !fresh_) {
        has_factor_ = false;
        continue;
      }
      slow = falls_fast ? 0 : slow + 1;
      if (slow >= kSeparationSteps) return no_fit(NoFitReason::kSeparation);
      before = step.left;
      if (!advance(step)) {
        if (fresh_) return no_fit(NoFitReason::kNotConverged);
        has_factor_ = false;
        before = INFINITY;
      }
    }
    return no_fit(NoFitReason::kNotConverged);
  }

 private:
  bool take(const Matrix& matrix) {
    auto factor = cholesky(matrix);
    has_factor_ = factor.has_value();
    if (factor) factor_ = *std::move(factor);
    return has_factor_;
  }

  bool refresh() {
    fresh_ = true;
    ++optimum_.passes;
    const OrdinalInformation sums = information(cases_, optimum_.parameters);
    return take(information_matrix(cases_, optimum_.parameters, sums));
  }

  /// Halves the step until nothing is lost but what rounding may lose.
  bool advance(const Step& step) {
    constexpr int kMostHalvings = 40;
    const double least = optimum_.evaluation.log_likelihood - 1e-11 * std::abs(optimum_.evaluation.log_likelihood);
    double times = 1;
    for (int i = 0; i < kMostHalvings; ++i, times /= 2) {
      OrdinalParameters tried = optimum_.parameters.moved(step.direction, times);
      OrdinalEvaluation there = evaluate(cases_, tried);
      ++optimum_.passes;
      if (!there.feasible || !(there.log_likelihood >= least)) continue;
      optimum_.parameters = std::move(tried);
      optimum_.evaluation = std::move(there);
      fresh_ = false;
      return true;
    }
    return false;
  }

  const OrdinalCases& cases_;
  OrdinalOptimum optimum_;
  Cholesky factor_;
  bool has_factor_ = false;
  /// The factor is that of where the search stands.
  bool fresh_ = false;
};

}  // namespace

Fitted<OrdinalOptimum> greatest_likelihood(const OrdinalCases& cases, OrdinalStart start, double tolerance) {
  return Search(cases, std::move(start)).run(tolerance);
}

}  // namespace npscope
