// SPDX-License-Identifier: MIT
// npscope, the command: the same report as in the browser, from the same WebAssembly, as text or as JSON. Exit status 0 when done,
// 1 when a report differs, 2 when a file could not be used, 3 when a target is missed, 64 for wrong usage, 73 when the output can not be written.

import { version } from '../../package.json';
import {
  analyze,
  close,
  compareCounts,
  convert,
  inspect,
  NpsError,
  open,
  plan,
  scoreFromCounts,
  type Inspection,
  type MeasureAnswer,
  type Plan,
  type Recipe,
  type Report,
} from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { t, type Lang } from '../i18n/index.js';
import { answerText, comparisonText } from './answer-text.js';
import { commandOf, languageOf, type Command } from './arguments.js';
import { failureText, fileFailureText } from './file-text.js';
import { filesOf } from './files.js';
import { givenBy, type Given } from './given.js';
import { inspectionText } from './inspection-text.js';
import { printable } from './layout.js';
import { NotWritten, writeJson, writeOut } from './output.js';
import { planText } from './plan-text.js';
import { questionOf } from './questions.js';
import { writeRejects } from './rejects.js';
import { reportText } from './report-text.js';
import { Usage } from './usage.js';
import { filesText, lacksHashes, repeated, savedReport, verificationText } from './verification.js';

const kDiffers = 1;
const kUnusableInput = 2;
const kAlert = 3;
const kWrongUsage = 64;
const kNotWritten = 73;

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

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
    case 'compare': {
      const comparison = await compareCounts(...command.counts, command.options);
      printText(command.json ? [JSON.stringify(comparison)] : comparisonText(lang, comparison, screenColumns()));
      return 0;
    }
    case 'query':
      return await answerQuestion(command, lang);
    case 'report':
      return await reportOn(command, lang);
    case 'inspect':
      return await inspectAll(command, lang);
    case 'plan':
      return await planAll(command, lang);
    case 'rejects':
      return await rejectsOf(command, lang);
    case 'verify':
      return await verifyReport(command, lang);
    case 'convert': {
      const [file = ''] = await filesOf([command.file]);
      await writeOut(convert(file, command.options), command.output);
      return 0;
    }
  }
}

async function reportOn(command: CommandOf<'report'>, lang: Lang): Promise<number> {
  const { keeping, save, json } = command;
  const { files, decisions } = await given(command, lang);
  const report = await analyze(files, { ...command.options, ...decisions, ...(save !== undefined && { sha256: true }) });
  await keepRecipe(report.recipe, keeping.saveRecipe, lang);
  if (save !== undefined) {
    await writeJson(report, save);
    complain([cliText(lang, 'saved-report', { path: printable(save) })]);
  }
  print(report, json, lang);
  return complainOfFiles(report, lang) ? kUnusableInput : 0;
}

/** Exit status 3 when a threshold of the question is crossed. */
async function answerQuestion(command: CommandOf<'query'>, lang: Lang): Promise<number> {
  const { files, decisions } = await given(command, lang);
  const question = await questionOf(command.question, lang, (said) => complain([said]));
  const session = await open(files, { ...command.options, ...decisions });
  try {
    await keepRecipe(session.report.recipe, command.keeping.saveRecipe, lang);
    const answer = await session.query(question);
    printText(command.json ? [JSON.stringify(answer)] : answerText(lang, answer, screenColumns()));
    if (complainOfFiles(session.report, lang)) return kUnusableInput;
    return answer.answers.some(raisesAlert) ? kAlert : 0;
  } finally {
    session.close();
  }
}

/** A target that is missed, or a threshold that is crossed, whatever chance may do. */
function raisesAlert({ measure, missed, alerts }: MeasureAnswer): boolean {
  if (measure !== 'goals') return false;
  const crossed = Array.isArray(alerts) ? (alerts as { certain: boolean }[]) : [];
  return (typeof missed === 'number' && missed > 0) || crossed.some(({ certain }) => certain);
}

async function planAll(command: CommandOf<'plan'>, lang: Lang): Promise<number> {
  const { files, decisions } = await given(command, lang);
  const found = await plan(files, { ...command.options, ...decisions });
  await keepRecipe(found.recipe, command.keeping.saveRecipe, lang);
  // People change a plan before they give it back.
  const text = command.json ? JSON.stringify(found, null, 2) : planText(found, lang).join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
  return complainOfFiles(found, lang) ? kUnusableInput : 0;
}

async function rejectsOf(command: CommandOf<'rejects'>, lang: Lang): Promise<number> {
  const { keeping, form, options } = command;
  const { files, decisions } = await given(command, lang);
  const report = await writeRejects(files, { ...options, ...decisions }, form, lang, (said) => complain([said]));
  await keepRecipe(report.recipe, keeping.saveRecipe, lang);
  return complainOfFiles(report, lang) ? kUnusableInput : 0;
}

async function verifyReport({ report: path, files: words, json }: CommandOf<'verify'>, lang: Lang): Promise<number> {
  const saved = await savedReport(path);
  if (lacksHashes(saved)) complain([t(lang, 'verify.no-hash')]);
  try {
    const verification = await repeated(saved, await filesOf(words));
    const text = json ? JSON.stringify(verification) : verificationText(saved, verification, lang).join('\n');
    process.stdout.write(`${text}\n`);
    if (complainOfFiles(verification.report, lang)) return kUnusableInput;
    return verification.same ? 0 : kDiffers;
  } catch (error) {
    // What the files are now says most about why they give no figure.
    if (error instanceof NpsError && error.report) complain(filesText(saved, error.report, lang));
    throw error;
  }
}

async function given({ files, keeping }: CommandOf<'report' | 'query' | 'plan' | 'rejects'>, lang: Lang): Promise<Given> {
  const all = await givenBy(files, keeping, lang);
  if (all.found !== undefined) complain([t(lang, 'recipe.applied', { name: printable(all.found) })]);
  return all;
}

async function keepRecipe(recipe: Recipe, path: string | undefined, lang: Lang): Promise<void> {
  if (path === undefined) return;
  await writeJson(recipe, path);
  complain([cliText(lang, 'saved-recipe', { path: printable(path) })]);
}

async function inspectAll(command: CommandOf<'inspect'>, lang: Lang): Promise<number> {
  const inspection = await inspect(await filesOf(command.files), command.options);
  const text = command.json ? JSON.stringify(inspection) : inspectionText(inspection, lang).join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
  return complainOfFiles(inspection, lang) ? kUnusableInput : 0;
}

function print(report: Report, json: boolean, lang: Lang): void {
  printText(json ? [JSON.stringify(report)] : reportText(report, lang));
}

function printText(lines: readonly string[]): void {
  const text = lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** How wide the terminal is: what it says, else COLUMNS, else what suits most. */
function screenColumns(): number {
  const asked = process.stdout.columns ?? Number(process.env['COLUMNS'] ?? '');
  return asked >= 40 ? asked : 120;
}

function complain(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** A sentence and a fix for each file that failed; whether there was one. */
function complainOfFiles({ files }: Report | Inspection | Plan, lang: Lang): boolean {
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
