// SPDX-License-Identifier: MIT
// The NPS of groups: by month, by column and by file, chosen on the page and kept in the recipe; employees only when somebody switches
// them on, and then never fewer than ten responses. Figures are counted by hand, or those of the golden fixtures.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import type { Recipe } from '../web/client/report.js';
import { expect, goldenFolder, smallSurvey, test } from './fixtures.js';
import { golden, pathOf } from './golden.js';
import type { WorkspacePage } from './workspace-page.js';

const chip = (demo: WorkspacePage, name: string): Locator =>
  demo.workspace.locator('nps-groups').getByRole('checkbox', { name });

/** The name of a column is set apart by characters that nobody sees. */
const named = (name: string): RegExp => new RegExp(`^${name.replace(/ (\S+)$/, ' \u2068?$1\u2069?')}$`);

/** Every row of a table but the last one, which is about all: name, responses and NPS. */
async function groupsIn(demo: WorkspacePage, name: string): Promise<string[][]> {
  const table = demo.workspace.locator('nps-groups').getByRole('table', { name: named(name) });
  await expect(table).toBeVisible();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => [
      await row.locator('th bdi').innerText(),
      ...(await row.locator('td.number').allInnerTexts()).map((text) => text.trim()),
    ]),
  );
}

/** Peru 10 and 8, Chad 9 and 3, Fiji 7, each three times. */
const countries = {
  name: 'countries.csv',
  text: `Id,Country,How likely are you to recommend us?\n${[1, 2, 3].map((round) => `${round}1,Peru,10\n${round}2,Chad,9\n${round}3,Peru,8\n${round}4,Fiji,7\n${round}5,Chad,3\n`).join('')}`,
};

/** Six responses of Ann Ask, ten of Bob Bay, three of nobody. */
const calls = {
  name: 'calls.csv',
  text: [
    'Agent,Date,How likely are you to recommend us?',
    ...[10, 10, 9, 3, 7, 8].map((score) => `Ann Ask,2024-05-02,${score}`),
    ...[10, 10, 9, 9, 8, 8, 7, 6, 5, 4].map((score) => `Bob Bay,2024-06-03,${score}`),
    ...[9, 0, 0].map((score) => `,2024-04-04,${score}`),
    '',
  ].join('\n'),
};

test('by month: the months of the fixture in time order, and responses without a date last', async ({ demo }) => {
  const survey = golden('limesurvey_1980_sentinel.csv');
  await demo.give(pathOf(survey));
  if (survey.decisions.length > 0) await demo.confirm();
  await expect(demo.figure).toBeVisible();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
  await chip(demo, 'Month').check();
  const { months } = JSON.parse(readFileSync(join(goldenFolder, 'limesurvey_1980_sentinel.expect.json'), 'utf8')) as {
    months: { value: string | null; responses: number }[];
  };
  const names: Record<string, string> = { '2024-03': 'March 2024', '2024-04': 'April 2024' };
  const shown = await groupsIn(demo, 'NPS by month');
  expect(shown.map(([name, responses]) => [name, Number(responses)])).toEqual(
    months.map(({ value, responses }) => [value === null ? '(no date)' : names[value], responses]),
  );
});

test('by column, with the figures counted by hand', async ({ demo }) => {
  await demo.give(countries);
  await expect(demo.figure).toHaveText('+20.0');
  await chip(demo, 'Country').check();
  // Of as many responses by name.
  await expect
    .poll(() => groupsIn(demo, 'NPS by Country'))
    .toEqual([
      ['Chad', '6', '0.0'],
      ['Peru', '6', '+50.0'],
      ['Fiji', '3', '0.0'],
    ]);
  const table = demo.workspace.locator('nps-groups').getByRole('table', { name: named('NPS by Country') });
  await expect(table.locator('tfoot')).toContainText('+20.0');
  await expect(table.getByText('Few responses')).toHaveCount(4);
  await expect(table.getByRole('row', { name: /^Chad/ })).toBeVisible();
  await chip(demo, 'Country').uncheck();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
});

test('the choice is made by keyboard, and the focus and what is in view stay', async ({ demo, page }) => {
  await demo.give(calls);
  await expect(demo.figure).toBeVisible();
  await chip(demo, 'Month').focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Space');
  await expect(demo.workspace.locator('nps-groups table')).toBeVisible();
  await expect(chip(demo, 'Month')).toBeFocused();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(50);
  await page.keyboard.press('Space');
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
  await expect(chip(demo, 'Month')).toBeFocused();
});

test('groups of employees: not offered until somebody switches them on, and hidden under ten responses', async ({ demo }) => {
  await demo.give(calls);
  await expect(demo.figure).toBeVisible();
  const groups = demo.workspace.locator('nps-groups');
  await expect(chip(demo, 'Agent')).toHaveCount(0);
  const allowed = groups.getByRole('switch', { name: 'Employees may be a grouping' });
  await expect(allowed).toHaveAccessibleDescription(/works council/);
  await allowed.check();
  await chip(demo, 'Agent').check();
  // Bob: 10 10 9 9 against 6 5 4. Ann's six and the three of nobody are not shown.
  await expect.poll(() => groupsIn(demo, 'NPS by Agent')).toEqual([['Bob Bay', '10', '+10.0']]);
  await expect(groups).toContainText(/^.*2 groups are not shown: fewer than 10 responses.*\(9 responses together\)/s);
  await expect(groups).not.toContainText('Ann');
  await allowed.uncheck();
  await expect(groups.locator('table')).toHaveCount(0);
  await expect(chip(demo, 'Agent')).toHaveCount(0);
});

