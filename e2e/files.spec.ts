// SPDX-License-Identifier: MIT
// Several files are one analysis: a file is added or taken out, and the rest stays as it was decided; a file that is there twice is
// noticed and asked about.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, smallSurvey, test } from './fixtures.js';
import { golden, groupsOf, pathOf } from './golden.js';

const second = { name: 'second.csv', text: 'id,nps\n1,0\n2,0\n3,10\n' };

test('a file is added, taken out, and taken back', async ({ demo }) => {
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  await demo.add(second);
  await expect(demo.heading).toHaveText('Result of 2 files');
  // 3 promoters and 3 detractors of 8.
  await expect(demo.figure).toHaveText('0.0');
  const list = demo.workspace.locator('nps-files li');
  await expect(list.nth(0)).toContainText('5 responses');
  await expect(list.nth(1)).toContainText('3 responses');

  await demo.button(/^Remove .*small\.csv/).click();
  await expect(demo.heading).toHaveText('Result of second.csv');
  await expect(demo.figure).toHaveText('\u221233.3');
  await expect(list.getByRole('button')).toHaveCount(0);
  await demo.workspace.locator('nps-files').getByRole('button', { name: 'Undo' }).click();
  await expect(demo.figure).toHaveText('0.0');
});

test('what was decided stays when a file is added, and only the new file is asked about', async ({ demo }) => {
  const survey = golden('asknicely_all_strings.csv');
  await demo.give(pathOf(survey));
  await demo.questions.locator('input[value="-99"]').check();
  await demo.confirm();
  expect((await demo.figures()).groups).toEqual(groupsOf(survey));
  await demo.add({ name: 'more.csv', text: 'Key,nps\na,10\nb,-99\nc,9\nd,-99\ne,0\n' });
  await expect(demo.questions.locator('nps-question')).toHaveCount(1);
  await expect(demo.questions).toContainText('File more.csv, column nps');
  await demo.confirm();
  // Two promoters and one detractor more.
  const [detractors = 0, passives = 0, promoters = 0] = groupsOf(survey).map(Number);
  expect((await demo.figures()).groups).toEqual([detractors + 1, passives, promoters + 2].map(String));
});

test('the same file twice is asked about, counts once, and twice when a person says so', async ({ demo }) => {
  await demo.give(smallSurvey, { ...smallSurvey, name: 'copy.csv' });
  await expect(demo.questions).toContainText('The same file was given twice. How often should it count?');
  await demo.confirm();
  expect((await demo.figures()).groups).toEqual(['1', '2', '2']);
  const files = demo.workspace.locator('nps-files');
  await expect(files.getByRole('button', { name: 'Count once' })).toHaveAttribute('aria-pressed', 'true');
  await files.getByRole('button', { name: 'Count twice' }).click();
  await expect(demo.workspace.locator('nps-score .amount').first()).toHaveText('2');
  expect((await demo.figures()).groups).toEqual(['2', '4', '4']);
});

for (const [answer, groups] of [
  ['once', ['1', '2', '2']],
  ['twice', ['2', '4', '4']],
] as const) {
  test(`the same file twice, counted ${answer}: with the saved recipe it is not asked about again`, async ({
    demo,
    folder,
  }) => {
    const paths = ['small.csv', 'copy.csv'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, smallSurvey.text);
    await demo.drop(...paths);
    await demo.questions.locator(`input[value=${answer}]`).check();
    await demo.confirm();
    expect((await demo.figures()).groups).toEqual(groups);
    const { name, bytes } = await demo.saved(demo.button('Save the recipe'));
    const recipe = join(folder, name);
    await writeFile(recipe, bytes);

    await demo.openAgain();
    await demo.drop(...paths, recipe);
    expect((await demo.figures()).groups).toEqual(groups);
    await expect(demo.questions).toHaveCount(0);
    // Copies that nobody was asked about are asked about.
    await demo.openAgain();
    await demo.drop(...paths);
    await expect(demo.questions).toContainText('The same file was given twice.');
  });
}

test('the rows of all files stand in one ledger', async ({ demo }) => {
  await demo.give(smallSurvey, { name: 'b.csv', text: 'id,nps\n1,10\n2,\n3,eleven\n' });
  const rows = demo.workspace.locator('nps-ledger tbody tr');
  await expect(rows.filter({ hasText: 'All files together' }).locator('td')).toHaveText(['8', '6', '1', '1']);
  await expect(rows.filter({ hasText: 'b.csv' }).locator('td')).toHaveText(['3', '1', '1', '1']);
});
