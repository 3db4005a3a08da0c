// SPDX-License-Identifier: MIT
// Decisions are kept: a saved recipe gives the same figure without a question, the next file of the same kind is read alike, and a
// saved report is repeated and compared.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Recipe, Report } from '../web/client/report.js';
import { carpentriesFolder, expect, smallSurvey, test } from './fixtures.js';
import { golden, groupsOf, pathOf } from './golden.js';
import type { WorkspacePage } from './workspace-page.js';

const survey = golden('asknicely_all_strings.csv');

async function answered(demo: WorkspacePage): Promise<void> {
  await demo.give(pathOf(survey));
  await demo.questions.locator('input[value="-99"]').check();
  await demo.confirm();
  await expect(demo.figure).toBeVisible();
}

test('a recipe dropped with the file: the same figure, and no question', async ({ demo, folder }) => {
  await answered(demo);
  const before = await demo.figures();
  const { name, bytes } = await demo.saved(demo.button('Save the recipe'));
  expect(name).toBe('npscope-recipe.json');
  const recipe = JSON.parse(bytes.toString('utf8')) as Recipe;
  expect(recipe.schema).toBe('npscope-recipe/1');
  expect(recipe.sources[0]?.score.missing).toEqual(['-99']);
  // Not a cell of the file is in it.
  expect(bytes.toString('utf8')).not.toMatch(/example\.test|Agda|Rude/);

  const path = join(folder, name);
  await writeFile(path, bytes);
  await demo.openAgain();
  await demo.drop(pathOf(survey), path);
  expect(await demo.figures()).toEqual(before);
  expect(before.groups).toEqual(groupsOf(survey));
  await expect(demo.workspace.locator('.applied')).toContainText('The recipe npscope-recipe.json was applied.');
});

test('a recipe loaded after the file, and alone before it', async ({ demo, folder }) => {
  await answered(demo);
  const { bytes } = await demo.saved(demo.button('Save the recipe'));
  const path = join(folder, 'mine.json');
  await writeFile(path, bytes);
  await demo.openAgain();
  await demo.give(path);
  await expect(demo.workspace.getByText('The recipe mine.json is ready.')).toBeVisible();
  await demo.give(pathOf(survey));
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));

  await demo.openAgain();
  await demo.give(pathOf(survey));
  await expect(demo.questions).toBeVisible();
  await demo.drop(path);
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
});

test('the next file of the same kind is read alike, and says so', async ({ demo }) => {
  await answered(demo);
  await demo.give(pathOf(survey));
  await expect(demo.workspace.locator('.applied')).toContainText('it was applied by itself');
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
  await demo.button('Read without the recipe').click();
  await expect(demo.questions).toBeVisible();
  // A file of another kind is read as if nothing had been decided.
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  await expect(demo.workspace.locator('.applied')).toHaveCount(0);
});

test('a recipe for another file is refused, and the file can be read without it', async ({ demo, folder }) => {
  await answered(demo);
  const { bytes } = await demo.saved(demo.button('Save the recipe'));
  const path = join(folder, 'other.json');
  await writeFile(path, bytes);
  await demo.openAgain();
  await demo.drop(path, join(carpentriesFolder, 'longterm_October2017.csv'));
  expect((await demo.failureShown()).code).toBe('recipe-mismatch');
  await demo.button('Read without the recipe').click();
  await expect(demo.figure).toHaveText('+36.3');
});

test('a recipe with a mistake in it is refused, with the place', async ({ demo, folder }) => {
  const path = join(folder, 'bad.json');
  await writeFile(path, '{ "schema": "npscope-recipe/1", "sources": [] "cleaning": {} }');
  const file = join(folder, 'a.csv');
  await writeFile(file, smallSurvey.text);
  await demo.drop(path, file);
  expect((await demo.failureShown()).code).toBe('recipe-invalid');
  await demo.button('Read without the recipe').click();
  await expect(demo.figure).toHaveText('+20.0');
});

test('the host page gives a recipe, and reads the one that a person made', async ({ demo, page }) => {
  await answered(demo);
  const recipe = await page.evaluate(() => document.querySelector('nps-workspace')?.recipe);
  expect(recipe?.sources[0]?.score.missing).toEqual(['-99']);
  await demo.openAgain();
  await page.evaluate((made) => void (document.querySelector('nps-workspace')!.recipe = made), recipe);
  await demo.give(pathOf(survey));
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
});

test('a saved report is repeated with the same result, and a changed one is not', async ({ demo, folder }) => {
  await answered(demo);
  const { name, bytes } = await demo.saved(demo.button('Save the report'));
  expect(name).toBe('npscope-report.json');
  const report = JSON.parse(bytes.toString('utf8')) as Report;
  expect(report.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const path = join(folder, name);
  await writeFile(path, bytes);
  await demo.openAgain();
  await demo.drop(path, pathOf(survey));
  const verification = demo.workspace.locator('nps-verification');
  await expect(verification).toContainText('Repeated with the same result');
  await expect(verification).toContainText('asknicely_all_strings.csv: the file of the report (SHA-256).');

  report.nps!.promoters += 1;
  await writeFile(path, JSON.stringify(report));
  await demo.drop(path, pathOf(survey));
  await expect(verification).toContainText('1 number differs from the report.');
  await expect(verification).toContainText('nps.promoters: 6 in the report, 5 now');
});

test('a report that is none is refused', async ({ demo, folder }) => {
  const path = join(folder, 'report.json');
  await writeFile(path, '{"schema":"npscope-report/1","files":[]}');
  await demo.drop(path, pathOf(survey));
  expect((await demo.failureShown()).code).toBe('report-invalid');
});
