// SPDX-License-Identifier: MIT
// One file of a report for a terminal: what it is, which column was read as the score and why, where every record went, how
// sound it is, and what is worth a look.

import type { FileInspection, FileReport, Issue, IssueExample, Ledger, Quality } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { encodingName, presetName } from '../i18n/names.js';
import { formatBytes, formatCount } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { missingRoleText } from '../i18n/review.js';
import { delimiterName, evidenceSentence, explain, isExplained, roleName } from '../i18n/sentences.js';
import { printable, shortened, table } from './layout.js';

/** A file of a report or of an inspection. */
export type KnownFile = FileReport | FileInspection;

/** Heading and facts: read before the figures. */
export function fileText(lang: Lang, file: FileReport): string[] {
  const lines = [printable(file.name), ...factsText(lang, file)];
  const score = file.columns.find((column) => column.role === 'score');
  if (!score) return [...lines, `  ${t(lang, 'mapping.sentence-none')}`];
  const name = columnName(lang, file, score.index);
  lines.push(`  ${t(lang, 'mapping.sentence', { name })}`);
  for (const evidence of score.evidence) lines.push(`    ${printable(evidenceSentence(lang, evidence))}`);
  return lines;
}

/** What is known behind the figures: the ledger, the quality, the issues and the hashes. */
export function accountText(lang: Lang, file: FileReport): string[] {
  const lines = ledgerText(lang, file.ledger, t(lang, 'ledger.title'));
  if (file.quality) lines.push('', ...qualityText(lang, file, file.quality));
  if (file.issues.length > 0) lines.push('', t(lang, 'issues.title'));
  for (const issue of file.issues) lines.push(...issueText(lang, file, issue));
  if (file.hash) lines.push('', cliText(lang, 'hash', { hash: file.hash }));
  if (file.sha256) lines.push(`SHA-256 ${file.sha256}`);
  return lines;
}

/** `Sentence. Fix. [code]`, as on the page, with the detail where there is one that the words do not hold. */
export function failureText(lang: Lang, { code, detail }: { code: string; detail?: string }): string[] {
  const { sentence, fix } = explain(lang, code, detail);
  const said = `${sentence} ${fix}`;
  return [
    `  ${sentence} [${code}]`,
    `  ${fix}`,
    ...(detail === undefined || isExplained(code, detail) || said.includes(detail) ? [] : [`  ${printable(detail)}`]),
  ];
}

const kColumnsListed = 40;

/** The failure of a file; where a column is to be chosen, with the columns there are. */
export function fileFailureText(lang: Lang, file: KnownFile): string[] {
  const { failure, columns } = file;
  if (!failure) return [];
  const lines = failureText(lang, failure);
  if (failure.code === 'unknown-sheet') return [...lines, ...sheetsText(lang, file)];
  if (failure.code === 'encoding-unknown') return [...lines, ...previewsText(file)];
  const choosing = failure.code === 'no-score-column' || failure.code === 'unknown-column';
  if (!choosing || columns.length === 0) return lines;
  const names = columns.slice(0, kColumnsListed).map(({ index }) => columnName(lang, file, index));
  if (columns.length > kColumnsListed) names.push('…');
  const option = failure.detail === 'group-by' ? '--by …' : `--map ${failure.detail ?? 'score'}=…`;
  return [...lines, `  ${option}`, `  ${plural(lang, 'mapping.all', columns.length)}: ${names.join(', ')}`];
}

function sheetsText(lang: Lang, { tables }: KnownFile): string[] {
  const names = tables.map(({ name }, index) => printable(name) || `#${index + 1}`);
  return names.length > 0 ? ['  --sheet …', `  ${t(lang, 'known.sheets')}: ${names.join(', ')}`] : [];
}

function previewsText({ encodingAlternatives }: KnownFile): string[] {
  const rows = encodingAlternatives.map(({ encoding, preview }) => [`--encoding ${encoding}`, printable(preview)]);
  return table(rows, ['left', 'left']);
}

