// SPDX-License-Identifier: MIT
// The report: what `analyze()` resolves to and what `npscope report --json` prints, byte for byte the same object.
// Later versions only add keys; readers ignore keys they do not know.

/** What a column is used for. `none`: read past, never kept. */
export type Role =
  | 'score'
  | 'group'
  | 'comment'
  | 'response-id'
  | 'respondent'
  | 'name'
  | 'account'
  | 'employee'
  | 'date'
  | 'start-date'
  | 'language'
  | 'channel'
  | 'touchpoint'
  | 'survey'
  | 'wave'
  | 'count'
  | 'weight'
  | 'revenue'
  | 'driver'
  | 'segment'
  | 'metric'
  | 'ignore'
  | 'none';

export type Severity = 'error' | 'warning' | 'info';

export type IntervalMethod = 'score' | 'adjusted-wald' | 'wald' | 'jeffreys';

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
  /** null where only the record is known. */
  line: number | null;
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
  /** SHA-256 of the file's bytes, 64 hex digits, when it was asked for (`sha256`). */
  sha256: string | null;
  /** 32 hex digits, the same for every file with these column names in a table of this kind; a recipe knows its files by it. */
  fingerprint: string | null;
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
  /** How complete and how sound the columns with a role are; null when nothing was counted. */
  quality: Quality | null;
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
  /** Respondents (or accounts) when each counts once with the mean of its answers; not there otherwise. */
  units?: number;
  /** Mean score, null when only the groups are known. */
  mean: number | null;
  /** Responses per score 0 to 10, null when only the groups are known. */
  histogram: number[] | null;
  interval: Interval;
}

/** `good`: nothing to do. `fair`: usable, look at the reasons. `poor`: look at the reasons before you use the figure. */
export type Verdict = 'good' | 'fair' | 'poor';

export interface Quality {
  verdict: Verdict;
  /** Codes of the issues that decided, worst first; empty for `good`. */
  reasons: string[];
  /** Required and recommended roles that no column has: `score`, `comment`, `respondent`, `date`. */
  missing: Role[];
  /** One for each column with a role, counts over all records. `distinct` is null beyond 65,536 different values. */
  columns: { index: number; role: Role; filled: number; valid: number; distinct: number | null }[];
}

/** Which of the answers of one respondent (or account) in one wave count. */
export type CountedAnswers = 'all' | 'latest' | 'first' | 'mean';

/** The denominator policy: which responses the figure is about. It stands on every figure. */
export interface Policy {
  answers: CountedAnswers;
  unit: 'respondent' | 'account';
  /** First and last day that count, `2024-05-31`. */
  from: string | null;
  to: string | null;
  /** Least share of the columns with a role that a response must have filled, 0 to 1. */
  completeness: number;
  /** Exclusion codes that are switched off, such as `excluded-unfinished`: these records count. */
  include: string[];
}

/** The figure under another policy; everything else as in the report. */
export interface Sensitivity {
  answers: CountedAnswers;
  unit: 'respondent' | 'account';
  /** It is the one in force. */
  chosen: boolean;
  nps: NpsSummary | null;
}

export type CleaningRule =
  | 'trim'
  | 'inner-space'
  | 'invisible'
  | 'entities'
  | 'tags'
  | 'apostrophe'
  | 'nfc'
  | 'key-case'
  | 'missing-words'
  | 'labels'
  | 'numbers'
  | 'dates';

export interface Cleaning {
  rule: CleaningRule;
  on: boolean;
  /** Cells with a role that it changed. */
  cells: number;
  /** Responses that count only because of it, and the NPS without them (null: none would be left). */
  responses: number;
  npsWithout: number | null;
  /** The first places; `Plan.changes` shows the texts. */
  examples: (IssueExample & { file: number })[];
}

/** One thing that was decided about records, and what it moves. */
export interface Decision {
  /** The reason in the ledger: an exclusion or a kind of duplicate. */
  code: string;
  records: number;
  /** Those of the records that hold a score. */
  responses: number;
  /** The NPS if these responses counted. */
  npsWithout: number | null;
}

/** Something that the files do not tell for sure. Texts stand in the `Plan` only. */
export interface Question {
  code: QuestionCode;
  file: number;
  column: number | null;
  /** The answer in force first chosen by the engine, or by a recipe or a person (`settled`). */
  settled: boolean;
  answers: { value: string; chosen: boolean; responses: number | null; nps: number | null }[];
  /** Records that show it, the first few. */
  proof: IssueExample[];
}

