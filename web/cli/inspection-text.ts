// SPDX-License-Identifier: MIT
// What was recognised of files, for a terminal: the facts of each file, its sheets, and its columns with samples.

import type { ColumnInspection, FileInspection, Inspection } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { formatCount, formatShare } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { evidenceSentence, roleName } from '../i18n/sentences.js';
import { columnName, factsText, issueText } from './file-text.js';
import { printable, shortened, table } from './layout.js';

/** Files that failed before anything was recognised are left to standard error. */
export function inspectionText(inspection: Inspection, lang: Lang): string[] {
  const files = inspection.files.filter((file) => file.format !== null);
  return files.flatMap((file, index) => (index === 0 ? fileText(lang, file) : ['', ...fileText(lang, file)]));
}

function fileText(lang: Lang, file: FileInspection): string[] {
  const lines = [printable(file.name), ...factsText(lang, file)];
  if (othersOf(file).length > 0) lines.push('', ...encodingsText(lang, file));
  if (file.tables.length > 1) lines.push('', ...tablesText(lang, file));
  if (file.columns.length > 0) lines.push('', ...columnsText(lang, file));
  if (file.issues.length > 0) lines.push('', t(lang, 'issues.title'));
  for (const issue of file.issues) lines.push(...issueText(lang, file, issue));
  return lines;
}

/** Encodings worth a look: all when there is a doubt, else those that stand a chance. */
function othersOf({ encodingAlternatives, encodingConfidence }: FileInspection): FileInspection['encodingAlternatives'] {
  return encodingAlternatives.filter(({ confidence }) => encodingConfidence < 0.6 || confidence >= 0.01);
}

function encodingsText(lang: Lang, file: FileInspection): string[] {
  const rows = othersOf(file).map(({ encoding, confidence, preview }) => [
    encoding,
    formatShare(lang, confidence),
    printable(preview),
  ]);
  return [cliText(lang, 'encodings'), ...table(rows, ['left', 'right', 'left'])];
}

function tablesText(lang: Lang, { tables, format }: FileInspection): string[] {
  const isWorkbook = format !== 'json' && format !== 'ndjson';
  const rows = tables.map(({ name, rows: count, chosen, hidden }, index) => [
    chosen ? '>' : '',
    `#${index + 1}`,
    printable(name) || t(lang, 'known.whole'),
    count === null ? '' : plural(lang, 'result.rows', count),
    hidden ? t(lang, 'known.hidden') : '',
  ]);
  return [t(lang, isWorkbook ? 'known.sheets' : 'known.lists'), ...table(rows, ['left', 'left', 'left', 'right', 'left'])];
}

const kSampleColumns = 60;

function columnsText(lang: Lang, file: FileInspection): string[] {
  const rows = file.columns.map((column) => [
    `#${column.index + 1}`,
    shortened(columnName(lang, file, column.index), kSampleColumns / 2),
    roleName(lang, column.role),
    formatShare(lang, column.filled),
    shortened(samplesText(column), kSampleColumns),
  ]);
  const score = file.columns.find(({ role }) => role === 'score');
  const reasons = score?.evidence.map((evidence) => `    ${printable(evidenceSentence(lang, evidence))}`) ?? [];
  const heading = cliText(lang, 'columns', { count: formatCount(lang, file.columns.length) });
  const said = score
    ? [`  ${t(lang, 'mapping.sentence', { name: columnName(lang, file, score.index) })}`, ...reasons]
    : [`  ${t(lang, 'mapping.sentence-none')}`];
  return [heading, ...table(rows, ['left', 'left', 'left', 'right', 'left']), '', ...said];
}

function samplesText({ samples }: ColumnInspection): string {
  return samples.map(printable).join(' · ');
}
