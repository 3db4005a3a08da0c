// SPDX-License-Identifier: MIT
// Repeats a saved report and says what came of it: which files are those of the report, on which day, and every number that is
// another one now.

import { verify, type FileInput, type FileReport, type Report, type Verification } from '../client/node.js';
import { formatDay } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { failureText } from './file-text.js';
import { parsed, textIn } from './given.js';
import { printable } from './layout.js';

/** What the file holds, whatever that is: `verify` knows a report. */
export async function savedReport(path: string): Promise<Report> {
  return parsed(await textIn(path)) as Report;
}

/** A report that only lacks what tells its files apart. */
export function lacksHashes(saved: unknown): boolean {
  const { schema, files } = (saved ?? {}) as Partial<Report>;
  return schema === 'npscope-report/1' && Array.isArray(files) && files.some((file) => !file?.failure && !file?.sha256);
}

export function repeated(saved: Report, files: readonly FileInput[]): Promise<Verification> {
  return verify(saved, files);
}

/** Everything that was compared, the numbers that differ last. */
export function verificationText(saved: Report, { same, differences, report }: Verification, lang: Lang): string[] {
  const lines = filesText(saved, report, lang);
  if (saved.asOf) lines.push(t(lang, 'verify.as-of', { date: formatDay(lang, saved.asOf) }));
  if (same) return [...lines, t(lang, 'verify.same')];
  const numbers = differences.map(({ path, saved: then, found }) => {
    const parts = { place: printable(path), then: valueText(then), now: valueText(found) };
    return `  ${t(lang, 'verify.number', parts)}`;
  });
  const [sentence = '', fix = ''] = failureText(lang, { code: 'report-differs' });
  return [...lines, plural(lang, 'verify.differs', differences.length), ...numbers, '', sentence, fix];
}

/** Which of the given files are those of the report, whatever they are called. */
export function filesText(saved: Report, found: Report, lang: Lang): string[] {
  const hashes = (files: readonly FileReport[]): Set<unknown> => new Set(files.map(({ sha256 }) => sha256).filter(Boolean));
  const then = hashes(saved.files);
  const now = hashes(found.files);
  const given = found.files
    .filter(({ sha256 }) => sha256)
    .map(({ name, sha256 }) => t(lang, then.has(sha256) ? 'verify.file-same' : 'verify.file-other', { name: printable(name) }));
  const missing = saved.files
    .filter(({ sha256 }) => sha256 && !now.has(sha256))
    .map(({ name }) => t(lang, 'verify.file-missing', { name: printable(name) }));
  return [...given, ...missing];
}

/** A SHA-256 in its quotes has 66. */
const kMostCharacters = 66;

/** A part of a report as JSON, as long as a line can hold. */
function valueText(json: string | null): string {
  if (json === null) return '–';
  return printable(json.length > kMostCharacters ? `${json.slice(0, kMostCharacters)}…` : json);
}
