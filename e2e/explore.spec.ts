// SPDX-License-Identifier: MIT
// Exploring a survey that is read: groups ranked by what the responses show, filters, the table of two attributes, comparisons, targets,
// and figures to share. The file is made so that every figure can be counted by hand.
import axe from 'axe-core';

import type { Alert } from '../web/events/events.js';
import { parseCsv } from './csv.js';
import { ExplorePage } from './explore-page.js';
import { expect, test as base } from './fixtures.js';
import type { WorkspacePage } from './workspace-page.js';

/** Promoters, passives and detractors of each region, and its first month; NPS +50, −50, 0 and 0. */
const regions = [
  { name: 'North', counts: [40, 10, 10] },
  { name: 'South', counts: [10, 10, 40] },
  { name: 'East', counts: [15, 10, 15] },
  { name: 'West', counts: [2, 1, 2] },
] as const;

const answers = [
  { score: 10, comment: 'It is easy to use and the people there are very friendly' },
  { score: 8, comment: 'Does what it should do and nothing more and nothing less' },
  { score: 3, comment: 'It is much too slow and nobody answers the telephone' },
] as const;

/** Every other response is of plan Free; West has Free only. The first half of each kind of answer is of January, the other of February. */
function rows(): string[] {
  let at = 0;
  return regions.flatMap(({ name, counts }) =>
    answers.flatMap(({ score, comment }, kind) =>
      Array.from({ length: counts[kind] ?? 0 }, (_, index) => {
        const plan = name === 'West' || index % 2 === 0 ? 'Free' : 'Team';
        const month = index < (counts[kind] ?? 0) / 2 ? '01' : '02';
        return `c${at++}@x.test,2025-${month}-1${index % 9},${name},${plan},${score},${comment} ${at}`;
      }),
    ),
  );
}

const survey = {
  name: 'explored.csv',
  text: `Email,Date,Region,Plan,How likely are you to recommend us?,Why?\n${rows().join('\n')}\n`,
};

const test = base.extend<{ explore: ExplorePage }>({
  explore: async ({ demo }, use) => {
    await demo.give(survey);
    await expect(demo.figure).toBeVisible();
    await use(new ExplorePage(demo));
  },
});

test('groups: ranked by what the responses show, not by the figure', async ({ explore }) => {
  await expect(explore.filter).toContainText('All 165 responses');
  await expect(explore.groups.locator('table')).toHaveCount(0);
  await explore.splitBy('Region');
  expect(await explore.ranking()).toEqual([
    ['North', '60', '+50.0', 'above the rest'],
    ['East', '40', '0.0', 'not decided'],
    ['West', '5', '0.0', 'not decided'],
    ['South', '60', '\u221250.0', 'below the rest'],
  ]);
  await expect(explore.groups).toContainText('Above the rest: 1. Below the rest: 1. Not decided: 2.');
  await expect(explore.groups).toContainText('differ by more than chance explains');
  await expect(explore.groups).toContainText('associated with');
  await expect(explore.groups.getByRole('row', { name: /^West/ })).toContainText('Few responses');
  // 67 promoters, 31 passives and 67 detractors.
  await expect(explore.groups.locator('tfoot')).toContainText('165');
  await expect(explore.groups.locator('tfoot')).toContainText('0.0');
  // Another adjustment is another question with the same order here.
  await explore.groups.getByText('How the groups are ranked').click();
  await explore.groups.getByLabel('Adjustment for many comparisons').selectOption({ label: 'Bonferroni: the strictest' });
  await expect.poll(() => explore.ranking()).toHaveLength(4);
});

