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
   * scores), `range:LOW-HIGH`, `groups:N/FILLED` (cells that name a group), `positions:LOW-HIGH` (the answers were numbered), `dates:N/FILLED`, `emails:N/FILLED`, `distinct:N/FILLED`, `long-text:MEAN_CHARACTERS`.
   */
  evidence: string[];
}

/**
 * Where an example of an issue stands. `record` counts from 1 with header records included; `line` is the physical line, or
 * the row of the sheet.
 */
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

export type Format = 'csv' | 'json' | 'ndjson' | 'xlsx' | 'xls' | 'ods' | 'html' | 'spreadsheetml';

export interface EncodingAlternative {
  encoding: string;
  confidence: number;
  /** The same few words in this encoding, at most 60 characters. */
  preview: string;
}

export interface TableReport {
  /** Name of the sheet, or path of the array (`data.responses`; empty for the document itself). */
  name: string;
  /** Rows with something in them, header records included; null when the file could not be read to its end. */
  rows: number | null;
  chosen: boolean;
  hidden: boolean;
}

export interface FileReport {
  name: string;
  bytes: number;
  /** XXH3 128-bit of the file's bytes, 32 hex digits; null when the file was not read to its end. */
  hash: string | null;
  /** Told by content, never by the name; `html` is a table in a web page, `spreadsheetml` Excel's XML of 2003. */
  format: Format | null;
  /** What the file was packed in: `member` is its name in the archive (empty when gzip does not say). A file report each. */
  container: { kind: 'zip' | 'gzip'; member: string } | null;
  /** WHATWG label in lower case (`utf-8`, `windows-1252`, `gb18030`, …) or `utf-32le`, `utf-32be`; null for workbooks. */
  encoding: string | null;
  /** 0 to 1; 1 for a byte order mark or a forced encoding. */
  encodingConfidence: number;
  /** Other encodings that the bytes allow, best first, and how the first text that differs would read. Empty when sure. */
  encodingAlternatives: EncodingAlternative[];
  /** How delimited text is written; null for other formats. */
  dialect: { delimiter: string; quote: string; headerRecords: number } | null;
  /** Records before the data: the column names, and what stands above and below them. */
  headerRecords: number;
  /** Sheets of a workbook or arrays of a JSON document. Empty for delimited text. */
  tables: TableReport[];
  /** Time zone that the file states, such as `America/Denver`. */
  zone: string | null;
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

/** What `inspect()` resolves to: what was recognised, without scoring. */
export interface Inspection {
  schema: 'npscope-inspect/1';
  files: FileInspection[];
}

export interface FileInspection extends Omit<FileReport, 'ledger' | 'columns' | 'hash'> {
  columns: ColumnInspection[];
}

export interface ColumnInspection extends ColumnReport {
  /** The first few different values of the sample, at most 5 of at most 80 characters. */
  samples: string[];
  /** Share of the sample's records that have something here, 0 to 1. */
  filled: number;
}

export interface Report {
  schema: 'npscope-report/1';
  files: FileReport[];
  /** null: no response, no figure. */
  nps: NpsSummary | null;
  groupBy?: GroupTable[];
}
