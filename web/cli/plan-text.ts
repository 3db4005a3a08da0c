// SPDX-License-Identifier: MIT
// A plan for a terminal: each file with its columns, what they are used for and why, then what is asked.

import type { ColumnInspection, FileInspection, Plan } from '../client/node.js';
import { formatDay, formatShare } from '../i18n/format.js';
import { t, type Lang } from '../i18n/index.js';
import { evidenceSentence, roleName } from '../i18n/sentences.js';
import { columnName, factsText, issueText } from './file-text.js';
import { printable, shortened, table } from './layout.js';
import { questionsText } from './question-text.js';

/** Files that failed before anything was recognised are left to standard error. */
export function planText(plan: Plan, lang: Lang): string[] {
  const files = plan.files.filter((file) => file.format !== null);
  if (files.length === 0) return [];
  const sections = [
    headText(plan, lang),
    ...files.map((file) => fileText(file, lang)),
    plan.certain ? [t(lang, 'plan.certain')] : questionsText(plan, lang),
  ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function headText({ complete, recipe }: Plan, lang: Lang): string[] {
  const lines = [t(lang, 'plan.title'), `  ${t(lang, complete ? 'plan.from-all' : 'plan.from-start')}`];
  if (recipe.asOf !== null) lines.push(`  ${t(lang, 'plan.as-of', { date: formatDay(lang, recipe.asOf) })}`);
  return lines;
}

function fileText(file: FileInspection, lang: Lang): string[] {
  const lines = [printable(file.name), ...factsText(lang, file)];
  if (file.columns.length > 0) lines.push('', ...columnsText(file, lang));
  if (file.issues.length > 0) lines.push('', t(lang, 'issues.title'));
  for (const issue of file.issues) lines.push(...issueText(lang, file, issue));
  return lines;
}

const kNameColumns = 30;
const kSampleColumns = 60;

/** Each column on a line, and on another why it is used as it is. */
function columnsText(file: FileInspection, lang: Lang): string[] {
  const heading = (['column', 'role', 'sure', 'filled', 'samples'] as const).map((word) => t(lang, `plan.${word}`));
  const rows = file.columns.map((column) => [
    `#${column.index + 1}`,
    shortened(columnName(lang, file, column.index), kNameColumns),
    roleName(lang, column.role),
    isUsed(column) ? formatShare(lang, column.confidence) : '',
    formatShare(lang, column.filled),
    shortened(column.samples.map(printable).join(' · '), kSampleColumns),
  ]);
  const [head = '', ...lines] = table([['', ...heading], ...rows], ['left', 'left', 'left', 'right', 'right', 'left']);
  return [head, ...file.columns.flatMap((column, index) => [lines[index] ?? '', ...evidenceText(column, lang)])];
}

function isUsed({ role }: ColumnInspection): boolean {
  return role !== 'none';
}

function evidenceText(column: ColumnInspection, lang: Lang): string[] {
  if (!isUsed(column)) return [];
  return column.evidence.map((evidence) => `      ${printable(evidenceSentence(lang, evidence))}`);
}
