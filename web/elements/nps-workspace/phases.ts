// SPDX-License-Identifier: MIT
// What the workspace shows, from the state of its reading and the view that a person is in.
import { NpsError } from '../../client/browser.js';
import type { Report } from '../../client/report.js';
import type { Analysis } from '../../controllers/analysis-controller.js';
import type { View } from '../../controllers/review-controller.js';

/** The questions come before a result, and every decision can be looked at in its place. */
export type Phase = Analysis['phase'] | 'asking' | 'reviewing';

export function phaseOf(state: Analysis, view: View): Phase {
  if (state.phase === 'done') return view === 'questions' ? 'asking' : view === 'plan' ? 'reviewing' : 'done';
  return state.phase === 'failed' && view === 'plan' && state.plan ? 'reviewing' : state.phase;
}

/** The report of a reading, the one before while there is none yet, or what is known of files that gave no figure. */
export function reportIn(state: Analysis): Report | undefined {
  switch (state.phase) {
    case 'empty':
      return undefined;
    case 'reading':
      return state.before;
    case 'done':
      return state.report;
    case 'failed':
      return state.error.report;
  }
}

/** By shape, not by class: the client may come from another bundle. */
export function isNpsError(thrown: unknown): thrown is NpsError {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}

export function errorOf(thrown: unknown): NpsError {
  return isNpsError(thrown) ? thrown : new NpsError('crashed', { cause: thrown });
}
