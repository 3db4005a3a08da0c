// SPDX-License-Identifier: MIT
// Every format on the page: one survey in each of them gives the same figures, a folder of all of them counts together, what was
// recognised is shown, and another sheet or encoding can be chosen. tests/node/client-formats.test.mjs has the same in Node.
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, formatsFolder, test } from './fixtures.js';
import { largeWorkbook } from './large-workbook.js';

const facts: Readonly<Record<string, readonly string[]>> = {
  'survey.csv': ['Text with separators (CSV)', 'UTF-8', 'comma'],
  'survey-utf-16.tsv': ['UTF-16LE', 'tab'],
  'survey-windows-1252.csv': ['Windows-1252', 'semicolon'],
  'survey-windows-1251.csv': ['Windows-1251'],
  'survey-gb18030.csv': ['GB18030'],
  'survey.json': ['JSON', 'responses', '20 rows'],
  'survey.ndjson': ['JSON'],
  'survey.xlsx': ['Excel workbook (XLSX)', 'Spring', '21 rows'],
  'survey.xls': ['Excel workbook 97–2003 (XLS)', 'Spring'],
  'survey.ods': ['LibreOffice spreadsheet (ODS)', 'Spring'],
  'survey-html.xls': ['Table in a web page (HTML)'],
  'survey-2003.xml': ['Excel workbook as XML (2003)'],
  'survey.zip': ['in a ZIP archive', 'export/Responses.csv'],
  'survey.csv.gz': ['packed with gzip'],
};

const files = readdirSync(formatsFolder).sort();

for (const name of files) {
  test(`${name} is read and recognised`, async ({ demo }) => {
    await demo.drop(join(formatsFolder, name));
    const { nps, groups, histogram } = await demo.figures();
    expect([nps, ...groups]).toEqual(['+20.0', '6', '4', '10']);
    expect(histogram).toEqual([1, 0, 1, 1, 0, 1, 2, 2, 2, 5, 5]);
    for (const fact of facts[name] ?? ['(no facts listed)']) await expect(demo.recognition).toContainText(fact);
  });
}

test('a dropped folder counts together, with the folders in it and without hidden files', async ({ demo, folder }) => {
  await mkdir(join(folder, 'wave', '.cache'), { recursive: true });
  await writeFile(join(folder, 'wave', 'a.csv'), 'id,nps\n1,10\n2,9\n');
  await writeFile(join(folder, 'b.csv'), 'id,nps\n3,0\n');
  await writeFile(join(folder, '.hidden.csv'), 'id,nps\n4,0\n');
  await writeFile(join(folder, 'wave', '.cache', 'c.csv'), 'id,nps\n5,0\n');
  await demo.drop(folder);
  expect((await demo.figures()).groups).toEqual(['1', '0', '2']);
  await expect(demo.workspace.locator('nps-result h3[id^=file-]')).toHaveText([/\/b\.csv$/, /\/wave\/a\.csv$/]);
});

test('a dropped folder of every format', async ({ demo }) => {
  await demo.drop(formatsFolder);
  // The same table stands there as it is, in a ZIP archive and packed with gzip.
  await expect(demo.questions.locator('nps-question')).toHaveCount(2);
  await demo.confirm();
  const { nps, groups } = await demo.figures();
  // The same 20 responses stand in every file. Those with a number count once; the three files without (one CSV, JSON and NDJSON)
  // count for themselves.
  expect([nps, ...groups.map(Number)]).toEqual(['+20.0', 4 * 6, 4 * 4, 4 * 10]);
  await expect(demo.heading).toHaveText(`Result of ${files.length} files`);
  await expect(demo.workspace.locator('nps-failure')).toHaveCount(0);
});

test('files and a folder dropped together', async ({ demo, folder }) => {
  await writeFile(join(folder, 'b.csv'), 'id,nps\n3,0\n');
  await demo.drop(join(formatsFolder, 'survey.csv'), folder);
  expect((await demo.figures()).groups).toEqual(['7', '4', '10']);
});

test('an empty folder is a sentence', async ({ demo, folder }) => {
  await demo.drop(folder);
  expect((await demo.failureShown()).code).toBe('empty-folder');
});

test('too many files are a sentence, and nothing is read', async ({ demo, folder }) => {
  for (let file = 0; file <= 1000; file++) await writeFile(join(folder, `${file}.csv`), 'id,nps\n1,10\n');
  await demo.drop(folder);
  expect((await demo.failureShown()).code).toBe('too-many-files');
});

test('another sheet is read at once, and the choice is for this file only', async ({ demo }) => {
  await demo.give(join(formatsFolder, 'survey.xlsx'));
  const sheet = demo.workspace.getByLabel('Another sheet');
  await expect(sheet.locator('option')).toHaveText([/Notes.*\(1 row\)/, /Spring.*\(21 rows\)/, /Summer.*\(9 rows\)/]);
  await expect(sheet).toHaveValue('1');
  await expect(demo.button('Read this sheet')).toBeDisabled();
  await sheet.selectOption('2');
  await demo.button('Read this sheet').click();
  await expect(demo.figure).toHaveText('+62.5');
  await expect(demo.recognition).toContainText('Summer');
  await expect(demo.heading).toBeFocused();
  await expect(sheet).toHaveValue('2');

  await demo.give(join(formatsFolder, 'survey.ods'));
  await expect(demo.figure).toHaveText('+20.0');
  await expect(demo.recognition).toContainText('Spring');
});

