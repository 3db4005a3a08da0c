// SPDX-License-Identifier: MIT
// What files leave open is asked before any figure is shown, with the rows that prove it, and never more than two things: from every
// golden fixture a new user reaches the figure that a careful person counts.
import { expect, test } from './fixtures.js';
import { golden, goldenFiles, groupsOf, pathOf, written } from './golden.js';
import type { WorkspacePage } from './workspace-page.js';

/** Marks the answers of the expectation and confirms them. Returns how many questions were answered. */
async function answerAll(demo: WorkspacePage, answers: readonly { answer: string }[]): Promise<number> {
  const questions = demo.questions.locator('nps-question');
  await expect(questions).toHaveCount(answers.length);
  await expect(demo.figure).toHaveCount(0);
  for (const [index, { answer }] of answers.entries()) {
    await questions.nth(index).locator(`input[value="${answer}"]`).check();
  }
  await demo.confirm();
  return answers.length;
}

for (const one of goldenFiles) {
  test(`${one.file}: the figure after ${one.decisions.length} decisions`, async ({ demo }) => {
    await demo.give(pathOf(one));
    const decisions = one.decisions.length > 0 ? await answerAll(demo, one.decisions) : 0;
    expect(decisions).toBeLessThanOrEqual(2);
    await expect(demo.figure).toHaveText(written(one.nps.nps));
    await expect(demo.heading).toBeFocused();
    expect((await demo.figures()).groups).toEqual(groupsOf(one));
  });
}

test('a question says why it matters, shows the rows, and what each answer gives', async ({ demo }) => {
  await demo.give(pathOf(golden('surveymonkey_numeric_1_11.csv')));
  const question = demo.questions.locator('nps-question');
  await expect(question.getByRole('group', { name: 'Which scale are these answers on?' })).toBeVisible();
  await expect(question).toContainText('On another scale the same number belongs to another group.');
  // By hand: as positions 12 scores with 5 promoters and 5 detractors; as they are 9 of them are scores, 2 and 3.
  await expect(question.locator('label').nth(0)).toContainText('NPS 0.0 from 12 responses');
  await expect(question.locator('label').nth(1)).toContainText('from 9 responses');
  await expect(question.locator('thead .asked')).toHaveText(/^How likely is it/);
  await expect(question.locator('tbody .asked')).toHaveText(['11', '11', '11']);
  await expect(demo.workspace).toHaveAttribute('phase', 'asking');
  await expect(demo.status.first()).toHaveText('1 question');
});

test('the marked answer can be confirmed at once, and the page is told when the figure is there', async ({ demo, page }) => {
  await page.evaluate(() => {
    const sent: string[] = [];
    Object.assign(globalThis, { sent });
    for (const type of ['nps-report', 'nps-decide']) document.addEventListener(type, () => sent.push(type));
  });
  const sent = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);
  await demo.give(pathOf(golden('surveymonkey_numeric_1_11.csv')));
  await expect(demo.questions).toBeVisible();
  expect(await sent()).toEqual([]);
  await demo.confirm();
  await expect(demo.figure).toHaveText('0.0');
  expect(await sent()).toEqual(['nps-decide', 'nps-report']);
});

test('the keyboard alone is enough to answer', async ({ demo, page }) => {
  await demo.give(pathOf(golden('surveymonkey_numeric_1_11.csv')));
  await expect(demo.questions.locator('h2')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(demo.questions.locator('input[value=positions]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(demo.questions.locator('input[value=scores]')).toBeChecked();
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Tab');
    if (await demo.button('Read with these answers').evaluate((button) => button.matches(':focus'))) break;
  }
  await page.keyboard.press('Enter');
  await expect(demo.heading).toBeFocused();
  await expect(demo.workspace.locator('nps-score .facts').first()).toContainText('9 responses');
});

test('every decision can be looked at before answering, and the way back leads to the question', async ({ demo }) => {
  await demo.give(pathOf(golden('asknicely_all_strings.csv')));
  await demo.openPlan();
  await expect(demo.figure).toHaveCount(0);
  await demo.plan.getByRole('button', { name: 'Back' }).click();
  await expect(demo.questions.locator('h2')).toBeFocused();
  await demo.openPlan();
  await demo.plan.getByRole('button', { name: 'Read with these answers' }).click();
  await expect(demo.figure).toHaveText('+30.0');
});
