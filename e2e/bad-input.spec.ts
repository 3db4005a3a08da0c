// SPDX-License-Identifier: MIT
// Bad files: each shows a sentence, a fix and its code, and the next file works. What spoils only some rows shows the result
// with an issue and the line.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, smallSurvey, test } from './fixtures.js';
import type { Given, WorkspacePage } from './workspace-page.js';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]);
const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * index * 31 + 7) % 256);
const rows = (header: string, cells: readonly string[]): string => [header, ...cells, ''].join('\n');

const failures: readonly [rule: string, file: Given, code: string, sentence: string][] = [
  ['an empty file', { name: 'a.csv', text: '' }, 'empty-file', 'This file is empty.'],
  [
    'a byte order mark alone',
    { name: 'a.csv', bytes: new Uint8Array([0xef, 0xbb, 0xbf]) },
    'empty-file',
    'This file is empty.',
  ],
  ['a header alone', { name: 'a.csv', text: 'id,nps\n' }, 'no-records', 'This file has a header but no rows.'],
  ['a picture called csv', { name: 'a.csv', bytes: png }, 'unsupported-format', 'This file is a PNG picture.'],
  ['an archive that is cut off, called csv', { name: 'a.csv', bytes: zip }, 'damaged-file', 'This file is damaged.'],
  ['noise', { name: 'a.csv', bytes: noise }, 'binary-file', 'This file is not text.'],
  [
    'no score column',
    { name: 'a.csv', text: rows('city,name', ['Rome,Ada', 'Oslo,Bo', 'Lima,Cy']) },
    'no-score-column',
    'No column of this file looks like scores from 0 to 10.',
  ],
  [
    'only codes for missing answers',
    { name: 'a.csv', text: rows('id,How likely are you to recommend us', ['1,-99', '2,-99', '3,-99', '4,-99']) },
    'no-scores',
    'The score column holds no score from 0 to 10.',
  ],
  [
    '100,000 columns',
    { name: 'a.csv', text: `${'a,'.repeat(99_999)}nps\n${'1,'.repeat(99_999)}9\n` },
    'too-many-columns',
    'This file has more columns than can be read.',
  ],
];

async function expectNextFileWorks(demo: WorkspacePage): Promise<void> {
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  await expect(demo.failure).toHaveCount(0);
}

for (const [rule, file, code, sentence] of failures) {
  test(`${rule}: ${code}`, async ({ demo }) => {
    await demo.give(file);
    const shown = await demo.failureShown();
    expect(shown.code).toBe(code);
    expect(shown.sentence).toContain(sentence);
    expect(shown.fix.length).toBeGreaterThan(10);
    await expect(demo.failure.locator('.what')).toBeFocused();
    await expect(demo.figure).toHaveCount(0);
    await expectNextFileWorks(demo);
  });
}

const issues: readonly [rule: string, text: string, nps: string, issue: string, place: string][] = [
  ['NUL characters', 'id,nps,why\n1,10,a\n2,9,x\0y\n3,9,c\n4,8,d\n', '+75.0', 'The file contains NUL characters.', 'line 3'],
  [
    'an unclosed quote',
    'id,nps,why\n1,10,a\n2,9,b\n3,8,"c\n4,2,d\n',
    '+33.3',
    'A quotation mark is opened and never closed.',
    'line 4',
  ],
  ['a row with too few cells', 'id,x,nps\n1,a,10\n2\n3,c,9\n', '+100.0', 'The row has fewer cells than the header.', 'line 3'],
  ['words for a score', 'id,nps\n1,10\n2,eleven\n3,9\n4,0\n', '+33.3', 'The score is not a number.', 'line 3'],
];

for (const [rule, text, nps, issue, place] of issues) {
  test(`${rule}: the rest counts, and the line is named`, async ({ demo }) => {
    await demo.give({ name: 'a.csv', text });
    await expect(demo.figure).toHaveText(nps);
    const item = demo.workspace.locator('nps-issues li').filter({ hasText: issue });
    await expect(item).toContainText(place);
    await expectNextFileWorks(demo);
  });
}

test('a file that failed among good ones is named, and the others count', async ({ demo }) => {
  await demo.give(smallSurvey, { name: 'picture.csv', bytes: png });
  await expect(demo.figure).toHaveText('+20.0');
  const section = demo.workspace.getByRole('region', { name: 'picture.csv' });
  await expect(section.locator('nps-failure')).toContainText('unsupported-format');
});

test('a file that changed on disk is noticed', async ({ demo, folder }) => {
  const path = join(folder, 'survey.csv');
  await writeFile(path, smallSurvey.text);
  await demo.give(path);
  await expect(demo.figure).toHaveText('+20.0');
  await writeFile(path, smallSurvey.text.repeat(2));
  await demo.workspace.getByLabel('Score column').selectOption('Satisfaction');
  await demo.button('Read this column').click();
  expect((await demo.failureShown()).code).toBe('source-changed');
  await expectNextFileWorks(demo);
});

test('a file that vanished from disk is noticed', async ({ demo, folder }) => {
  const path = join(folder, 'survey.csv');
  await writeFile(path, smallSurvey.text);
  await demo.give(path);
  await expect(demo.figure).toHaveText('+20.0');
  await rm(path);
  await demo.workspace.getByLabel('Score column').selectOption('Satisfaction');
  await demo.button('Read this column').click();
  expect((await demo.failureShown()).code).toMatch(/^(source-changed|unreadable)$/);
  await expectNextFileWorks(demo);
});

test('markup in names, headers and cells is text', async ({ demo }) => {
  const mark = '<img src=x onerror=alert(1)>';
  const text = `"recommend ${mark}",__proto__,constructor\n10,${mark},1\n9,b,2\n0,c,3\n`;
  await demo.give({ name: `${mark}.csv`, text });
  await expect(demo.figure).toHaveText('+33.3');
  await expect(demo.heading).toContainText(`${mark}.csv`);
  await expect(demo.workspace.locator('nps-mapping .name')).toHaveText('recommend');
  await expect(demo.page.locator('img')).toHaveCount(0);
});
