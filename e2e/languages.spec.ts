// SPDX-License-Identifier: MIT
// English, German and Chinese: the page follows the address, the browser and the switch, and a result on the screen
// changes its words and numbers with it. On a phone nothing is wider than the screen.
import { expect, smallSurvey, test } from './fixtures.js';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

const spoken = [
  {
    lang: 'en',
    name: 'English',
    figure: '+20.0',
    groups: ['Detractors 0–6', 'Passives 7–8', 'Promoters 9–10'],
    read: 'Rows read',
  },
  {
    lang: 'de',
    name: 'Deutsch',
    figure: '+20,0',
    groups: ['Kritiker 0–6', 'Passive 7–8', 'Promotoren 9–10'],
    read: 'Gelesene Zeilen',
  },
  { lang: 'zh', name: '中文', figure: '+20.0', groups: ['贬损者 0–6', '被动者 7–8', '推荐者 9–10'], read: '读取的行' },
] as const;

test('the switch changes the words and numbers of a result', async ({ demo, page }) => {
  await demo.give(smallSurvey);
  for (const { lang, name, figure, groups, read } of [...spoken].reverse()) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(demo.figure).toHaveText(figure);
    await expect(demo.workspace.locator('nps-score dt')).toHaveText([...groups]);
    await expect(demo.workspace.locator('nps-issues tbody th').first()).toHaveText(read);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
  }
});

test('the language of the browser is the first choice', async ({ browser, site }) => {
  const context = await browser.newContext({ locale: 'de-AT' });
  const page = await context.newPage();
  await page.goto(site.address);
  await expect(page.getByRole('button', { name: 'Datei auswählen' })).toBeVisible();
  await context.close();
});

for (const { lang, figure } of spoken) {
  test(`a phone 360 px wide shows everything in ${lang}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const demo = new WorkspacePage(page, await Watch.on(page, site.reports));
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    await demo.open(`${site.address}?lang=${lang}`);
    expect(await width()).toBeLessThanOrEqual(360);
    await demo.give({ name: 'a.csv', text: '' });
    await demo.failureShown();
    expect(await width()).toBeLessThanOrEqual(360);
    await demo.give(smallSurvey);
    await expect(demo.figure).toHaveText(figure);
    expect(await width()).toBeLessThanOrEqual(360);
    await demo.watch.expectNothing();
  });
}
