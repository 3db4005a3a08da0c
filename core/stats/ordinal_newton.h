// SPDX-License-Identifier: MIT
// The greatest likelihood of a proportional-odds logit, by Newton's method. The log-likelihood is concave in thresholds and slopes
// (Pratt, JASA 76 (1981) 103-106), so a step that is halved until it does not lose cannot go astray.
#pragma once

#include <optional>

#include "core/stats/matrix.h"
#include "core/stats/no_fit.h"
#include "core/stats/ordinal_likelihood.h"

namespace npscope {

struct OrdinalStart {
  OrdinalParameters parameters;
  /// What is known there already.
  std::optional<OrdinalEvaluation> evaluation = std::nullopt;
  std::optional<Matrix> information = std::nullopt;
};

struct OrdinalOptimum {
  OrdinalParameters parameters;
  OrdinalEvaluation evaluation;
  /// By how much twice the log-likelihood may still rise, as the information there has it.
  double left = 0;
  unsigned passes = 0;
};

/// Until `left` is at most `tolerance`. An information matrix serves several steps while `left` falls tenfold at each.
/// Fails with kSeparation, kNotConverged.
[[nodiscard]] Fitted<OrdinalOptimum> greatest_likelihood(const OrdinalCases& cases, OrdinalStart start, double tolerance);

}  // namespace npscope
