// SPDX-License-Identifier: MIT
// Verifying: the analysis of a saved report is done again from its recipe, and every number, hash and decision is compared.

import type { Client } from './client.js';
import { NpsError } from './errors.js';
import type { FileInputs } from './inputs.js';
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
  const report = await client.analyze(files, {
    recipe: saved.recipe,
    sha256: true,
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  const differences: Difference[] = [];
  // A file may have another name by now: its hash says whether it is the same.
  compare(withoutNames(saved), withoutNames(report), [], differences);
  return { same: differences.length === 0, differences, report };
}

function isVerifiable(report: unknown): report is Report {
  if (typeof report !== 'object' || report === null) return false;
  const { schema, files, recipe } = report as Partial<Report>;
  return (
    schema === 'npscope-report/1' &&
    Array.isArray(files) &&
    typeof recipe === 'object' &&
    recipe !== null &&
    files.every((file) => file?.failure || typeof file?.sha256 === 'string')
  );
}

function withoutNames(report: Report): unknown {
  return { ...report, files: report.files.map((file) => ({ ...file, name: '' })) };
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
