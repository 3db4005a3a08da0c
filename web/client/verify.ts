// SPDX-License-Identifier: MIT
// Verifying: the analysis of a saved report is done again from its recipe, and every number, hash and decision is compared.

import type { Client } from './client.js';
import { NpsError } from './errors.js';
import { listOf, type FileInput, type FileInputs } from './inputs.js';
import type { Progress } from './protocol.js';
import type { Report } from './report.js';

export interface VerifyOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface Difference {
  /** Where in the report, `files.0.sha256`. */
  path: string;
  /** What the saved report says and what the files give, as JSON; null: nothing is there. */
  saved: string | null;
  found: string | null;
}

export interface Verification {
  same: boolean;
  /** The first few, in the order of the report. */
  differences: Difference[];
  report: Report;
}

const kMostDifferences = 100;

/**
 * Repeats the analysis. Rejects with `report-invalid` for what is no report that was saved with its recipe and hashes, and with the
 * failure of the files when they give no figure any more.
 */
export async function verify(
  client: Client,
  saved: Report,
  files: FileInputs,
  { onProgress, signal }: VerifyOptions = {},
): Promise<Verification> {
  if (!isVerifiable(saved)) throw new NpsError('report-invalid');
  const analyze = (given: FileInputs): Promise<Report> =>
    client.analyze(given, {
      recipe: saved.recipe,
      sha256: true,
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    });
  const first = await analyze(files);
  const reordered = inOrderOf(saved, first, files);
  const report = reordered ? await analyze(reordered) : first;
  const differences: Difference[] = [];
  compare(resultsOf(saved), resultsOf(report), [], differences);
  return { same: differences.length === 0, differences, report };
}

function isVerifiable(report: unknown): report is Report {
  if (typeof report !== 'object' || report === null) return false;
  const { schema, files, questions, recipe } = report as Partial<Report>;
  return (
    schema === 'npscope-report/1' &&
    Array.isArray(files) &&
    files.every(isVerifiableFile) &&
    Array.isArray(questions) &&
    typeof recipe === 'object' &&
    recipe !== null
  );
}

function isVerifiableFile(file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return false;
  const { columns, issues, quality, failure, sha256 } = file as Partial<Report['files'][number]>;
  const isWhole = Array.isArray(columns) && Array.isArray(issues) && (!quality || Array.isArray(quality.reasons));
  return isWhole && (Boolean(failure) || typeof sha256 === 'string');
}

/** The inputs in the order of the saved report where they came in another one; undefined when nothing is gained. */
function inOrderOf(saved: Report, found: Report, files: FileInputs): FileInput[] | undefined {
  const inputs = listOf(files);
  const now = found.files.map(({ sha256 }) => sha256);
  const then = saved.files.map(({ sha256 }) => sha256);
  // Archives have several files in one input, and corrections come last wherever they were given.
  const oneEach = inputs.length === now.length && !found.files.some(hasCorrections);
  if (!oneEach || now.includes(null) || now.every((hash, index) => hash === then[index])) return undefined;
  const left = [...now];
  const order = then.map((hash) => {
    const index = left.indexOf(hash);
    if (index >= 0) left[index] = null;
    return index;
  });
  if (order.length !== now.length || order.includes(-1)) return undefined;
  return order.map((index) => inputs[index]!);
}

function hasCorrections({ issues }: Report['files'][number]): boolean {
  return issues.some(({ code }) => code === 'corrections');
}

/** Doubts about what a file means. A recipe leaves none: it says what was taken for true. */
const doubts = ['scale-no-zero', 'scale-1-11', 'date-order-unclear', 'decimal-unclear', 'zone-unknown', 'encoding-uncertain'];
const isSure = (code: string): boolean => !doubts.includes(code);

/**
 * What a repetition must give again. How a thing was recognised is no result: the first time by what the cells are like, the second
 * time because the recipe says so. A file may have another name by now: its hash says whether it is the same.
 */
function resultsOf(report: Report): unknown {
  const files = report.files.map(({ columns, issues, quality, ...file }) => ({
    ...file,
    name: '',
    encodingConfidence: null,
    encodingAlternatives: [],
    scoreCandidates: [],
    columns: columns.map(({ index, name, role }) => ({ index, name, role })),
    issues: issues.filter(({ code }) => isSure(code)),
    quality: quality && { ...quality, verdict: null, reasons: quality.reasons.filter(isSure) },
  }));
  return { ...report, files, questions: report.questions.map((question) => ({ ...question, settled: null })) };
}

function compare(saved: unknown, found: unknown, path: readonly string[], differences: Difference[]): void {
  if (differences.length >= kMostDifferences) return;
  if (isParent(saved) && isParent(found) && Array.isArray(saved) === Array.isArray(found)) {
    const keys = new Set([...Object.keys(saved), ...Object.keys(found)]);
    for (const key of keys) compare(member(saved, key), member(found, key), [...path, key], differences);
  } else if (JSON.stringify(saved) !== JSON.stringify(found)) {
    differences.push({ path: path.join('.'), saved: written(saved), found: written(found) });
  }
}

function isParent(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function member(parent: object, key: string): unknown {
  return Object.hasOwn(parent, key) ? (parent as Record<string, unknown>)[key] : undefined;
}

function written(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
