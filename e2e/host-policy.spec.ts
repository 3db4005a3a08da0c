// SPDX-License-Identifier: MIT
// Pages whose policy forbids what npscope needs: the element says so, with the code and the directive to add, within
// seconds; and it never hangs.
import { serve, strictPolicy } from '../scripts/serve.mjs';
import { demoFolder, expect, smallSurvey, test } from './fixtures.js';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

const policies: readonly [rule: string, policy: string, code: string, directive: string][] = [
  ["without 'wasm-unsafe-eval'", strictPolicy.replace(" 'wasm-unsafe-eval'", ''), 'wasm-blocked', "'wasm-unsafe-eval'"],
  ['without worker-src blob:', strictPolicy.replace('worker-src blob:; ', ''), 'worker-blocked', 'worker-src blob:'],
  [
    'without the policy npscope among its Trusted Types',
    strictPolicy.replace('trusted-types lit-html npscope', 'trusted-types lit-html'),
    'trusted-types-blocked',
    'trusted-types lit-html npscope',
  ],
];

for (const [rule, policy, code, directive] of policies) {
  test(`a page ${rule}: ${code}`, async ({ page }) => {
    const site = await serve({ folder: demoFolder, policy });
    const demo = new WorkspacePage(page, await Watch.on(page));
    await demo.open(site.address);
    await demo.give(smallSurvey);
    const shown = await demo.failureShown();
    expect(shown.code).toBe(code);
    await expect(demo.failure).toContainText(directive);
    expect(demo.watch.requests).toEqual([]);
    await site.close();
  });
}

test('a page without lit-html among its Trusted Types: the notice stands in place of the element', async ({ page }) => {
  const policy = strictPolicy.replace('trusted-types lit-html npscope', 'trusted-types other');
  const site = await serve({ folder: demoFolder, policy });
  await page.goto(site.address);
  const notice = page.locator('nps-workspace').getByRole('alert');
  await expect(notice).toContainText('trusted-types-blocked');
  await expect(notice).toContainText('trusted-types lit-html npscope');
  await site.close();
});

test('a browser that is too old keeps the text', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets'));
  await page.goto(site.address);
  await expect(page.locator('nps-workspace p').first()).toBeVisible();
  await expect(page.locator('nps-workspace p').first()).toContainText('Safari 16.4');
  expect(await page.evaluate(() => customElements.get('nps-workspace') === undefined)).toBe(true);
});

test('a browser that can not read the script shows the text after a moment', async ({ page, site }) => {
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'class { ?' }));
  await page.goto(site.address);
  await expect(page.locator('nps-workspace p').first()).toBeVisible();
});

test('without scripts the page says what it needs', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  for (const browserName of ['Chrome or Edge 111', 'Firefox 115', 'Safari 16.4']) {
    await expect(page.locator('nps-workspace p').first()).toContainText(browserName);
  }
  await expect(page.locator('nps-workspace p').first()).toBeVisible();
  await context.close();
});
