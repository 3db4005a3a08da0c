// SPDX-License-Identifier: MIT
// Every row that was not counted comes back with its reason, can be corrected and given again, and then counts in the place of its
// original. What is saved is whole.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { csvText, parseCsv } from './csv.js';
import { expect, singleFile, test } from './fixtures.js';
import { golden, groupsOf, pathOf } from './golden.js';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

const survey = golden('decimal_comma_semicolon.csv');

/** Reads the survey, confirms that -99 is a mistake, and saves the rows that do not count. */
async function rejectsOf(demo: WorkspacePage): Promise<string> {
  await demo.give(pathOf(survey));
  await demo.confirm();
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
  const { name, bytes } = await demo.saved(demo.workspace.locator('nps-rejects [data-as=csv]'));
  expect(name).toBe('decimal_comma_semicolon-rejects.csv');
  return bytes.toString('utf8');
}

/** 8,5 becomes 8 and 11 becomes 10; the other rows stay wrong. */
function corrected(text: string): string {
  const [head = [], ...rows] = parseCsv(text);
  const score = head.indexOf('Weiterempfehlung (0-10)');
  const right: Record<string, string> = { '8,5': '8', '11,0': '10' };
  return csvText([head, ...rows.map((row) => row.map((cell, at) => (at === score ? (right[cell] ?? cell) : cell)))]);
}

test('the rows that were not counted are saved with place, code and reason', async ({ demo }) => {
  const [head = [], ...rows] = parseCsv(await rejectsOf(demo));
  expect(head.slice(0, 5)).toEqual(['npscope file', 'npscope record', 'npscope code', 'npscope reason', 'npscope source']);
  expect(head.slice(5)).toEqual(['Antwort-Nr', 'Kundennummer', 'Datum', 'Weiterempfehlung (0-10)', 'Umsatz', 'Begründung']);
  const found = rows.map(([, record, code]): [number, string] => [Number(record), code ?? '']);
  expect(found.sort(([a], [b]) => a - b)).toEqual(survey.rejects);
  const half = rows.find(([, record]) => record === '5');
  expect(half?.slice(3, 4)).toEqual(['The score is not a whole number.']);
  expect(half?.slice(5)).toEqual(['4', 'K-2004', '03.09.2024', '8,5', '12,00', 'Zwischen acht und neun']);
});

test('corrected rows count in the place of their originals, dropped with the file', async ({ demo, folder }) => {
  const path = join(folder, 'corrected.csv');
  await writeFile(path, corrected(await rejectsOf(demo)));
  await demo.openAgain();
  await demo.drop(pathOf(survey), path);
  await demo.confirm();
  // One passive and one promoter more than before.
  expect((await demo.figures()).groups).toEqual(['3', '3', '7']);
  await expect(demo.workspace.locator('nps-files')).toContainText('Corrects decimal_comma_semicolon.csv');
});

test('corrected rows dropped on the result are added to their file', async ({ demo, folder }) => {
  const path = join(folder, 'corrected.csv');
  await writeFile(path, corrected(await rejectsOf(demo)));
  await demo.drop(path);
  await expect(demo.heading).toHaveText('Result of 2 files');
  await expect(demo.workspace.locator('nps-files li')).toHaveCount(2);
  expect((await demo.figures()).groups).toEqual(['3', '3', '7']);
});

test('the rows are saved as a workbook too, and in the dialect of the source', async ({ demo, folder }) => {
  await demo.give(pathOf(survey));
  await demo.confirm();
  const workbook = await demo.saved(demo.workspace.locator('nps-rejects [data-as=xlsx]'));
  expect(workbook.name).toBe('decimal_comma_semicolon-rejects.xlsx');
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  const text = await demo.saved(demo.workspace.locator('nps-rejects [data-as=source-csv]'));
  expect(text.bytes.toString('latin1')).toContain(';8,5;12,00;Zwischen acht und neun');
  // Dropped on the result, the workbook is known by what is in it; nothing was corrected, so nothing changes.
  const path = join(folder, workbook.name);
  await writeFile(path, workbook.bytes);
  await demo.drop(path);
  await expect(demo.heading).toHaveText('Result of 2 files');
  await expect(demo.workspace.locator('nps-files li')).toHaveCount(2);
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
});

test('reasons are in the language of the page', async ({ demo, page }) => {
  await demo.give({ name: 'a.csv', text: 'id,nps\n1,10\n2,elf\n3,9\n' });
  await page.getByRole('button', { name: 'Deutsch' }).click();
  const { bytes } = await demo.saved(demo.workspace.locator('nps-rejects [data-as=csv]'));
  expect(bytes.toString('utf8')).toContain('Die Bewertung ist keine Zahl.');
});

test('a file that changed since it was read: nothing is saved, and the page says why', async ({ demo, folder, page }) => {
  const path = join(folder, 'survey.csv');
  await writeFile(path, await readFile(pathOf(survey)));
  await demo.give(path);
  await demo.confirm();
  await expect(demo.figure).toBeVisible();
  await writeFile(path, 'nps\n1\n2\n');
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await demo.workspace.locator('nps-rejects [data-as=csv]').click();
  expect((await demo.failureShown()).code).toBe('source-changed');
  expect(downloads).toEqual([]);
  // The figure stays: it was right when the file was read.
  await expect(demo.figure).toBeVisible();
});

test('the single HTML file opened from disk saves the same bytes', async ({ demo, page, context }) => {
  const served = await rejectsOf(demo);
  const other = await context.newPage();
  const alone = new WorkspacePage(other, await Watch.on(other));
  await alone.open(pathToFileURL(singleFile).href);
  expect(await rejectsOf(alone)).toBe(served);
  await alone.watch.expectNothing();
  await other.close();
  await page.bringToFront();
});
