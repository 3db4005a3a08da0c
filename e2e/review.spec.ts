// SPDX-License-Identifier: MIT
// Every decision can be seen and changed: roles, rules and policy, step by step, read together; what each moves stands beside it.
import { expect, smallSurvey, test } from './fixtures.js';
import { golden, pathOf, written } from './golden.js';

test('a column gets another role, and the figure follows', async ({ demo }) => {
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  await demo.openPlan();
  await expect(demo.plan.locator('nps-columns tbody tr')).toHaveCount(3);
  await demo.plan.getByLabel('Used as: Satisfaction').selectOption('score');
  // A file has one score: the other column is left without a role.
  await expect(demo.plan.getByLabel('Used as: How likely are you to recommend us?')).toHaveValue('none');
  await expect(demo.plan.getByRole('status')).toHaveText('1 change is not read yet.');
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('\u221220.0');
  await expect(demo.heading).toBeFocused();
  await expect(demo.workspace.locator('nps-mapping .badge')).toHaveText('Your choice');
});

test('changes are taken back step by step, or all at once', async ({ demo }) => {
  await demo.give(smallSurvey);
  await demo.openPlan();
  const country = demo.plan.getByLabel('Used as: Country');
  const before = await country.inputValue();
  await country.selectOption('account');
  await demo.plan.getByRole('switch', { name: 'Spelling of numbers' }).uncheck();
  await expect(demo.plan.getByRole('status')).toHaveText('2 changes are not read yet.');
  await demo.plan.getByRole('button', { name: 'Undo' }).click();
  await expect(demo.plan.getByRole('switch', { name: 'Spelling of numbers' })).toBeChecked();
  await expect(country).toHaveValue('account');
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('+20.0');

  await demo.openPlan();
  await expect(country).toHaveValue('account');
  await demo.plan.getByRole('button', { name: 'Back to what was recognised' }).click();
  await expect(country).toHaveValue(before);
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('+20.0');
  await demo.openPlan();
  await expect(demo.plan.getByRole('button', { name: 'Back to what was recognised' })).toHaveCount(0);
  await demo.plan.getByRole('button', { name: 'Back to the result' }).click();
  await expect(demo.heading).toBeFocused();
});

test('the plan says what the file is, why each column has its role, and what cleaning changed', async ({ demo }) => {
  await demo.give(pathOf(golden('decimal_comma_semicolon.csv')));
  await demo.confirm();
  await demo.openPlan();
  await expect(demo.plan.locator('nps-recognition')).toContainText('Windows-1252');
  const score = demo.plan.getByRole('row', { name: 'Weiterempfehlung (0-10)' }).last();
  await expect(score).toContainText('Certain');
  await score.getByText('Why', { exact: true }).click();
  await expect(score.locator('li').first()).toBeVisible();
  await expect(score).toContainText('94.4%');
  await expect(score.locator('.examples')).toContainText('9,0');
  // In the file: "K-2001" is a key, and one comment ends with a blank.
  const keys = demo.plan.locator('nps-cleaning li').filter({ hasText: 'Capital letters in keys' });
  await expect(keys).toContainText('18 cells changed');
  await expect(keys.locator('tbody tr').first()).toHaveText(/Kundennummer\s*K-2001\s*k-2001/);
});

test('a rule that is switched off leaves its cells as they are', async ({ demo }) => {
  const text = 'id,nps\n1,9.0\n2,10\n3,9\n4,3\n';
  await demo.give({ name: 'a.csv', text });
  await expect(demo.figure).toHaveText('+50.0');
  await demo.openPlan();
  const numbers = demo.plan.locator('nps-cleaning li').filter({ hasText: 'Spelling of numbers' });
  await expect(numbers).toContainText('1 cell changed');
  await expect(numbers).toContainText('moves 1 response');
  await demo.plan.getByRole('switch', { name: 'Spelling of numbers' }).uncheck();
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('+33.3');
  const ledger = Object.fromEntries(await demo.ledger()) as Record<string, string>;
  expect([ledger.Counted, ledger.Rejected]).toEqual(['3', '1']);
});

test('a wide file shows the columns it uses, and the others when asked', async ({ demo }) => {
  await demo.give(pathOf(golden('asknicely_all_strings.csv')));
  await demo.openPlan();
  const rows = demo.plan.locator('nps-columns tbody tr');
  const few = await rows.count();
  expect(few).toBeLessThan(22);
  await demo.plan.getByRole('button', { name: 'All 22 columns of this file' }).click();
  await expect(rows).toHaveCount(22);
});

test('another policy is one click away, and stands on the figure', async ({ demo }) => {
  const one = golden('asknicely_all_strings.csv');
  await demo.give(pathOf(one));
  await demo.questions.locator('input[value="-99"]').check();
  await demo.confirm();
  const table = demo.workspace.locator('nps-sensitivity');
  await expect(table).toContainText('2 respondents answered more than once (4 responses).');
  const latest = table.getByRole('row', { name: /^Latest per respondent/ });
  await expect(latest).toContainText(written(one.sensitivity!.latest.nps));
  await expect(demo.workspace.locator('[part=policy]')).toHaveCount(0);
  await latest.getByRole('button').click();
  await expect(demo.figure).toHaveText(written(one.sensitivity!.latest.nps));
  await expect(demo.workspace.locator('[part=policy]')).toHaveText('Counted: Latest per respondent and wave');
  await expect(demo.status.first()).toHaveText(/8 responses\. Counted: Latest per respondent and wave\.$/);
  await expect(latest).toContainText('in use');
});

test('rows that a decision left out are counted when a person says so, and left out again', async ({ demo }) => {
  // Nine responses with 9; the answer R9 was given twice, first with 2.
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `R${number},2024-05-1${number},9`);
  const text = ['Response ID,Date,nps', ...rows, 'R9,2024-05-10,2', ''].join('\n');
  await demo.give({ name: 'a.csv', text });
  await expect(demo.figure).toHaveText('+100.0');
  const decisions = demo.workspace.locator('nps-ledger .decisions');
  await expect(decisions).toContainText('\u221220.0 points');
  await decisions.getByRole('button', { name: /^Count them/ }).click();
  await expect(demo.figure).toHaveText('+80.0');
  await demo.openPlan();
  await demo.plan.getByLabel('Of rows with the same response number, only the latest counts').check();
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('+100.0');
});

test('a policy that excludes everything is a sentence, and the plan mends it', async ({ demo }) => {
  await demo.give({ name: 'a.csv', text: 'Date,nps\n2024-05-01,10\n2024-05-02,9\n2024-06-01,2\n' });
  await expect(demo.figure).toHaveText('+33.3');
  await demo.openPlan();
  await demo.plan.getByLabel('First day').fill('2025-01-01');
  await demo.plan.getByLabel('First day').blur();
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  expect((await demo.failureShown()).code).toBe('policy-empty');
  await demo.openPlan();
  await demo.plan.getByLabel('First day').fill('2024-06-01');
  await demo.plan.getByLabel('First day').blur();
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('\u2212100.0');
  await expect(demo.workspace.locator('[part=policy]')).toContainText('since 1 Jun 2024');
});
