// SPDX-License-Identifier: MIT
// The report: what `analyze()` resolves to and what `npscope report --json` prints, byte for byte the same object.
// Later versions only add keys; readers ignore keys they do not know.

/** What a column is used for. `none`: read past, never kept. */
export type Role = 'score' | 'respondent' | 'response-id' | 'date' | 'comment' | 'segment' | 'none';

export type Severity = 'error' | 'warning' | 'info';

export type IntervalMethod = 'score' | 'adjusted-wald' | 'wald';

/** A column of one file, in file order. */
export interface ColumnReport {
  /** Position in the file, counting from 0. */
  index: number;
  /** The header as written, trimmed; empty when the file has none. */
  name: string;
  role: Role;
  /** 0 to 1; 1 when a person chose the role. */
  confidence: number;
  /**
   * Why, as `code` or `code:detail`: `chosen`, `preset:ID`, `name:WORD`, `values:SCORES/FILLED` (cells of the sample that are
   * scores), `range:LOW-HIGH`, `dates:N/FILLED`, `emails:N/FILLED`, `distinct:N/FILLED`, `long-text:MEAN_CHARACTERS`.
   */
  evidence: string[];
}

/** Where an example of an issue stands. `record` counts from 1 with header records included; `line` is the physical line. */
export interface IssueExample {
  record: number;
  line: number;
  /** Column index from 0, or null when the whole record is meant. */
  column: number | null;
}

/** A problem in the data. The read goes on; `count` is exact, `examples` are the first few by position. */
export interface Issue {
  code: string;
  severity: Severity;
  count: number;
  examples: IssueExample[];
}

/** Every record has one outcome: read = accepted + rejected + duplicate + excluded + unscored. */
export interface Ledger {
  read: number;
  accepted: number;
  rejected: number;
  duplicate: number;
  excluded: number;
  unscored: number;
  /** Records per reason code, for every outcome but accepted. */
  reasons: Record<string, number>;
  /** Blank lines are not records; they are counted apart. */
  blankLines: number;
}

export interface FileReport {
  name: string;
  bytes: number;
  /** XXH3 128-bit of the file's bytes, 32 hex digits; null when the file was not read to its end. */
  hash: string | null;
  format: 'csv' | null;
  /** WHATWG label: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  encoding: string | null;
  /** 0 to 1; 1 for a byte order mark or a forced encoding. */
  encodingConfidence: number;
  dialect: { delimiter: string; quote: string; headerRecords: number } | null;
  /** Id of the recognised export preset. */
  preset: string | null;
  columns: ColumnReport[];
  /** Columns that can be the score, best first; the first is the one used. */
  scoreCandidates: { index: number; confidence: number }[];
  ledger: Ledger;
  issues: Issue[];
  /** Set when this file gives nothing to the figures; the other files still do. */
  failure: { code: string; detail?: string } | null;
}

export interface Interval {
  method: IntervalMethod;
  level: number;
  /** In points, -100 to 100. */
  low: number;
  high: number;
}

export interface NpsSummary {
  responses: number;
  detractors: number;
  passives: number;
  promoters: number;
  /** -100 to 100, full precision. */
  nps: number;
  /** Mean score, null when only the groups are known. */
  mean: number | null;
  /** Responses per score 0 to 10, null when only the groups are known. */
  histogram: number[] | null;
  interval: Interval;
}

/** NPS per value of one column, or per month of the date column. Only present when asked for with `groupBy`. */
export interface GroupTable {
  by: 'month' | 'column';
  /** Header of the column. */
  name: string;
  /** Ordered by value; `value` is null for responses without one, months read `2024-05`. */
  groups: { value: string | null; nps: NpsSummary }[];
}

export interface Report {
  schema: 'npscope-report/1';
  files: FileReport[];
  /** null: no response, no figure. */
  nps: NpsSummary | null;
  groupBy?: GroupTable[];
}
