// SPDX-License-Identifier: MIT
// What a command is about: the files, and the recipe or plan to follow, which may lie among them. Paths become what they hold.

import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { NpsError, type DecisionOptions, type FileInput, type Plan } from '../client/node.js';
import { sorted, type NamedRecipe } from '../files/saved-files.js';
import { cliText } from '../i18n/cli.js';
import type { Lang } from '../i18n/index.js';
import type { Keeping } from './arguments.js';
import { filesOf } from './files.js';
import { Usage } from './usage.js';

export interface Given {
  readonly files: FileInput[];
  readonly decisions: Pick<DecisionOptions, 'recipe' | 'plan'>;
  /** The name of a recipe that lay among the files. */
  readonly found: string | undefined;
}

/** Throws `Usage` and `NpsError`. */
export async function givenBy(words: readonly string[], { recipe, plan }: Keeping, lang: Lang): Promise<Given> {
  const files: FileInput[] = [];
  const recipes: NamedRecipe[] = [];
  for (const file of await filesOf(words)) {
    const found = await recipeIn(file);
    if (found) recipes.push(found);
    else files.push(file);
  }
  const [found, another] = recipes;
  const chosen = [recipe, plan, found, another].filter((one) => one !== undefined);
  if (chosen.length > 1) throw new Usage(cliText(lang, 'usage.plan-or-recipe'));
  if (files.length === 0) throw new Usage(cliText(lang, 'usage.files'));
  if (plan !== undefined) return { files, decisions: { plan: await planIn(plan) }, found: undefined };
  if (recipe !== undefined) return { files, decisions: { recipe: await textIn(recipe) }, found: undefined };
  return { files, decisions: found ? { recipe: found.recipe } : {}, found: found?.name };
}

/** The text of a file that somebody kept. Throws `NpsError` `file-not-found`. */
export async function textIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new NpsError('file-not-found', { detail: path });
  });
  return text.replace(/^\ufeff/, '');
}

async function planIn(path: string): Promise<Plan> {
  const plan = parsed(await textIn(path));
  if (plan === undefined) throw new NpsError('recipe-invalid', { detail: 'syntax' });
  const { schema, recipe } = plan as Partial<Plan>;
  if (schema !== 'npscope-plan/1') throw new NpsError('recipe-invalid', { detail: 'schema' });
  if (typeof recipe !== 'object' || recipe === null) throw new NpsError('recipe-invalid', { detail: 'recipe' });
  return plan as Plan;
}

/** The object that the JSON text holds; undefined for anything else. */
export function parsed(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The recipe that the file is, told as on the page. */
async function recipeIn(file: FileInput): Promise<NamedRecipe | undefined> {
  if (typeof file !== 'string') return (await sorted([file])).recipe;
  const data = await smallObject(file);
  return data && (await sorted([{ name: basename(file), data }])).recipe;
}

/** No recipe is larger. */
const kMostRecipeBytes = 1024 * 1024;

/** The file when it may be a JSON object of a recipe's size. What can not be read is left to the reading to say. */
async function smallObject(path: string): Promise<Blob | undefined> {
  const handle = await open(path, 'r').catch(() => undefined);
  try {
    const stat = await handle?.stat();
    if (!handle || !stat?.isFile() || stat.size > kMostRecipeBytes) return undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const begins = /^[\ufeff\s]*\{/.test(buffer.toString('utf8', 0, bytesRead));
    return begins ? new Blob([await readFile(path)]) : undefined;
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}
