// SPDX-License-Identifier: MIT
// The ways a person gives files: picker, drop, paste, keyboard alone, one after the other; and how a reading is cancelled.
import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, smallSurvey, test } from './fixtures.js';

const table = smallSurvey.text.replaceAll(',', '\t');

test('dropped files are read, and the whole element is the place', async ({ demo, page }) => {
  const transfer = await page.evaluateHandle(({ name, text }) => {
    const made = new DataTransfer();
    made.items.add(new File([text], name, { type: 'text/csv' }));
    return made;
  }, smallSurvey);
  await demo.workspace.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(demo.workspace.getByText('Drop to read')).toBeVisible();
  await demo.workspace.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(demo.figure).toHaveText('+20.0');
  await expect(demo.workspace.getByText('Drop to read')).toHaveCount(0);
  await expect(demo.heading).toHaveText('Result of small.csv');
});

test('a table copied from a spreadsheet is read from its plain text', async ({ demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (text) => {
    const blob = (type: string, content: string): Blob => new Blob([content], { type });
    const html = '<table><tr><td>nps</td></tr><tr><td>0</td></tr></table>';
    const item = new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) });
    await navigator.clipboard.write([item]);
  }, table);
  await page.keyboard.press('Control+V');
  await expect(demo.figure).toHaveText('+20.0');
  await expect(demo.heading).toHaveText('Result of Pasted table');
});

test('a table can be typed into a field, and the way back keeps the focus', async ({ demo }) => {
  await demo.button('Paste a table').click();
  const field = demo.workspace.getByLabel('Table from a spreadsheet');
  await expect(field).toBeFocused();
  await demo.button('Back').click();
  await expect(demo.button('Paste a table')).toBeFocused();
  await demo.button('Paste a table').click();
  await field.fill('10');
  await demo.button('Read this table').click();
  await expect(field).toHaveAccessibleDescription(/A table needs a header row/);
  await expect(field).toBeFocused();
  await field.fill(table);
  await demo.button('Read this table').click();
  await expect(demo.figure).toHaveText('+20.0');
});

test('the keyboard alone is enough', async ({ demo, page }) => {
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if (await demo.button(name).evaluate((button) => button.matches(':focus'))) return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await tabTo('Choose a file');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: smallSurvey.name, mimeType: 'text/csv', buffer: Buffer.from(smallSurvey.text) });
  await expect(demo.heading).toBeFocused();
  await expect(demo.status).toHaveText(/^NPS \+20\.0\. 95% interval .* to .*\. 5 responses\. Counted: All responses\.$/);

  const select = demo.workspace.getByLabel('Score column');
  await select.focus();
  await page.keyboard.press('S');
  await expect(select).toHaveValue('2');
  await tabTo('Read this column');
  await page.keyboard.press('Enter');
  await expect(demo.figure).toHaveText('\u221220.0');
  await expect(demo.heading).toBeFocused();
});

test('another file takes the place of the first', async ({ demo, page }) => {
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  const chooser = page.waitForEvent('filechooser');
  await demo.button('Another file').click();
  await (await chooser).setFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from('nps\n10\n10\n9\n') });
  await expect(demo.figure).toHaveText('+100.0');
  await expect(demo.heading).toHaveText('Result of b.csv');
});

test('the example shows a result and a balanced ledger', async ({ demo }) => {
  await demo.page.getByRole('button', { name: 'Try it with an example' }).click();
  await expect(demo.figure).toBeVisible();
  await expect(demo.heading).toBeFocused();
  const ledger = Object.fromEntries(await demo.ledger()) as Record<string, string>;
  expect(Number(ledger['Rows read'])).toBe(180);
  expect(Number(ledger.Counted) + Number(ledger['Without a score']) + Number(ledger.Rejected)).toBe(180);
  expect(Number(ledger.Rejected)).toBe(2);
});

test('a reading can be cancelled, and the next file works', async ({ demo, folder }) => {
  const path = join(folder, 'large.csv');
  const file = await open(path, 'w');
  await file.write('id,nps,why\n');
  const block = '1,10,"a long answer, with a comma"\n'.repeat(32_768);
  for (let blocks = 0; blocks < 600; blocks++) await file.write(block);
  await file.close();

  await demo.give(path);
  await demo.button('Cancel').click();
  await expect(demo.button('Choose a file')).toBeFocused();
  await expect(demo.workspace.locator('.note')).toHaveText('Cancelled. Nothing of the file was kept.');
  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
});

test('events are sent for what a person did, and only then', async ({ demo, page }) => {
  await page.evaluate(() => {
    const sent: string[] = [];
    Object.assign(globalThis, { sent });
    for (const type of ['nps-report', 'nps-error', 'nps-map']) {
      document.addEventListener(type, (event) => {
        const { report, error } = event as Event & { report?: { nps: { nps: number } }; error?: { code: string } };
        sent.push([type, report?.nps.nps ?? error?.code ?? ''].join(' ').trim());
      });
    }
  });
  const sent = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);

  const code = await page.evaluate(async (text) => {
    const workspace = document.querySelector('nps-workspace')!;
    const report = await workspace.analyze(new File([text], 'a.csv'));
    const failed = await workspace.analyze(new File([], 'b.csv')).catch((error: unknown) => error);
    return [report.nps?.nps, (failed as { code?: string }).code];
  }, smallSurvey.text);
  expect(code).toEqual([20, 'empty-file']);
  expect(await sent()).toEqual([]);

  await demo.give(smallSurvey);
  await expect(demo.figure).toHaveText('+20.0');
  await demo.workspace.getByLabel('Score column').selectOption('Satisfaction');
  await demo.button('Read this column').click();
  await expect(demo.figure).toHaveText('\u221220.0');
  await demo.give({ name: 'b.csv', text: '' });
  await demo.failureShown();
  expect(await sent()).toEqual(['nps-report 20', 'nps-map', 'nps-report -20', 'nps-error empty-file']);
});