test('a sheet without answers is a failure that another choice mends', async ({ demo }) => {
  await demo.give(join(formatsFolder, 'survey.xlsx'));
  await demo.workspace.getByLabel('Another sheet').selectOption('0');
  await demo.button('Read this sheet').click();
  await demo.failureShown();
  await demo.workspace.getByLabel('Another sheet').selectOption('1');
  await demo.button('Read this sheet').click();
  await expect(demo.figure).toHaveText('+20.0');
});

test('another encoding shows how the words would read, and is read at once', async ({ demo }) => {
  await demo.give(join(formatsFolder, 'survey-windows-1251.csv'));
  await expect(demo.workspace.locator('nps-mapping .name')).toHaveText('Насколько вероятно, что вы порекомендуете нас?');
  await demo.workspace.getByText('Another encoding').click();
  const encoding = demo.workspace.getByLabel('Text encoding');
  await expect(encoding.locator('option[value="koi8-r"]')).toContainText('мНЛЕП');
  await encoding.selectOption('koi8-r');
  await demo.button('Read in this encoding').click();
  await expect(demo.recognition).toContainText('KOI8-R');
  await expect(demo.workspace.getByText('All 5 columns of this file')).toBeVisible();
  await demo.workspace.getByText('All 5 columns of this file').click();
  await expect(demo.workspace.locator('nps-mapping tbody th').first()).toHaveText(/^мНЛЕП/);
  await encoding.selectOption('windows-1251');
  await demo.button('Read in this encoding').click();
  await expect(demo.figure).toHaveText('+20.0');
});

test('where several files were given, the page says how to choose', async ({ demo }) => {
  await demo.give(join(formatsFolder, 'survey.xlsx'), join(formatsFolder, 'survey.csv'));
  const section = demo.workspace.getByRole('region', { name: 'survey.xlsx' });
  await expect(section).toContainText('give this file alone');
  await expect(section.getByLabel('Another sheet')).toHaveCount(0);
});

test('only the groups are known: the figures are shown without a distribution', async ({ demo }) => {
  await demo.give({ name: 'a.csv', text: 'Id,NPS Group\n1,Promoter\n2,Detractor\n3,Passive\n4,Promoter\n5,Promoter\n' });
  await expect(demo.figure).toHaveText('+40.0');
  await expect(demo.workspace.locator('nps-distribution')).toHaveCount(0);
  await expect(demo.workspace.locator('nps-issues')).toContainText('The file names the groups, not the scores.');
});

test('rows that the file itself takes out are excluded, with the reason in words', async ({ demo }) => {
  const header =
    'StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1';
  const names =
    'Start,End,Response Type,Progress,Finished,Recorded,Response ID,Channel,Language,Group,"How likely are you to recommend us?"';
  const ids = header.split(',').map((id) => `"{""ImportId"":""${id}"",""timeZone"":""America/Denver""}"`);
  const row = (id: string, status: string, score: number): string =>
    `2024-05-01 10:00:00,2024-05-01 10:05:00,${status},100,True,2024-05-01 10:05:01,R_${id},anonymous,EN,,${score}`;
  const rows = [row('1', 'IP Address', 10), row('2', 'Survey Preview', 0), row('3', 'IP Address', 9)];
  await demo.give({ name: 'qualtrics.csv', text: [header, names, ids.join(), ...rows, ''].join('\n') });
  await expect(demo.figure).toHaveText('+100.0');
  const ledger = Object.fromEntries(await demo.ledger()) as Record<string, string>;
  expect([ledger['Rows read'], ledger.Counted, ledger.Excluded]).toEqual(['3', '2', '1']);
  await expect(demo.workspace.locator('nps-issues')).toContainText('The response is a test or a preview.');
  await expect(demo.recognition).toContainText('Qualtrics');
  await expect(demo.recognition).toContainText('America/Denver');
});

test('the columns of a file with examples, as inspect prints them', async ({ demo }) => {
  await demo.give(join(formatsFolder, 'survey-gb18030.csv'));
  const mapping = demo.workspace.locator('nps-mapping');
  await mapping.locator('summary').click();
  await expect(mapping.getByRole('row', { name: '城市' })).toContainText('上海');
  // Another file: the list is still open, and follows.
  await demo.give(join(formatsFolder, 'survey.xlsx'));
  await expect(mapping.locator('.examples').first()).not.toBeEmpty();
  await expect(mapping.getByRole('row', { name: '城市' })).toHaveCount(0);
});

test('the reading of a workbook can be cancelled, and the next file works', async ({ demo, folder }) => {
  const path = join(folder, 'large.xlsx');
  await writeFile(path, largeWorkbook(1_000_000));
  // The button is there for a moment only: a click from outside that first looks for it comes too late.
  await demo.workspace.evaluate((workspace) => {
    const look = (): void => {
      const buttons = [...(workspace.shadowRoot?.querySelectorAll('button') ?? [])];
      const cancel = buttons.find((button) => button.textContent?.trim() === 'Cancel');
      if (cancel) cancel.click();
      else requestAnimationFrame(look);
    };
    look();
  });
  await demo.give(path);
  await expect(demo.workspace.locator('.note')).toHaveText('Cancelled. Nothing of the file was kept.');
  await demo.give(join(formatsFolder, 'survey.xlsx'));
  await expect(demo.figure).toHaveText('+20.0');
});
