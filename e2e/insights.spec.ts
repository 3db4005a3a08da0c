// SPDX-License-Identifier: MIT
// How a survey went over time, what goes with its score and what people write: the tabs Trend, Drivers and Comments of <nps-explore>, on a
// file whose figures can be counted by hand.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import axe from 'axe-core';

import type { Recipe } from '../web/client/report.js';
import { ExplorePage } from './explore-page.js';
import { expect, test as base } from './fixtures.js';

const kMonths = 6;
const kEach = 40;
const places = ['Berlin', 'Paris', 'Lisbon', 'Oslo', 'Vienna', 'Dublin', 'Zagreb'];

/** Of 40 responses a month 10 are promoters in the first three months and 30 in the last three; all others are detractors. */
function rows(): string[] {
  return Array.from({ length: kMonths * kEach }, (_, at) => {
    const month = Math.floor(at / kEach);
    const nth = at % kEach;
    const isHappy = nth < (month < 3 ? 10 : 30);
    const day = `2025-0${month + 1}-${String(1 + (nth % 28)).padStart(2, '0')}`;
    const support = isHappy ? 5 - (nth % 2) : 1 + (nth % 3);
    const price = 1 + ((nth * 7 + month) % 5);
    const place = `${places[nth % places.length] ?? ''} on day ${nth}, case ${at}`;
    const comment = isHappy
      ? `The team is friendly and quick in ${place}`
      : `The export is slow, call 030 1234567 about ${place}`;
    return `p${at}@x.test,${day},${isHappy ? 10 : 2},${support},${price},"${comment}"`;
  });
}

const survey = {
  name: 'insights.csv',
  text: `Email,Date,How likely are you to recommend us?,Support rating,Price rating,Why?\n${rows().join('\n')}\n`,
};

const test = base.extend<{ explore: ExplorePage }>({
  explore: async ({ demo }, use) => {
    await demo.give(survey);
    await expect(demo.figure).toBeVisible();
    await use(new ExplorePage(demo));
  },
});

test('trend: figures by month, the change, and an event with what was before and after', async ({ explore }) => {
  await explore.tab('trend').click();
  const trend = explore.root.locator('nps-trend');
  await expect(trend.getByText('The NPS rises.')).toBeVisible();
  await trend.getByText('The figures as a table').click();
  const cells = await trend.locator('details tbody tr').allInnerTexts();
  expect(cells).toHaveLength(kMonths);
  // 10 promoters less 30 detractors of 40, and the other way round.
  expect(cells[0]).toMatch(/January 2025\s+40\s+\u221250\.0/);
  expect(cells[5]).toMatch(/June 2025\s+40\s+\+50\.0/);
  await expect(trend.getByText(/Possible change between March 2025 and April 2025/)).toBeVisible();

  const events = trend.locator('nps-trend-events');
  await events.getByLabel('Day', { exact: true }).fill('2025-03-31');
  await events.getByLabel('What happened').fill('Release 5');
  await events.getByRole('button', { name: 'Add', exact: true }).click();
  const row = events.getByRole('row', { name: /Release 5/ });
  await expect(row).toContainText('n = 40');
  await expect(trend.locator('.event-name')).toHaveText('Release 5');
  await events.locator('input[type=file]').setInputFiles({
    name: 'events.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Date;Event\n2025-05-01;Fair\nsoon;No day\n'),
  });
  await expect(events.getByRole('row', { name: /Fair/ })).toBeVisible();
  await expect(events.getByRole('status').first()).toContainText('1 line has no day');
  await events.getByRole('button', { name: 'Remove Release 5' }).click();
  await expect(row).toHaveCount(0);
});

