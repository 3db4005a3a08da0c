// SPDX-License-Identifier: MIT
// Which column is the score: the page says which and why, a person can choose another one, also where none was found,
// and the choice holds for the next file of the same kind until the person says otherwise.
import { expect, smallSurvey, test } from './fixtures.js';

test('the choice of another column is read at once and named as a choice', async ({ demo }) => {
  await demo.give(smallSurvey);
  const mapping = demo.workspace.locator('nps-mapping');
  await expect(mapping.locator('.lead')).toContainText('Column How likely are you to recommend us? was read as the score.');
  await expect(mapping.locator('.badge')).toHaveText(/Certain|Likely/);
  await expect(demo.button('Read this column')).toBeDisabled();

  await demo.workspace.getByLabel('Score column').selectOption('Satisfaction');
  await demo.button('Read this column').click();
  await expect(mapping.locator('.lead')).toContainText('Column Satisfaction was read as the score.');
  await expect(mapping.locator('.badge')).toHaveText('Your choice');
  expect(await demo.histogram()).toEqual([0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1]);
  await expect(demo.workspace.getByLabel('Score column')).toHaveValue('2');

  await demo.give({ ...smallSurvey, name: 'next.csv' });
  await expect(demo.heading).toHaveText('Result of next.csv');
  await expect(mapping.locator('.lead')).toContainText('Column Satisfaction was read as the score.');
  await expect(demo.workspace.locator('.applied')).toContainText('The columns are those of the recipe small.csv');

  await demo.button('Read without the recipe').click();
  await expect(mapping.locator('.badge')).toHaveText(/Certain|Likely/);
  await expect(demo.workspace.locator('.applied')).toHaveCount(0);
});

test('where no column was found, one can be chosen', async ({ demo }) => {
  await demo.give({ name: 'a.csv', text: 'id,alpha,beta\na1,10,x\na2,10,y\na3,9,z\na4,55,w\na5,77,v\n' });
  expect((await demo.failureShown()).code).toBe('no-score-column');
  await demo.workspace.getByLabel('Score column').selectOption('alpha');
  await demo.button('Read this column').click();
  await expect(demo.figure).toHaveText('+100.0');
  const ledger = Object.fromEntries(await demo.ledger()) as Record<string, string>;
  expect(ledger.Rejected).toBe('2');
});

test('all columns of the file can be looked at, with what each is used as', async ({ demo }) => {
  await demo.give(smallSurvey);
  await demo.workspace.getByText('All 3 columns of this file').click();
  const rows = demo.workspace.locator('nps-mapping tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1).locator('th > bdi')).toHaveText('How likely are you to recommend us?');
  await expect(rows.nth(1).locator('td')).toHaveText('Score');
});
