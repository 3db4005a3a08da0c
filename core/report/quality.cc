// SPDX-License-Identifier: MIT
// Reasons are listed by severity, then by how often they occurred.
#include "core/report/quality.h"

#include <algorithm>

namespace npscope {

void judge(const Ledger& ledger, const IssueCounts& issues, QualityFacts& quality) {
  for (size_t i = 0; i < kCodeCount; ++i) {
    const auto code = static_cast<Code>(i);
    if (issues.entry(code).count > 0 && code_severity(code) != Severity::kInfo) quality.reasons.push_back(code);
  }
  std::ranges::stable_sort(quality.reasons, [&issues](Code a, Code b) {
    if (code_severity(a) != code_severity(b)) return code_severity(a) > code_severity(b);
    return issues.entry(a).count > issues.entry(b).count;
  });
  const uint64_t possible = ledger.read() - ledger.excluded() - ledger.unscored();
  const bool poor =
      ledger.accepted == 0 || ledger.rejected() * 20 > possible || issues.entry(Code::kConflictingResponse).count > 0;
  quality.verdict = poor ? "poor" : quality.reasons.empty() ? "good" : "fair";
}

}  // namespace npscope