/** What kind of file it is, on one line or two. */
export function factsText(lang: Lang, file: KnownFile): string[] {
  if (!file.format) return [];
  const { container, dialect, encoding, preset, zone } = file;
  const chosen = file.tables.find((one) => one.chosen);
  const facts = [
    formatBytes(lang, file.bytes),
    t(lang, `kind.${file.format}`),
    container && t(lang, `known.in-${container.kind}`),
    encoding && encodingName(encoding),
    dialect && cliText(lang, 'separator', { delimiter: printable(delimiterName(lang, dialect.delimiter)) }),
    chosen?.name && cliText(lang, 'sheet', { name: printable(chosen.name) }),
    file.format !== 'json' &&
      file.format !== 'ndjson' &&
      cliText(lang, 'headers', { count: formatCount(lang, file.headerRecords) }),
    preset && `${t(lang, 'known.tool')} ${presetName(preset)}`,
    zone && cliText(lang, 'zone', { zone: printable(zone) }),
  ];
  return [`  ${facts.filter(Boolean).join(cliText(lang, 'comma'))}`];
}

export function columnName(lang: Lang, file: KnownFile, index: number): string {
  const name = printable(file.columns[index]?.name ?? '');
  return name === '' ? t(lang, 'mapping.unnamed', { position: index + 1 }) : `“${name}”`;
}

const outcomes = ['accepted', 'unscored', 'rejected', 'excluded', 'duplicate'] as const;

export function ledgerText(lang: Lang, ledger: Ledger, title: string): string[] {
  const rows = [
    [t(lang, 'ledger.read'), formatCount(lang, ledger.read)],
    ...outcomes.map((outcome) => [t(lang, `ledger.${outcome}`), formatCount(lang, ledger[outcome])]),
  ];
  const reasons = Object.entries(ledger.reasons).map(([code, count]) => [
    formatCount(lang, count),
    `${explain(lang, code).sentence} [${code}]`,
  ]);
  const lines = [title, ...table(rows, ['left', 'right']), ...table(reasons, ['right', 'left'], '    ')];
  if (ledger.blankLines > 0) lines.push(`  ${plural(lang, 'ledger.blank', ledger.blankLines)}`);
  return lines;
}

export function issueText(lang: Lang, file: KnownFile, issue: Issue): string[] {
  const { sentence, fix } = explain(lang, issue.code);
  const count = t(lang, 'issues.count', { count: issue.count });
  const lines = [`  ${t(lang, `severity.${issue.severity}`)}  ${count} ${sentence} [${issue.code}]`, `    ${fix}`];
  if (issue.examples.length === 0) return lines;
  const places = issue.examples.map((example) => placeText(lang, file, example)).join(t(lang, 'issues.joint'));
  return [...lines, `    ${t(lang, 'issues.where', { places })}`];
}

function placeText(lang: Lang, file: KnownFile, { record, line, column }: IssueExample): string {
  const place = { record: formatCount(lang, record), line: line === null ? '–' : formatCount(lang, line) };
  if (column === null) return cliText(lang, 'place', place);
  return cliText(lang, 'place-cell', { ...place, column: columnName(lang, file, column) });
}

/** The verdict with its reasons, what no column says, and how far each column is filled. */
function qualityText(lang: Lang, file: FileReport, { verdict, reasons, missing, columns }: Quality): string[] {
  const codes = reasons.map((code) => ` [${code}]`).join('');
  const rows = columns.map(({ index, role, filled, valid, distinct }) => [
    shortened(columnName(lang, file, index), kNameColumns),
    roleName(lang, role),
    formatCount(lang, filled),
    formatCount(lang, valid),
    distinct === null ? t(lang, 'quality.distinct-many', { count: kMostDistinct }) : formatCount(lang, distinct),
  ]);
  const heading = (['column', 'filled', 'valid', 'distinct'] as const).map((word) => t(lang, `quality.${word}`));
  heading.splice(1, 0, t(lang, 'plan.role'));
  return [
    `${t(lang, 'quality.title')}: ${t(lang, `quality.${verdict}`)}`,
    `  ${t(lang, `quality-why.${verdict}`)}${codes}`,
    ...missing.map((role) => `  ${missingRoleText(lang, role)}`),
    ...table([heading, ...rows], ['left', 'left', 'right', 'right', 'right']),
  ];
}

const kNameColumns = 40;
/** Beyond this the core no longer counts different values. */
const kMostDistinct = 65_536;
