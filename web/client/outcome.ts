// SPDX-License-Identifier: MIT
// From the engine's JSON to a report, or to the error that says why there is no score in it.

import { NpsError } from './errors.js';
import type { Report } from './report.js';

/** The report when at least one response was read. Throws `NpsError` with the report otherwise. */
export function scoredReportOf(json: string): Report {
  const report = JSON.parse(json) as Report;
  if (report.nps) return report;
  const failure = report.failure ?? report.files.find((file) => file.failure)?.failure ?? { code: 'no-scores' };
  throw new NpsError(failure.code, { ...failure, report });
}
