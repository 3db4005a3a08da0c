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
  'password-protected',
  'damaged-file',
  'refused-file',
  'limit-exceeded',
  'invalid-json',
  'no-table',
  'unknown-sheet',
  'no-readable-member',
  'encoding-unknown',
  'recipe-invalid',
  'recipe-mismatch',
  'query-invalid',
  'query-too-large',
  'mapping-conflict',
  'policy-needs-column',
  'policy-empty',
  'all-duplicates',
  'report-invalid',
  'report-differs',
  'empty-folder',
  'too-many-files',
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
  'count-invalid',
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
  'invalid-json-record',
  'excluded-test',
  'excluded-unfinished',
  'excluded-flag',
  'excluded-metric',
  'excluded-event',
  'cell-error',
  'cell-outside-table',
  'cell-without-text',
  'hidden-row',
  'hidden-column',
  'hidden-sheet',
  'merged-cells',
  'duplicate-key',
  'late-column',
  'nested-value',
  'group-mismatch',
  'date-sentinel',
  'long-format',
  'groups-only',
  'counts-only',
  'excluded-date',
  'excluded-repeat',
  'excluded-incomplete',
  'duplicate-row',
  'duplicate-response',
  'duplicate-respondent',
  'duplicate-file',
  'replaced',
  'repeated-respondent',
  'identical-rows',
  'conflicting-response',
  'date-in-future',
  'date-too-early',
  'dates-reversed',
  'email-invalid',
  'number-invalid',
  'mixed-metrics',
  'scale-change',
  'score-questions-differ',
  'zone-unknown',
  'decimal-unclear',
  'employee-column',
  'same-file',
  'corrections',
  'corrections-alone',
] as const;

/** Why a column has its role; the detail after the colon is described in web/client/report.ts. */
export const evidenceCodes = [
  'chosen',
  'preset',
  'name',
  'values',
  'range',
  'groups',
  'positions',
  'dates',
  'emails',
  'distinct',
  'long-text',
] as const;

export const roles = [
  'score',
  'group',
  'comment',
  'response-id',
  'respondent',
  'name',
  'account',
  'employee',
  'date',
  'start-date',
  'language',
  'channel',
  'touchpoint',
  'survey',
  'wave',
  'count',
  'weight',
  'revenue',
  'driver',
  'segment',
  'metric',
  'ignore',
  'none',
] as const;

/** What is changed in a cell before it is understood, as in core/survey/rules.h. */
export const cleaningRules = [
  'trim',
  'inner-space',
  'invisible',
  'entities',
  'tags',
  'apostrophe',
  'nfc',
  'key-case',
  'missing-words',
  'labels',
  'numbers',
  'dates',
] as const;

/** What a person is asked when the files do not tell, as `QuestionCode` of web/client/report.ts. */
export const questionCodes = ['score-column', 'scale', 'missing', 'date-order', 'decimal', 'zone', 'same-file'] as const;

/** Answers that are texts of ours; the others are columns and time zones. */
export const answers = [
  'scale.scores',
  'scale.from-1',
  'scale.positions',
  'scale.groups',
  'missing.missing',
  'missing.reject',
  'date-order.day-first',
  'date-order.month-first',
  'decimal.point',
  'decimal.comma',
  'zone.as-written',
  'same-file.once',
  'same-file.twice',
] as const;

/** Denominator policies that need to tell respondents or accounts apart; the other one is `all`. */
export const oneEach = ['latest', 'first', 'mean'] as const;
export const countedUnits = ['respondent', 'account'] as const;

/** Exclusions that a policy can switch off. */
export const inclusions = [
  'excluded-test',
  'excluded-unfinished',
  'excluded-flag',
  'excluded-metric',
  'excluded-event',
] as const;

export const verdicts = ['good', 'fair', 'poor'] as const;

/** Roles whose lack a quality summary names. */
export const recommendedRoles = ['score', 'comment', 'respondent', 'date'] as const;

/** What files of groups do not allow to be computed. */
export const limits = ['mean', 'histogram'] as const;

/** What a file that is read can be, as in `Format` of web/client/report.ts. */
export const kinds = ['csv', 'json', 'ndjson', 'xlsx', 'xls', 'ods', 'html', 'spreadsheetml'] as const;

/** Details of `unsupported-format`: what the bytes of the file say it is. */
export const formats = [
  'xlsb',
  'biff4',
  'docx',
  'doc',
  'pptx',
  'ppt',
  'zip-method',
  'pdf',
  'png',
  'jpeg',
  'gif',
  'biff',
  'biff2',
  'biff3',
  'zip-parts',
  'compound-file',
  'xml',
  'rtf',
  '7z',
  'rar',
  'bzip2',
  'xz',
  'zstd',
  'parquet',
  'sqlite',
] as const;

/** Codes whose details are words of ours; those of others are names of options, members of a recipe, roles or addresses. */
export const detailedCodes: readonly string[] = [
  'damaged-file',
  'refused-file',
  'limit-exceeded',
  'invalid-json',
  'password-protected',
];

/** Details of these codes: what exactly is wrong. */
export const details = [
  'truncated',
  'crc',
  'size',
  'directory',
  'count',
  'header',
  'deflate',
  'trailing',
  'xml',
  'sheet',
  'chain-loop',
  'sector-size',
  'record',
  'doctype',
  'xml-encoding',
  'xml-depth',
  'duplicate-name',
  'overlap',
  'depth',
  'strings',
  'unpacked-size',
  'columns',
  'entries',
  'workbook',
  'worksheet',
  'xml-token',
  'xml-attributes',
  'styles',
  'sheets',
  'relationships',
  'nested-size',
  'zip-size',
  'pivot',
  'two-directories',
  'nested-archive',
  'zip',
  'tables',
  'rows',
  'repeated-cells',
  'html',
  'content',
  'syntax',
  'utf-8',
  'control-character',
  'open-string',
] as const;

export type FailureCode = (typeof failureCodes)[number];
export type IssueCode = (typeof issueCodes)[number];
export type Code = FailureCode | IssueCode;
export type EvidenceCode = (typeof evidenceCodes)[number];
export type FormatName = (typeof formats)[number];
export type DetailWord = (typeof details)[number];