test('trend: a month in which the responses end is drawn hollow and named', async ({ demo }) => {
  const months = Object.entries({ '2025-01': 28, '2025-02': 28, '2025-03': 12 });
  const days = months.flatMap(([month, last]) =>
    Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')},${(at * 7) % 11}`),
  );
  await demo.give({ name: 'ends.csv', text: `Date,How likely are you to recommend us?\n${days.join('\n')}\n` });
  const explore = new ExplorePage(demo);
  await explore.tab('trend').click();
  const trend = explore.root.locator('nps-trend');
  // Three of the 31 days of January are no tenth of it.
  await expect(
    trend.getByText('Not complete, therefore drawn hollow: March 2025. The responses begin or end within.'),
  ).toBeVisible();
  await expect(trend.locator('.dot')).toHaveCount(3);
  await expect(trend.locator('.dot.partial title')).toHaveText(/^March 2025 \(not complete\)/);
  await trend.getByText('The figures as a table').click();
  await expect(trend.locator('details tbody th').last()).toHaveText('March 2025 (not complete)');
});

test('drivers: what goes with the score comes first, with its caveats', async ({ explore }) => {
  await explore.tab('drivers').click();
  const drivers = explore.root.locator('nps-drivers');
  const names = drivers.getByRole('table', { name: 'Drivers' }).locator('tbody th bdi');
  await expect(names).toHaveText(['Support rating', 'Price rating']);
  // Low ratings of support are given by detractors only.
  await expect(drivers.getByRole('row', { name: /^Support rating/ })).toContainText('\u2212100.0');
  await expect(drivers).toContainText('An association is not a cause');
});

test('comments: terms of both sides, a theme, and a search that masks and marks', async ({ explore }) => {
  await explore.tab('comments').click();
  const comments = explore.root.locator('nps-comments');
  await expect(comments.locator('.promoters')).toContainText('friendly');
  await expect(comments.locator('.detractors')).toContainText('slow');

  const themes = comments.locator('nps-themes');
  await themes.getByLabel('Theme', { exact: true }).fill('Speed');
  await themes.getByLabel(/^Words/).fill('slow, quick');
  await themes.getByRole('button', { name: 'Save theme' }).click();
  await expect(themes.getByRole('row', { name: /Speed/ })).toContainText('100');

  await comments.getByRole('searchbox').fill('SLOW');
  await comments.getByRole('button', { name: 'Search comments' }).click();
  // 30 a month in three months, 10 a month in the others.
  await expect(comments.locator('.found')).toContainText('120 comments');
  await expect(comments.locator('mark').first()).toHaveText('slow');
  await expect(comments.locator('blockquote').last()).toContainText('[phone]');
  await expect(comments).not.toContainText('1234567');
});

