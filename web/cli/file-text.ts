// SPDX-License-Identifier: MIT
// One file of a report for a terminal: what it is, which column was read as the score and why, where every record went, and
// what is worth a look.

import type { FileReport, Issue, IssueExample, Ledger } from '../client/node.js';
import { cliText, cliWords, type CliWord } from '../i18n/cli.js';
import { formatBytes, formatCount } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { evidenceSentence, explain } from '../i18n/sentences.js';
import { printable, table } from './layout.js';

/** Heading and facts: read before the figures. */
export function fileText(lang: Lang, file: FileReport): string[] {
  const lines = [printable(file.name)];
  if (file.dialect) lines.push(`  ${factsText(lang, file, file.dialect)}`);
  const score = file.columns.find((column) => column.role === 'score');
  if (!score) return [...lines, `  ${t(lang, 'mapping.sentence-none')}`];
  const name = columnName(lang, file, score.index);
  lines.push(`  ${t(lang, 'mapping.sentence', { name })}`);
  for (const evidence of score.evidence) lines.push(`    ${printable(evidenceSentence(lang, evidence))}`);
  return lines;
}

/** What is known behind the figures: the ledger, the issues and the content hash. */
export function accountText(lang: Lang, file: FileReport): string[] {
  const lines = ledgerText(lang, file.ledger);
  if (file.issues.length > 0) lines.push('', t(lang, 'issues.title'));
  for (const issue of file.issues) lines.push(...issueText(lang, file, issue));
  if (file.hash) lines.push('', cliText(lang, 'hash', { hash: file.hash }));
  return lines;
}

/** `Sentence. Fix. [code]`, as on the page, with the detail where there is one that the words do not hold. */
export function failureText(lang: Lang, { code, detail }: { code: string; detail?: string }): string[] {
  const { sentence, fix } = explain(lang, code, detail);
  const said = `${sentence} ${fix}`;
  return [
    `  ${sentence} [${code}]`,
    `  ${fix}`,
    ...(detail === undefined || said.includes(detail) ? [] : [`  ${printable(detail)}`]),
  ];
}

const kColumnsListed = 40;

/** The failure of a file; where a column is to be chosen, with the columns there are. */
export function fileFailureText(lang: Lang, file: FileReport): string[] {
  const { failure, columns } = file;
  if (!failure) return [];
  const lines = failureText(lang, failure);
  const choosing = failure.code === 'no-score-column' || failure.code === 'unknown-column';
  if (!choosing || columns.length === 0) return lines;
  const names = columns.slice(0, kColumnsListed).map(({ index }) => columnName(lang, file, index));
  if (columns.length > kColumnsListed) names.push('…');
  const option = failure.detail === 'group-by' ? '--by …' : `--map ${failure.detail ?? 'score'}=…`;
  return [...lines, `  ${option}`, `  ${plural(lang, 'mapping.all', columns.length)}: ${names.join(', ')}`];
}

function factsText(lang: Lang, file: FileReport, dialect: NonNullable<FileReport['dialect']>): string {
  const word = `delimiter.${dialect.delimiter}`;
  return cliText(lang, 'facts', {
    size: formatBytes(lang, file.bytes),
    encoding: file.encoding ?? '',
    delimiter: word in cliWords[lang] ? cliText(lang, word as CliWord) : printable(dialect.delimiter),
    headers: formatCount(lang, dialect.headerRecords),
  });
}

function columnName(lang: Lang, file: FileReport, index: number): string {
  const name = printable(file.columns[index]?.name ?? '');
  return name === '' ? t(lang, 'mapping.unnamed', { position: index + 1 }) : `“${name}”`;
}

const outcomes = ['accepted', 'unscored', 'rejected', 'excluded', 'duplicate'] as const;

function ledgerText(lang: Lang, ledger: Ledger): string[] {
  const rows = [
    [t(lang, 'ledger.read'), formatCount(lang, ledger.read)],
    ...outcomes.map((outcome) => [t(lang, `ledger.${outcome}`), formatCount(lang, ledger[outcome])]),
  ];
  const reasons = Object.entries(ledger.reasons).map(([code, count]) => [
    formatCount(lang, count),
    `${explain(lang, code).sentence} [${code}]`,
  ]);
  const lines = [t(lang, 'ledger.title'), ...table(rows, ['left', 'right']), ...table(reasons, ['right', 'left'], '    ')];
  if (ledger.blankLines > 0) lines.push(`  ${plural(lang, 'ledger.blank', ledger.blankLines)}`);
  return lines;
}

function issueText(lang: Lang, file: FileReport, issue: Issue): string[] {
  const { sentence, fix } = explain(lang, issue.code);
  const count = t(lang, 'issues.count', { count: issue.count });
  const lines = [`  ${t(lang, `severity.${issue.severity}`)}  ${count} ${sentence} [${issue.code}]`, `    ${fix}`];
  if (issue.examples.length === 0) return lines;
  const places = issue.examples.map((example) => placeText(lang, file, example)).join(t(lang, 'issues.joint'));
  return [...lines, `    ${t(lang, 'issues.where', { places })}`];
}

function placeText(lang: Lang, file: FileReport, { record, line, column }: IssueExample): string {
  const place = { record: formatCount(lang, record), line: formatCount(lang, line) };
  if (column === null) return cliText(lang, 'place', place);
  return cliText(lang, 'place-cell', { ...place, column: columnName(lang, file, column) });
}
