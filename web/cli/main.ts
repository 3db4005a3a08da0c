// SPDX-License-Identifier: MIT
// npscope, the command: the same report as in the browser, from the same WebAssembly, as text or as JSON.
// Exit status 0 when done, 2 when a file could not be used, 64 for wrong usage, 73 when the output can not be written.

import { version } from '../../package.json';
import { analyze, close, inspect, NpsError, scoreFromCounts, type Inspection, type Report } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import type { Lang } from '../i18n/index.js';
import { commandOf, languageOf, Usage, type Command } from './arguments.js';
import { NotWritten, writeConversion } from './conversion.js';
import { accountText, failureText, fileFailureText, fileText } from './file-text.js';
import { filesOf } from './files.js';
import { inspectionText } from './inspection-text.js';
import { printable } from './layout.js';
import { groupTableText, scoreText } from './score-text.js';

const kUnusableInput = 2;
const kWrongUsage = 64;
const kNotWritten = 73;

async function perform(command: Command, lang: Lang): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(cliText(lang, 'help'));
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'score':
      print(await scoreFromCounts(command.counts, command.options), command.json, lang);
      return 0;
    case 'report':
      return await reportOn(command, lang);
    case 'inspect':
      return await inspectAll(command, lang);
    case 'convert': {
      const [file = ''] = await filesOf([command.file]);
      await writeConversion(file, command.options, command.output);
      return 0;
    }
  }
}

async function reportOn(command: Extract<Command, { kind: 'report' }>, lang: Lang): Promise<number> {
  const report = await analyze(await filesOf(command.files), command.options);
  print(report, command.json, lang);
  return complainOfFiles(report, lang) ? kUnusableInput : 0;
}

async function inspectAll(command: Extract<Command, { kind: 'inspect' }>, lang: Lang): Promise<number> {
  const inspection = await inspect(await filesOf(command.files), command.options);
  const text = command.json ? JSON.stringify(inspection) : inspectionText(inspection, lang).join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
  return complainOfFiles(inspection, lang) ? kUnusableInput : 0;
}

function print(report: Report, json: boolean, lang: Lang): void {
  const text = json ? JSON.stringify(report) : reportText(report, lang).join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** Files that failed are left to standard error. */
function reportText(report: Report, lang: Lang): string[] {
  const files = report.files.filter((file) => !file.failure);
  const sections = [
    ...files.map((file) => fileText(lang, file)),
    ...(report.nps ? [scoreText(lang, report.nps)] : []),
    ...(report.groupBy ?? []).filter(({ groups }) => groups.length > 0).map((table) => groupTableText(lang, table)),
    ...files.map((file) => [...(files.length > 1 ? [printable(file.name)] : []), ...accountText(lang, file)]),
  ];
  return sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
}

function complain(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** A sentence and a fix for each file that failed; whether there was one. */
function complainOfFiles({ files }: Report | Inspection, lang: Lang): boolean {
  const failed = files.filter((file) => file.failure);
  for (const file of failed) complain([printable(file.name), ...fileFailureText(lang, file)]);
  return failed.length > 0;
}

/** What went wrong, in words, and the exit status for it. */
function explainError(error: unknown, lang: Lang, json: boolean): number {
  if (error instanceof Usage) {
    complain([error.message]);
    return kWrongUsage;
  }
  if (error instanceof NotWritten) {
    complain([cliText(lang, 'not-written', { path: printable(error.message) })]);
    return kNotWritten;
  }
  if (!(error instanceof NpsError)) throw error;
  if (error.report) print(error.report, json, lang);
  if (!error.report || !complainOfFiles(error.report, lang)) complain(failureText(lang, error));
  return error.code === 'bad-option' ? kWrongUsage : kUnusableInput;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const lang = languageOf(args, process.env);
  // A reader that has seen enough, such as `head`, is no reason to complain.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await perform(commandOf(args, lang), lang);
  } catch (error) {
    process.exitCode = explainError(error, lang, args.includes('--json'));
  } finally {
    close();
  }
}

await main();
