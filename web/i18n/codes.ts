// SPDX-License-Identifier: MIT
// Every code a person may be told about, the same list as core/base/codes.cc plus the failures that only a host can have.
// A sentence and a fix for each stands in this folder in every language; tests/i18n.test.mjs holds the lists together.

/** A file gives nothing to the figures, or the reading as a whole can not go on. */
export const failureCodes = [
  'empty-file',
  'no-records',
  'no-score-column',
  'no-scores',
  'binary-file',
  'unsupported-format',
  'too-many-columns',
  'source-changed',
  'unreadable',
  'file-not-found',
  'unknown-column',
  'bad-option',
  'too-large',
  'out-of-memory',
  'crashed',
  'aborted',
  'worker-blocked',
  'wasm-blocked',
  'trusted-types-blocked',
  'wasm-not-found',
  'unsupported-browser',
] as const;

/** Something in the data; the read goes on. The same codes are the reasons of the ledger. */
export const issueCodes = [
  'score-empty',
  'score-missing-code',
  'score-out-of-range',
  'score-not-integer',
  'score-not-a-number',
  'score-ambiguous',
  'score-sentinel',
  'too-few-cells',
  'too-many-cells',
  'unclosed-quote',
  'record-too-long',
  'invalid-text',
  'nul-character',
  'stray-quote',
  'one-column',
  'header-missing',
  'duplicate-header',
  'empty-header',
  'scale-no-zero',
  'scale-1-11',
  'encoding-uncertain',
  'date-invalid',
  'date-order-unclear',
  'too-many-values',
] as const;

/** Why a column has its role; the detail after the colon is described in web/client/report.ts. */
export const evidenceCodes = [
  'chosen',
  'preset',
  'name',
  'values',
  'range',
  'dates',
  'emails',
  'distinct',
  'long-text',
] as const;

export const roles = ['score', 'respondent', 'response-id', 'date', 'comment', 'segment', 'none'] as const;

/** Details of `unsupported-format`: what the first bytes of the file say it is. */
export const formats = ['xlsx', 'xls', 'ods', 'zip', 'gzip', 'pdf', 'png', 'jpeg', 'gif', 'json', 'html'] as const;

export type FailureCode = (typeof failureCodes)[number];
export type IssueCode = (typeof issueCodes)[number];
export type Code = FailureCode | IssueCode;
export type EvidenceCode = (typeof evidenceCodes)[number];
export type FormatName = (typeof formats)[number];
