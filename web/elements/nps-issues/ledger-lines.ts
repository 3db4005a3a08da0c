// SPDX-License-Identifier: MIT
// The ledger of a file as lines to show: what became of the rows read, and the reasons under each outcome.
// The lines add up: the rows read are the sum of the outcomes.
import type { Ledger } from '../../client/report.js';

export type Outcome = 'accepted' | 'unscored' | 'rejected' | 'excluded' | 'duplicate';

export interface LedgerLine {
  readonly outcome: Outcome;
  readonly count: number;
  /** Reason codes with their counts, most frequent first. */
  readonly reasons: readonly (readonly [code: string, count: number])[];
}

const outcomes: readonly Outcome[] = ['accepted', 'unscored', 'rejected', 'excluded', 'duplicate'];
const unscoredReasons = new Set(['score-empty', 'score-missing-code']);

/** One line per outcome that has rows; accepted is always there. */
export function ledgerLines(ledger: Ledger): LedgerLine[] {
  const reasons = Object.entries(ledger.reasons).sort(([, a], [, b]) => b - a);
  return outcomes
    .filter((outcome) => outcome === 'accepted' || ledger[outcome] > 0)
    .map((outcome) => ({
      outcome,
      count: ledger[outcome],
      reasons: reasons.filter(([code, count]) => count > 0 && outcomeOf(code) === outcome),
    }));
}

function outcomeOf(code: string): Outcome {
  if (code.startsWith('excluded-')) return 'excluded';
  if (code.startsWith('duplicate-') || code === 'replaced') return 'duplicate';
  return unscoredReasons.has(code) ? 'unscored' : 'rejected';
}
