// SPDX-License-Identifier: MIT
// How a survey went over time, what goes with its score and what people write: the tabs Trend, Drivers and Comments of <nps-explore>, on a
// file whose figures can be counted by hand.
import axe from 'axe-core';

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
