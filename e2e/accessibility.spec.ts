// SPDX-License-Identifier: MIT
// axe finds no violation in any state of the page: before a file, while one is pasted, while one is read, with a result and
// everything opened, and with a failure; in light and dark and in every language.
import axe from 'axe-core';

import { expect, smallSurvey, test } from './fixtures.js';
import type { NpsWorkspace } from '../web/elements/nps-workspace/nps-workspace.js';
import type { WorkspacePage } from './workspace-page.js';

/** A survey with something to say in every corner: few responses, unscored and rejected rows, a warning with a place. */
const eventful = {
  name: 'eventful.csv',
  text: 'Country,How likely are you to recommend us?\nPeru,10\nChad,\nFiji,eleven\nPeru,9.5\nChad,7\nFiji,0\nPeru,9\nChad\n',
};

/** A survey that leaves something open, with repeated respondents and a copy. */
const doubtful = {
  name: 'doubtful.csv',
  text: `Response ID,Email,Date,How likely are you to recommend us?,Why?
${['1,a@x.test,2024-05-01,10,Good', '2,b@x.test,2024-05-02,-99,', '3,a@x.test,2024-05-03,3, Bad &amp; slow ', '4,c@x.test,2024-05-04,9,Fine', '4,c@x.test,2024-05-04,9,Fine', '5,d@x.test,2024-05-05,8,So so', '6,e@x.test,2024-05-06,-99,Nothing'].join('\n')}
`,
};

/** Groups of every kind: months, a column with few responses, and employees, some of them hidden. */
const grouped = {
  name: 'grouped.csv',
  text: `Agent,Country,Date,How likely are you to recommend us?\n${Array.from({ length: 40 }, (_, row) => `${row < 5 ? 'Ann Ask' : row < 18 ? 'Cat Coe' : 'Bob Bay'},${row % 9 === 0 ? 'Peru' : 'Chad'},2024-0${1 + (row % 3)}-11,${row % 11}\n`).join('')}`,
};

async function expectNoViolation(demo: WorkspacePage, state: string): Promise<void> {
  const violations = await demo.page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  });
  expect(violations, state).toEqual([]);
}

/** Puts a client in place whose reading stays at the same point. */
async function readForever(demo: WorkspacePage): Promise<void> {
  await demo.workspace.evaluate(async (element) => {
    const workspace = element as unknown as NpsWorkspace;
    workspace.reset();
    const client = workspace.createClient();
    client.analyze = (_files, options) => {
      options?.onProgress?.({ file: 0, files: 2, bytesRead: 4e6, bytesTotal: 9e6, records: 1234 });
      return new Promise(() => undefined);
    };
    workspace.createClient = () => client;
    await workspace.updateComplete;
  });
  await demo.give(smallSurvey);
  await expect(demo.workspace.locator('progress')).toBeVisible();
}

for (const lang of ['en', 'de', 'zh']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe in ${lang}, ${colorScheme}`, () => {
      test.use({ query: `?lang=${lang}`, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('finds nothing in any state', async ({ demo, page }) => {
        await page.evaluate(axe.source);
        await expectNoViolation(demo, 'before a file');

        await demo.workspace.locator('[part=paste]').click();
        await expectNoViolation(demo, 'the field for a table');
        await demo.workspace.locator('.field button').last().click();

        await demo.give({ name: 'a.csv', text: '' });
        await demo.failureShown();
        await expectNoViolation(demo, 'a failure');

        await demo.give(eventful);
        await expect(demo.figure).toBeVisible();
        for (const summary of await demo.workspace.locator('summary').all()) await summary.click();
        await expect(demo.workspace.locator('nps-mapping tbody tr')).toHaveCount(2);
        await expectNoViolation(demo, 'a result');
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoViolation(demo, 'a result on a phone');

        await page.setViewportSize({ width: 1280, height: 900 });
        await demo.give(grouped);
        const groups = demo.workspace.locator('nps-groups');
        await groups.getByRole('switch').check();
        for (const [index, by] of ['month', 'column:Country', 'column:Agent'].entries()) {
          await groups.locator(`input[value="${by}"]`).check();
          await expect(groups.locator('table')).toHaveCount(index + 1);
        }
        await expectNoViolation(demo, 'groups');
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoViolation(demo, 'groups on a phone');

        await page.setViewportSize({ width: 1280, height: 900 });
        await demo.give(doubtful);
        await expect(demo.questions).toBeVisible();
        await expectNoViolation(demo, 'a question');
        await demo.questions.locator('> button').first().click();
        await expect(demo.plan).toBeVisible();
        for (const summary of await demo.plan.locator('summary').all()) await summary.click();
        await demo.plan.locator('nps-columns select').first().selectOption('ignore');
        await expectNoViolation(demo, 'every decision');
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoViolation(demo, 'every decision on a phone');

        await readForever(demo);
        await expectNoViolation(demo, 'a reading');
      });
    });
  }
}

test('a screen reader hears the chart in words', async ({ demo }) => {
  await demo.give(smallSurvey);
  const chart = demo.workspace.locator('nps-distribution').getByRole('img');
  await expect(chart).toHaveAccessibleName(
    'Column chart. Detractors: 1, Passives: 2, Promoters: 2. Most frequent: score 10, with 1 of 5 responses.',
  );
  await expect(demo.workspace.locator('nps-score').getByRole('img')).toHaveAccessibleName(/^NPS \+20\.0 on the scale/);
});