test('a column becomes one of employees by its role, and the switch is there', async ({ demo }) => {
  await demo.give(countries);
  await expect(chip(demo, 'Country')).toBeVisible();
  await demo.openPlan();
  await demo.plan.getByLabel('Used as: Country').selectOption('employee');
  await expect(demo.plan).toContainText('a works council may have a say');
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toBeVisible();
  await expect(chip(demo, 'Country')).toHaveCount(0);
  await demo.workspace.locator('nps-groups').getByRole('switch').check();
  await chip(demo, 'Country').check();
  await expect(demo.workspace.locator('nps-groups')).toContainText('3 groups are not shown: fewer than 10 responses');
});

test('the groupings are in the recipe, and a file read with it shows them', async ({ demo, folder }) => {
  await demo.give(calls);
  await expect(demo.figure).toBeVisible();
  await demo.workspace.locator('nps-groups').getByRole('switch').check();
  await chip(demo, 'Month').check();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(1);
  await chip(demo, 'Agent').check();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(2);
  const { bytes } = await demo.saved(demo.button('Save the recipe'));
  expect((JSON.parse(bytes.toString('utf8')) as Recipe).groupBy).toEqual(['month', 'column:Agent']);
  const report = await demo.saved(demo.button('Save the report'));
  expect(report.bytes.toString('utf8')).toContain('"by": "column"');

  const recipe = join(folder, 'recipe.json');
  const survey = join(folder, calls.name);
  await writeFile(recipe, bytes);
  await writeFile(survey, calls.text);
  await demo.openAgain();
  await demo.drop(survey, recipe);
  await expect(demo.figure).toBeVisible();
  await expect.poll(() => groupsIn(demo, 'NPS by Agent')).toEqual([['Bob Bay', '10', '+10.0']]);
  // April 9 0 0, May 10 10 9 3 7 8, June as Bob.
  await expect
    .poll(() => groupsIn(demo, 'NPS by month'))
    .toEqual([
      ['April 2024', '3', '\u221233.3'],
      ['May 2024', '6', '+33.3'],
      ['June 2024', '10', '+10.0'],
    ]);
});

test('several files: the NPS of each from the start, until somebody chooses otherwise', async ({ demo }) => {
  await demo.give(smallSurvey, { name: 'second.csv', text: 'id,nps\n1,0\n2,0\n3,10\n' });
  await expect(demo.heading).toHaveText('Result of 2 files');
  await expect
    .poll(() => groupsIn(demo, 'NPS by file'))
    .toEqual([
      ['small.csv', '5', '+20.0'],
      ['second.csv', '3', '\u221233.3'],
    ]);
  // Only what both have is offered: no country, no date.
  await expect(demo.workspace.locator('nps-groups input')).toHaveCount(1);
  await chip(demo, 'File').uncheck();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
  await demo.add({ name: 'third.csv', text: 'id,nps\n1,9\n' });
  await expect(demo.heading).toHaveText('Result of 3 files');
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
});

test('a file added without the column takes its grouping away instead of being lost', async ({ demo }) => {
  await demo.give(countries);
  await chip(demo, 'Country').check();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(1);
  await demo.add({ name: 'second.csv', text: 'id,nps\n1,0\n2,0\n3,10\n' });
  await expect(demo.heading).toHaveText('Result of 2 files');
  // 6 + 1 promoters and 3 + 2 detractors of 18.
  await expect(demo.figure).toHaveText('+11.1');
  await expect(chip(demo, 'Country')).toHaveCount(0);
});

test('the page asks for groups by its attribute, and a person changes that', async ({ demo }) => {
  await demo.workspace.evaluate((element) => element.setAttribute('group-by', 'column:Country'));
  await demo.give(smallSurvey);
  expect((await groupsIn(demo, 'NPS by Country')).map(([name]) => name)).toEqual(['Chad', 'Peru', 'Fiji']);
  await chip(demo, 'Country').uncheck();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(0);
});

/** Half past ten in the evening in Greenwich is half past midnight in Berlin. */
const evening = {
  name: 'evening.csv',
  text: 'nps,date\n9,2024-05-31T22:30:00Z\n9,2024-05-12T10:00:00Z\n0,2024-05-13T10:00:00Z\n',
};

test('months are those of the zone that a person chooses for the report', async ({ demo }) => {
  await demo.give(evening);
  await expect(demo.figure).toBeVisible();
  await chip(demo, 'Month').check();
  await expect.poll(() => groupsIn(demo, 'NPS by month')).toEqual([['May 2024', '3', '+33.3']]);
  await demo.openPlan();
  const zone = demo.plan.getByLabel('Time zone of days and months');
  await expect(zone).toHaveValue('');
  await zone.selectOption('Europe/Berlin');
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toBeVisible();
  await expect
    .poll(() => groupsIn(demo, 'NPS by month'))
    .toEqual([
      ['May 2024', '2', '0.0'],
      ['June 2024', '1', '+100.0'],
    ]);
});
