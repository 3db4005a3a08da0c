// SPDX-License-Identifier: MIT
// The elements on their own: each draws a property, says so where there is nothing to draw, takes the host page's colours,
// and hands what it was given on to the reading.
import type { NpsSummary } from '../web/client/report.js';
import { expect, smallSurvey, test } from './fixtures.js';

const summary: NpsSummary = {
  responses: 21,
  detractors: 9,
  passives: 4,
  promoters: 8,
  nps: -4.761904761904762,
  mean: null,
  histogram: null,
  interval: { method: 'adjusted-wald', level: 0.9, low: -34.6, high: 25.2 },
};

test('few responses, a negative nps and another method are named', async ({ demo, page }) => {
  await page.evaluate((figures) => {
    const score = document.createElement('nps-score');
    score.summary = figures;
    document.querySelector('main')?.append(score);
  }, summary);
  const score = demo.page.locator('main > nps-score');
  await expect(score.locator('[part=figure]')).toHaveText('\u22124.8');
  await expect(score).toContainText('90% interval \u221234.6 to 25.2');
  await expect(score).toContainText('21 responses');
  await expect(score).toContainText('Few responses');
  await expect(score).toContainText('adjusted Wald interval');
  await expect(score).not.toContainText('Mean score');
});

test('no response is a sentence, not a zero', async ({ demo, page }) => {
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('nps-score')));
  await expect(demo.page.locator('main > nps-score')).toHaveText('No response, so no NPS.');
});

test('without single scores the distribution says what is known', async ({ demo, page }) => {
  await page.evaluate((figures) => {
    const chart = document.createElement('nps-distribution');
    chart.summary = figures;
    document.querySelector('main')?.append(chart);
  }, summary);
  await expect(demo.page.locator('main > nps-distribution')).toContainText('Only the three groups are known');
});

test('mapping and group-by go to the reading', async ({ page, demo }) => {
  const report = await page.evaluate(async (text) => {
    const workspace = document.querySelector('nps-workspace')!;
    workspace.mapping = { score: 'Satisfaction' };
    workspace.setAttribute('group-by', 'column:Country');
    return workspace.analyze(new File([text], 'a.csv'));
  }, smallSurvey.text);
  expect(report.nps?.nps).toBeCloseTo(-20, 10);
  expect(report.groupBy?.[0]?.groups.map(({ value }) => value)).toEqual(['Chad', 'Fiji', 'Peru']);
  await expect(demo.workspace.locator('nps-mapping .badge')).toHaveText('Your choice');
});

test('the page chooses the colours', async ({ page, demo }) => {
  await page.evaluate(() => document.documentElement.style.setProperty('--nps-accent', 'rgb(1, 2, 3)'));
  await expect(demo.button('Choose a file')).toHaveCSS('background-color', 'rgb(1, 2, 3)');
});