test('themes are kept: in the recipe that is saved, in the report, and when the file is read in another way', async ({
  explore,
  demo,
  folder,
}) => {
  const themes = explore.root.locator('nps-themes');
  const save = async (name: string, words: string): Promise<void> => {
    await themes.getByLabel('Theme', { exact: true }).fill(name);
    await themes.getByLabel(/^Words/).fill(words);
    await themes.getByRole('button', { name: 'Save theme' }).click();
    await expect(themes.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  };
  const kept = async (button: string): Promise<unknown> => {
    const { bytes } = await demo.saved(demo.button(button));
    const saved = JSON.parse(bytes.toString('utf8')) as Recipe & { recipe?: Recipe };
    return (saved.recipe ?? saved).themes;
  };
  await explore.tab('comments').click();
  const terms = explore.root.locator('nps-comments .promoters');
  await expect(terms).toContainText('friendly');
  await explore.addRange('Price rating', '1', '5');
  await save('Speed', 'slow, quick');
  await save('People', 'team');
  // What a person looks at stays: nothing was read again.
  expect(await explore.conditions()).toHaveLength(1);
  await expect(demo.workspace).toHaveJSProperty('phase', 'done');
  await expect(terms).toContainText('friendly');

  // A filter that leaves no comment leaves the themes.
  await explore.addText('Why?', 'zebra');
  await expect(themes).toContainText('There is no comment here.');
  await expect(themes.getByRole('row', { name: /Speed/ })).toBeVisible();

  // Changed and removed.
  await themes.getByRole('button', { name: 'Speed', exact: true }).click();
  await themes.getByLabel(/^Words/).fill('slow');
  await themes.getByRole('button', { name: 'Save theme' }).click();
  await themes.getByRole('button', { name: 'Remove the theme People' }).click();
  await expect(themes.getByRole('row', { name: /People/ })).toHaveCount(0);

  // Another name is the same theme; a change can be left, and taken back.
  await themes.getByRole('button', { name: 'Speed', exact: true }).click();
  await themes.getByLabel('Theme', { exact: true }).fill('Pace');
  await themes.getByRole('button', { name: 'Cancel' }).click();
  await expect(themes.getByLabel(/^Words/)).toHaveValue('');
  await themes.getByRole('button', { name: 'Speed', exact: true }).click();
  await save('Pace', 'slow');
  await expect(themes.getByRole('row', { name: /Speed/ })).toHaveCount(0);
  await themes.getByRole('button', { name: 'Undo' }).click();
  await expect(themes.getByRole('row', { name: /Speed/ })).toBeVisible();
  await themes.getByRole('button', { name: 'Undo' }).click();
  await expect(themes.getByRole('row', { name: /People/ })).toBeVisible();
  await themes.getByRole('button', { name: 'Remove the theme People' }).click();
  await expect(themes.getByRole('row', { name: /People/ })).toHaveCount(0);
  expect(await kept('Save the recipe')).toEqual({ Speed: ['slow'] });
  expect(await kept('Save the report')).toEqual({ Speed: ['slow'] });

  // Read in another encoding, and then by the recipe alone.
  await demo.workspace.getByText('Another encoding').click();
  await demo.workspace.getByLabel('Text encoding').selectOption('windows-1252');
  await demo.button('Read in this encoding').click();
  await expect(demo.recognition).toContainText('Windows-1252');
  await expect(themes.getByRole('row', { name: /Speed/ })).toBeVisible();
  const { bytes } = await demo.saved(demo.button('Save the recipe'));
  const path = join(folder, 'mine.json');
  await writeFile(path, bytes);
  const file = join(folder, survey.name);
  await writeFile(file, survey.text);
  await demo.openAgain();
  await demo.drop(path, file);
  await expect(demo.figure).toBeVisible();
  await explore.tab('comments').click();
  await expect(themes.getByRole('row', { name: /Speed/ })).toContainText('50');
  // Without the recipe there are none.
  await demo.button('Read without the recipe').click();
  await expect(demo.workspace.locator('.applied')).toHaveCount(0);
  await expect(themes.getByLabel('Theme', { exact: true })).toBeVisible();
  await expect(themes.getByRole('row')).toHaveCount(0);
});

test('a theme beyond what a recipe can hold is not taken, and says so', async ({ explore }) => {
  await explore.tab('comments').click();
  const themes = explore.root.locator('nps-themes');
  await themes.getByLabel('Theme', { exact: true }).fill('Many');
  const words = themes.getByLabel(/^Words/);
  await words.fill(Array.from({ length: 201 }, (_, index) => `word${index}`).join(','));
  await themes.getByRole('button', { name: 'Save theme' }).click();
  expect(await words.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain('at most 64 themes');
  await expect(themes.getByRole('row')).toHaveCount(0);
  await words.fill('one, two');
  await themes.getByRole('button', { name: 'Save theme' }).click();
  await expect(themes.getByRole('row', { name: /Many/ })).toBeVisible();
});

for (const lang of ['en', 'de', 'zh'] as const) {
  test(`no violation of accessibility in ${lang}`, async ({ explore, demo, page }) => {
    await demo.workspace.evaluate((element, value) => element.setAttribute('lang', value), lang);
    await page.evaluate(axe.source);
    for (const id of ['trend', 'drivers', 'comments']) {
      await explore.tab(id).click();
      await expect(explore.root.locator(`#view-${id} table, #view-${id} .terms, #view-${id} figure`).first()).toBeVisible();
      await expect(explore.root.locator(`#view-${id} .waiting`)).toHaveCount(0);
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run('nps-workspace');
        return found.map(
          ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ failureSummary }) => failureSummary ?? '').join(' | ')}`,
        );
      });
      expect(violations, id).toEqual([]);
    }
  });
}