/**
 * `score-column`: values are column indices. `scale`: `scores` (0 to 10), `from-1` (1 to 10 as they are), `positions` (1 to 11, one
 * less is the score), `groups`. `missing`: values are the code as a number and `reject`. `date-order`: `day-first`, `month-first`.
 * `decimal`: `.` or `,`. `zone`: IANA names the file hints at, and `as-written`. `same-file`: `once`, `twice`.
 */
export type QuestionCode = 'score-column' | 'scale' | 'missing' | 'date-order' | 'decimal' | 'zone' | 'same-file';

/** NPS per value of one column, per month of the date column or per file. Only present when asked for with `groupBy`. */
export interface GroupTable {
  by: 'month' | 'column' | 'file';
  /** Header of the column; empty for files. */
  name: string;
  /** Ordered by value; `value` is null for responses without one, months read `2024-05`, files go by their names. */
  groups: { value: string | null; nps: NpsSummary }[];
  /** Groups of employees with too few responses to be shown, and their responses; not there when there are none. */
  hidden?: { groups: number; responses: number };
}

/** What `inspect()` resolves to: what was recognised, without scoring. */
export interface Inspection {
  schema: 'npscope-inspect/1';
  files: FileInspection[];
}

export interface FileInspection extends Omit<FileReport, 'ledger' | 'quality' | 'columns' | 'hash' | 'sha256'> {
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
  /** Of the npscope that made it. */
  version: string;
  /** The day that counted as today, `2024-05-31`; null when the host gave none. */
  asOf: string | null;
  files: FileReport[];
  /** The sum over all files. */
  ledger: Ledger;
  policy: Policy;
  /** null: no response, no figure. */
  nps: NpsSummary | null;
  /** Why there is no figure although files were read: `no-scores`, `policy-empty`, `all-duplicates`, `policy-needs-column`. */
  failure: { code: string; detail?: string } | null;
  /** Respondents (or accounts) with more than one response, and their responses; null when no column tells them apart. */
  repeats: { respondents: number; responses: number } | null;
  /** The figure under each policy side by side; empty when all are the same. */
  sensitivity: Sensitivity[];
  cleaning: Cleaning[];
  decisions: Decision[];
  questions: Question[];
  /** What the files do not allow to be computed: `mean`, `histogram`. */
  limits: string[];
  groupBy?: GroupTable[];
  recipe: Recipe;
}

/** What was decided about one kind of file. No cell of a file is in it. */
export interface SourceRecipe {
  fingerprint: string;
  format: Format;
  encoding: string | null;
  delimiter: string | null;
  quote: string | null;
  sheet: string | null;
  headerRecords: number;
  preset: string | null;
  /** Every column with a role; a column is its header, or `#3` (counting from 1) where that is empty or not the only one. */
  columns: { column: string; role: Role }[];
  score: {
    kind: 'scores' | 'from-1' | 'positions' | 'groups';
    groups: 'words' | 'positions' | 'weights' | null;
    missing: string[];
  };
  exclude: { column: string; keep: boolean; values: string[]; code: string }[];
  dateOrder: 'day-first' | 'month-first' | null;
  decimal: '.' | ',' | null;
  zone: string | null;
  /** Questions about these files that a person has answered, or accepted as they were: they are not asked again. */
  settled: QuestionCode[];
}

/** Everything that was decided, to be kept and applied again: `analyze(files, { recipe })`. */
export interface Recipe {
  schema: 'npscope-recipe/1';
  asOf: string | null;
  sources: SourceRecipe[];
  cleaning: Record<CleaningRule, boolean>;
  duplicates: { rows: 'keyed' | 'all' | 'off'; responses: boolean; respondents: boolean; files: boolean };
  policy: Policy;
  groupBy: string[];
  /** Columns of employees may be groupings. */
  employees: boolean;
  /** The time zone whose days and months count; null: as written. */
  reportZone: string | null;
  level: number;
  method: IntervalMethod;
  /**
   * Words by theme, for the measure `themes`; there when there are any, at most 64 with at most 200 texts each. What a text stands for is
   * said in docs/queries.md. No figure of a report depends on them.
   */
  themes?: Record<string, string[]>;
}

/** What `plan()` resolves to: what was recognised with samples, what is asked, and the recipe that `analyze()` would follow. */
export interface Plan extends Omit<Inspection, 'schema'> {
  schema: 'npscope-plan/1';
  /** True when all records were read, false when the start of each file was. */
  complete: boolean;
  /** Nothing has to be asked. */
  certain: boolean;
  questions: (Question & { texts: string[][] })[];
  /** Cells of the first records before and after a cleaning rule, at most three for each; record 0: a name that is in no record. */
  changes: { rule: CleaningRule; file: number; record: number; column: number; before: string; after: string }[];
  recipe: Recipe;
}
