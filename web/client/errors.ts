// SPDX-License-Identifier: MIT
// NpsError: the one error of the client. Programs look at `code`; the message is the English sentence with its fix, for logs.

import type { Report } from './report.js';
import { sentenceFor } from './sentences.js';

export interface NpsErrorParts {
  /** What exactly: an option's name, a content-security directive, the address of a file. Never cell text. */
  readonly detail?: string;
  /** The report with its ledger, when the files were read but gave no score. */
  readonly report?: Report;
  readonly cause?: unknown;
}

/**
 * Why there is no result.
 *
 * `code` is stable: a failure code of a file (`empty-file`, `no-score-column`, `source-changed`, …), `no-scores`, `bad-option`,
 * `aborted`, `crashed`, or what the host page forbids (`worker-blocked`, `wasm-blocked`, `trusted-types-blocked`,
 * `wasm-not-found`, `unsupported-browser`). `name` is `AbortError` for `aborted`, as for other web APIs, else `NpsError`.
 */
export class NpsError extends Error {
  readonly code: string;
  readonly detail?: string;
  readonly report?: Report;

  constructor(code: string, parts: NpsErrorParts = {}) {
    super(sentenceFor(code, parts.detail), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = code === 'aborted' ? 'AbortError' : 'NpsError';
    this.code = code;
    if (parts.detail !== undefined) this.detail = parts.detail;
    if (parts.report !== undefined) this.report = parts.report;
  }
}
