// SPDX-License-Identifier: MIT
// Writes the records that do not count: those of one file where the person says, or those of each file into a folder.

import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import {
  analyze,
  NpsError,
  rejects,
  type AnalyzeOptions,
  type Cut,
  type FileInput,
  type FileReport,
  type RejectsOptions,
  type Report,
} from '../client/node.js';
import { besideName } from '../files/saved-files.js';
import { cliText } from '../i18n/cli.js';
import { issueCodes } from '../i18n/codes.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { cutSentences } from '../i18n/sentences.js';
import type { RejectsForm } from './arguments.js';
import { printable } from './layout.js';
import { NotWritten, writeOut } from './output.js';
import { Usage } from './usage.js';

/** Says where the rows went with `say`. Resolves to the report; files that failed in it have no rows. */
export async function writeRejects(
  files: FileInput[],
  decisions: AnalyzeOptions,
  form: RejectsForm,
  lang: Lang,
  say: (sentence: string) => void,
): Promise<Report> {
  const report = await analyze(files, decisions).catch(reportOf);
  const write = async (file: number, output: string | undefined): Promise<void> => {
    const cuts: Cut[] = [];
    const { as, guard } = form;
    const options: RejectsOptions = { ...decisions, file, as, guard, reasons: reasonsIn(lang), onCut: (cut) => cuts.push(cut) };
    await writeOut(rejects(files, options), output);
    const rows = plural(lang, 'result.rows', rowsOf(report.files[file]));
    if (output !== undefined) say(cliText(lang, 'saved-rejects', { path: printable(output), rows }));
    for (const cut of cuts) cutSentences(lang, cut).forEach(say);
  };
  const wanted = wantedFile(report, form, lang);
  if (wanted === undefined) await writeEach(report, form, lang, say, write);
  else if (!report.files[wanted]?.failure) await write(wanted, form.output);
  return report;
}

/** Without a single score every record is one that does not count, and these are wanted all the same. */
function reportOf(error: unknown): Report {
  if (error instanceof NpsError && error.report && error.report.files.some(({ failure }) => !failure)) return error.report;
  throw error;
}

/** The position of the one file that is meant, undefined for all of them. Throws `Usage`. */
function wantedFile({ files }: Report, { file, output }: RejectsForm, lang: Lang): number | undefined {
  if (file !== undefined && file > files.length) throw new Usage(cliText(lang, 'usage.file', { count: String(files.length) }));
  if (file !== undefined) return file - 1;
  if (files.length === 1) return 0;
  if (output === undefined) throw new Usage(cliText(lang, 'usage.rejects'));
  return undefined;
}

async function writeEach(
  { files }: Report,
  { as, output = '.' }: RejectsForm,
  lang: Lang,
  say: (sentence: string) => void,
  write: (file: number, output: string) => Promise<void>,
): Promise<void> {
  await mkdir(output, { recursive: true }).catch(() => undefined);
  const folder = await stat(output).catch(() => undefined);
  if (!folder?.isDirectory()) throw new NotWritten(output);
  const names = new Set<string>();
  for (const [index, file] of files.entries()) {
    if (file.failure) continue;
    if (rowsOf(file) === 0) say(`${printable(file.name)}: ${t(lang, 'rejects.none')}`);
    else await write(index, join(output, nameBeside(file, as, names)));
  }
}

/** `survey.csv` gives `survey-rejects.csv`; a second one of that name `survey-rejects-2.csv`. */
function nameBeside({ name, container }: FileReport, as: RejectsForm['as'], taken: Set<string>): string {
  const inner = (container?.member || name).replace(/[\u0000-\u001f<>:"|?*]/g, '_');
  const ending = as === 'xlsx' ? '.xlsx' : '.csv';
  let free = besideName(inner, `-rejects${ending}`);
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = besideName(inner, `-rejects-${copy}${ending}`);
  taken.add(free.toLowerCase());
  return free;
}

function rowsOf(file: FileReport | undefined): number {
  return file ? file.ledger.read - file.ledger.accepted : 0;
}

function reasonsIn(lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(issueCodes.map((code) => [code, t(lang, `code.${code}`)]));
}
