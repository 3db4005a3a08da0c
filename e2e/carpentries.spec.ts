// SPDX-License-Identifier: MIT
// Three real survey files give, on the page, exactly the figures that two independent implementations computed,
// and the single HTML file opened from disk gives the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { carpentriesFolder, expect, singleFile, test } from './fixtures.js';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

interface Overall {
  rows: number;
  missing: number;
  histogram: Record<string, number>;
  det: number;
  pas: number;
  pro: number;
  nps: number;
  score95: [number, number];
}

interface Expected {
  file: string;
  score_column: string;
  overall: Overall;
}

const expected = JSON.parse(readFileSync(join(carpentriesFolder, 'expected.json'), 'utf8')) as Record<string, Expected>;

async function expectFigures(page: WorkspacePage, { score_column: column, overall }: Expected): Promise<void> {
  const [low, high] = overall.score95;
  expect(await page.figures()).toEqual({
    nps: `+${overall.nps.toFixed(1)}`,
    interval: `95% interval ${low.toFixed(1)} to ${high.toFixed(1)}`,
    groups: [overall.det, overall.pas, overall.pro].map(String),
    histogram: Array.from({ length: 11 }, (_, score) => overall.histogram[String(score)] ?? 0),
  });
  const ledger = Object.fromEntries(await page.ledger()) as Record<string, string>;
  expect(ledger['Rows read']).toBe(String(overall.rows));
  expect(ledger.Counted).toBe(String(overall.rows - overall.missing));
  expect(ledger['Without a score'] ?? '0').toBe(String(overall.missing));
  await expect(page.workspace.locator('nps-mapping .lead')).toContainText(`Column ${column} was read as the score.`);
  await expect(page.workspace.locator('nps-mapping ul li').first()).toBeVisible();
}

for (const [id, one] of Object.entries(expected)) {
  const path = join(carpentriesFolder, one.file.replace('carpentries/', ''));

  test(`the page shows the figures of ${id}`, async ({ demo }) => {
    await demo.give(path);
    await expectFigures(demo, one);
  });

  test(`the single HTML file shows the figures of ${id} from file://`, async ({ page }) => {
    const workspace = new WorkspacePage(page, await Watch.on(page));
    await workspace.open(pathToFileURL(singleFile).href);
    await workspace.give(path);
    await expectFigures(workspace, one);
    await workspace.watch.expectNothing();
  });
}

test('two waves count together, and each keeps its own ledger', async ({ demo }) => {
  const waves = ['carpentries-2020-03', 'carpentries-2020-12'].map((id) => expected[id]!);
  await demo.give(...waves.map(({ file }) => join(carpentriesFolder, file.replace('carpentries/', ''))));
  const { histogram, groups } = await demo.figures();
  const sum = (count: (overall: Overall) => number): number => waves.reduce((total, { overall }) => total + count(overall), 0);
  expect(groups).toEqual([sum(({ det }) => det), sum(({ pas }) => pas), sum(({ pro }) => pro)].map(String));
  expect(histogram).toEqual(Array.from({ length: 11 }, (_, score) => sum((overall) => overall.histogram[String(score)] ?? 0)));
  await expect(demo.workspace.locator('nps-issues')).toHaveCount(2);
  await expect(demo.heading).toHaveText('Result of 2 files');
});