test('filter: values, text, scores and days; each can be changed and removed', async ({ explore, page }) => {
  await explore.addValues('Plan', ['Free']);
  expect(await explore.conditions()).toEqual(['Plan: Free']);
  // 20 + 5 + 5, 5 + 5 + 20, 8 + 5 + 8 and all 5 of West.
  await expect(explore.count).toContainText('86 of 165 responses');
  await explore.splitBy('Region');
  expect((await explore.ranking()).map(([name, responses]) => [name, responses])).toEqual([
    ['North', '30'],
    ['East', '21'],
    ['West', '5'],
    ['South', '30'],
  ]);

  await explore.addText('Why?', 'SLOW');
  expect(await explore.conditions()).toEqual(['Plan: Free', 'Why? contains “SLOW”']);
  // 5 + 20 + 8 + 2, all of them detractors.
  await expect(explore.count).toContainText('35 of 165 responses');
  await expect(explore.count).toContainText('NPS \u2212100.0');

  await explore.filter.getByRole('button', { name: /^Remove: Why/ }).click();
  await expect(explore.count).toContainText('86 of 165 responses');
  await expect(explore.filter.getByRole('button', { name: 'Change: Plan: Free' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(explore.filter.getByRole('checkbox', { name: 'Free' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(explore.filter.locator('.editor')).toHaveCount(0);
  await explore.filter.getByRole('button', { name: 'Change: Plan: Free' }).click();
  await explore.filter.getByRole('checkbox', { name: 'Free' }).uncheck();
  await explore.filter.getByRole('checkbox', { name: 'Team' }).check();
  await explore.filter.getByRole('button', { name: 'Apply' }).click();
  await expect(explore.count).toContainText('79 of 165 responses');

  await explore.addRange('Score', '9', '10');
  await explore.addRange('Date', '2025-01-01', '2025-01-31');
  expect(await explore.conditions()).toEqual(['Plan: Team', 'Score: 9 to 10', 'Date: 1 Jan 2025 to 31 Jan 2025']);
  // Promoters of Team in January: 10 of North, 2 of South, 4 of East.
  await expect(explore.count).toContainText('16 of 165 responses');
  await explore.filter.getByRole('button', { name: 'Clear all' }).click();
  await expect(explore.filter).toContainText('All 165 responses');
  await expect(explore.filter.getByRole('button', { name: 'Add a condition' })).toBeFocused();
});

test('a filter that nothing meets is a sentence, and no figure', async ({ explore }) => {
  await explore.splitBy('Region');
  await explore.addRange('Date', '2030-01-01', '2030-01-31');
  await expect(explore.count).toContainText('0 of 165 responses');
  await expect(explore.count).toContainText('No response meets these conditions.');
  await expect(explore.groups).toContainText('There is no response here.');
  await expect(explore.groups.locator('table')).toHaveCount(0);
});

test('two attributes: each cell with its NPS and n, few marked, none absent', async ({ explore }) => {
  await explore.splitBy('Region', 'Plan');
  expect(await explore.heat()).toEqual({
    'North Free': '+50.0 n = 30',
    'North Team': '+50.0 n = 30',
    'South Free': '\u221250.0 n = 30',
    'South Team': '\u221250.0 n = 30',
    'East Free': '0.0 n = 21',
    'East Team': '0.0 n = 19',
    'West Free': '0.0 n = 5',
    'West Team': '',
  });
  await expect(explore.heatMap.locator('td.few')).toHaveCount(3);
  await expect(explore.heatMap.locator('td.high-4')).toHaveCount(2);
  await expect(explore.heatMap.locator('td.low-4')).toHaveCount(2);
  await expect(explore.heatMap.getByRole('cell', { name: /North/ })).toHaveCount(0);
  await expect(explore.heatMap.getByTitle('NPS +50.0, 95% interval').first()).toBeVisible();
  await explore.groups.locator('#second').selectOption({ label: 'nothing else' });
  await expect(explore.heatMap).toHaveCount(0);
});

test('compare with all others: the difference with its interval, in words', async ({ explore }) => {
  await explore.tab('compare').click();
  await expect(explore.compare).toContainText('Add a condition to the filter');
  await explore.addValues('Region', ['North']);
  await expect(explore.compare.locator('.says')).toHaveText(
    // 27 promoters and 57 detractors of 105 others: −28.6.
    'The NPS of the filter is 78.6 points higher than that of “All others”.',
  );
  await expect(explore.compare).toContainText('Chance alone would rarely give such a difference.');
  await expect(explore.compare.locator('.evidence')).toHaveText(
    /^95% interval \d\d\.\d to \d{2,3}\.\d points, p < 0\.001, .*test; 60 responses beside 105\.$/,
  );
  await expect(explore.compare).toContainText('No respondent answered in both sets.');
  await explore.compare.locator('#by').selectOption({ label: 'Plan' });
  await expect(explore.compare).toContainText(
    /Of a difference of \+78\.6 points, [\u2212+0-9.]+ are by mix and \+[0-9.]+ by rate\./,
  );
});

test('compare with the period before, and with another filter', async ({ explore }) => {
  await explore.addRange('Date', '2025-02-01', '2025-02-28');
  await explore.tab('compare').click();
  await explore.compare.getByLabel('the period before').check();
  await expect(explore.compare).toContainText('1 Feb 2025 to 28 Feb 2025 beside 1 Jan 2025 to 31 Jan 2025');
  await expect(explore.compare.locator('tbody tr').first()).toContainText('Filter');
  await expect(explore.compare.getByRole('row', { name: /^Period before/ })).toContainText('84');
  await expect(explore.compare.locator('.evidence')).toContainText('81 responses beside 84');

  await explore.compare.getByLabel('another filter').check();
  await expect(explore.compare).toContainText('Add a condition to the other filter.');
  const other = explore.compare.locator('nps-filter');
  await explore.addValues('Region', ['South'], other);
  expect(await explore.conditions(other)).toEqual(['Region: South']);
  expect(await explore.conditions()).toEqual(['Date: 1 Feb 2025 to 28 Feb 2025']);
  await expect(explore.compare).toContainText('Some responses are in both sets.');
});

test('targets: met, missed or not decided, and an alert for what is missed for certain', async ({ explore, page }) => {
  await page.evaluate(() => {
    const seen: Alert[] = ((globalThis as unknown as { alerts: Alert[] }).alerts = []);
    document.body.addEventListener('nps-alert', (event) => seen.push(...event.alerts));
  });
  await explore.tab('goals').click();
  await explore.goals.getByLabel('Target for all of these').fill('0');
  await explore.goals.getByLabel('Target for all of these').press('Enter');
  await expect(explore.goals.getByRole('row', { name: /^All/ })).toContainText('not decided at this n');
  await explore.goals.getByLabel('Targets by').selectOption({ label: 'Region' });
  await explore.goals.getByLabel('Target for each value').fill('10');
  await explore.goals.getByLabel('Target for each value').press('Enter');
  await expect(explore.goals).toContainText('Met: 1. Missed: 1. Not decided: 3.');
  await expect(explore.goals.getByRole('row', { name: /^North/ })).toContainText('met');
  await expect(explore.goals.getByRole('row', { name: /^South/ })).toContainText('missed');
  await expect(explore.goals.getByRole('status')).toContainText('South: target +10.0, NPS \u221250.0, 95% interval');
  const alerts = await page.evaluate(() => (globalThis as unknown as { alerts: Alert[] }).alerts);
  expect(alerts.map(({ kind, limit, attribute, value, figure }) => [kind, limit, attribute, value, figure.responses])).toEqual([
    ['target', 10, 'column:Region', 'South', 60],
  ]);
  // A target of its own takes the place of that of every value.
  await explore.goals.getByLabel('Target for South').fill('-90');
  await explore.goals.getByLabel('Target for South').press('Enter');
  await expect(explore.goals).toContainText('Met: 2. Missed: 0. Not decided: 3.');
  await explore.goals.getByRole('button', { name: 'Remove all targets' }).click();
  await expect(explore.goals.locator('table')).toHaveCount(0);
});

test('shared figures: small groups are hidden, others with them, and it is said', async ({ explore, demo }) => {
  await explore.splitBy('Region');
  await explore.groups.getByText('Share …').click();
  const share = explore.groups.locator('nps-share').first();
  const { name, bytes } = await demo.saved(share.getByRole('button', { name: 'Save as CSV' }));
  expect(name).toBe('explored-figures.csv');
  const [header = [], ...lines] = parseCsv(bytes.toString('utf8'));
  const shown = lines.map((line) => line[header.indexOf('Region')] ?? '').filter(Boolean);
  // West has five; alone it would follow from the total, so the next smallest stays hidden with it.
  expect(shown.sort()).toEqual(['North', 'South']);
  expect(bytes.toString('utf8')).not.toContain('West');
  await expect(share.getByRole('status')).toHaveText(/^Saved\. 2 groups are hidden \(45 responses\): they have fewer than 10/);

  await share.getByLabel('Fewest responses').fill('2');
  await share.getByLabel('Fewest responses').press('Tab');
  await expect(share.getByLabel('Fewest responses')).toHaveValue('5');
  const json = await demo.saved(share.getByRole('button', { name: 'Save as JSON' }));
  const { query, answer } = JSON.parse(json.bytes.toString('utf8')) as {
    query: { share: unknown };
    answer: { responses: number };
  };
  expect(query.share).toEqual({ minimum: 5 });
  expect(answer.responses).toBe(165);
  await expect(share.getByRole('status')).toHaveText('Saved. No group had to be hidden.');
});

test('tabs follow the arrow keys, and each keeps what was chosen', async ({ explore, page }) => {
  await explore.splitBy('Region');
  await explore.tab('groups').focus();
  await page.keyboard.press('ArrowRight');
  await expect(explore.tab('compare')).toBeFocused();
  await expect(explore.tab('compare')).toHaveAttribute('aria-selected', 'true');
  await expect(explore.compare).toBeVisible();
  await expect(explore.groups).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(explore.root.getByRole('tab').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(explore.tab('groups')).toBeFocused();
  await page.keyboard.press('End');
  await expect(explore.root.getByRole('tab').last()).toHaveAttribute('aria-selected', 'true');
  await explore.tab('goals').click();
  await expect(explore.goals.getByLabel('Targets by')).toHaveValue('column:Region');
  await explore.tab('groups').click();
  expect(await explore.ranking()).toHaveLength(4);
});

test('another file: what it has not is gone from the choice, and nothing of the answers stays', async ({ explore, demo }) => {
  await explore.splitBy('Region');
  await explore.addValues('Plan', ['Free']);
  await expect(explore.count).toContainText('86 of 165');
  await demo.give({ name: 'other.csv', text: 'Region,nps\nA,10\nB,0\nA,9\n' });
  await expect(demo.heading).toHaveText('Result of other.csv');
  await expect(explore.filter).toContainText('All 3 responses');
  expect(await explore.conditions()).toEqual([]);
});

test('employees split responses only when somebody wants them, and small groups stay hidden', async ({ demo }) => {
  const calls = Array.from({ length: 40 }, (_, row) => `${row < 6 ? 'Ann Ask' : row < 20 ? 'Cat Coe' : 'Bob Bay'},${row % 11}`);
  await demo.give({ name: 'calls.csv', text: `Agent,How likely are you to recommend us?\n${calls.join('\n')}\n` });
  await expect(demo.figure).toBeVisible();
  const explore = new ExplorePage(demo);
  await expect(explore.groups.locator('#by')).toHaveCount(0);
  await explore.groups.getByRole('switch').check();
  await explore.splitBy('Agent');
  await expect(explore.groups.locator('#ranking')).toBeVisible();
  await expect(explore.groups).not.toContainText('Ann Ask');
  await expect(explore.groups).toContainText(/hidden.*fewer than 10 responses/s);
});

async function expectNoViolation(demo: WorkspacePage, state: string): Promise<void> {
  const violations = await demo.page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run('nps-workspace');
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  });
  expect(violations, state).toEqual([]);
}

const spoken = [
  { lang: 'en', compare: 'Compare', above: 'above the rest', nps: '+50.0' },
  { lang: 'de', compare: 'Vergleich', above: 'über den übrigen', nps: '+50,0' },
  { lang: 'zh', compare: '比较', above: '高于其余', nps: '+50.0' },
] as const;

for (const { lang, compare, above, nps } of spoken) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${lang}, ${colorScheme}`, () => {
      test.use({ query: `?lang=${lang}`, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('words, axe, and nothing wider than a phone', async ({ explore, demo, page }) => {
        await page.evaluate(axe.source);
        await expect(explore.tab('compare')).toHaveText(compare);
        await explore.splitBy('Region', 'Plan');
        expect((await explore.ranking())[0]).toEqual(['North', '60', nps, above]);
        await expect(explore.heatMap.getByRole('table')).toBeVisible();
        await explore.addValues('Region', ['North', 'East']);
        for (const summary of await explore.groups.locator('summary').all()) await summary.click();
        await explore.filter.locator('.add').click();
        await explore.filter.locator('#what').selectOption({ label: 'Plan' });
        await expect(explore.filter.getByRole('checkbox')).toHaveCount(2);
        await expectNoViolation(demo, 'groups');
        await explore.filter.locator('.editor button').last().click();

        await explore.tab('compare').click();
        await expect(explore.compare.locator('.says')).toContainText(lang === 'de' ? ',' : '.');
        await expectNoViolation(demo, 'comparison');

        await explore.tab('goals').click();
        await explore.goals.locator('#every').fill('80');
        await explore.goals.locator('#every').press('Enter');
        await expect(explore.goals.locator('table')).toBeVisible();
        await expectNoViolation(demo, 'targets');

        await page.setViewportSize({ width: 360, height: 740 });
        for (const id of ['groups', 'compare', 'goals']) {
          await explore.tab(id).click();
          await expectNoViolation(demo, `${id} on a phone`);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        }
      });
    });
  }
}
