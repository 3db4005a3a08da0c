// SPDX-License-Identifier: MIT
// Which of the files given are no survey but what npscope saved before: a recipe or a report. Content tells, never a name.
import type { FileInput } from '../client/inputs.js';
import type { Recipe, Report } from '../client/report.js';

/** A recipe as it was given: as text where it can not be understood, so that the reading says why. */
export interface NamedRecipe {
  readonly name: string;
  readonly recipe: Recipe | string;
}

export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

export interface Given {
  /** All others, in their order. */
  readonly files: readonly FileInput[];
  readonly recipe?: NamedRecipe;
  readonly report?: NamedReport;
}

const kSchema = /"schema"\s*:\s*"npscope-(recipe|report)\/\d+"/;
/** The schema stands at the start of what npscope saves; a person who edits a recipe may move it. */
const kStartBytes = 1024;
const kEditedBytes = 256 * 1024;
const kMostBytes = 64 * 1024 * 1024;

/** Sorts what was given. Of several recipes or reports the last counts. */
export async function sorted(given: readonly FileInput[]): Promise<Given> {
  const files: FileInput[] = [];
  let found: Partial<Given> = {};
  for (const file of given) {
    const saved = await savedIn(file);
    if (saved) found = { ...found, ...saved };
    else files.push(file);
  }
  return { files, ...found };
}

async function savedIn(file: FileInput): Promise<Partial<Given> | undefined> {
  const blob = blobOf(file);
  if (!blob || blob.size === 0 || blob.size > kMostBytes) return undefined;
  try {
    const start = await blob.slice(0, blob.size <= kEditedBytes ? kEditedBytes : kStartBytes).text();
    const kind = /^\ufeff?\s*\{/.test(start) ? kSchema.exec(start)?.[1] : undefined;
    return kind === undefined ? undefined : parsed(kind, nameOf(file), (await blob.text()).replace(/^\ufeff/, ''));
  } catch {
    // A file that can not be read now fails when it is read as a survey.
    return undefined;
  }
}

function parsed(kind: string, name: string, text: string): Partial<Given> | undefined {
  let value: { schema?: unknown };
  try {
    value = JSON.parse(text) as object;
  } catch {
    return kind === 'recipe' ? { recipe: { name, recipe: text } } : { report: { name, report: {} as Report } };
  }
  if (typeof value.schema !== 'string' || !value.schema.startsWith('npscope-')) return undefined;
  return kind === 'recipe' ? { recipe: { name, recipe: value as Recipe } } : { report: { name, report: value as Report } };
}

function blobOf(file: FileInput): Blob | undefined {
  if (file instanceof Blob) return file;
  return typeof file === 'object' && 'data' in file && file.data instanceof Blob ? file.data : undefined;
}

/** The name of a file as the page knows it; empty for bare bytes. */
export function nameOf(file: FileInput): string {
  return typeof file === 'object' && 'name' in file && typeof file.name === 'string' ? file.name : '';
}

/** A name for what is saved about a file: `survey.csv` and `-rejects.csv` make `survey-rejects.csv`. */
export function besideName(name: string, ending: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  return `${last.replace(/\.[^.]*$/, '') || 'npscope'}${ending}`;
}
