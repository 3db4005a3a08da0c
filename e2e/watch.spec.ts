// SPDX-License-Identifier: MIT
// The watch of all other specs would see it: each row does one forbidden thing, and the watch must fail on it.
// Without this a silent watch would look like a silent page.
import { expect, smallSurvey, test } from './fixtures.js';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

const deeds: readonly [deed: string, act: () => unknown][] = [
  ['a request', () => void fetch('/demo.css').catch(() => undefined)],
  ['a picture from another host', () => void (new Image().src = 'http://127.0.0.1:9/pixel.png')],
  [
    'a worker that asks for something',
    () => {
      const script = `fetch('http://127.0.0.1:9/').catch(() => 0)`;
      const rules = { createScriptURL: (url: string) => url };
      const types = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, of: typeof rules): typeof rules } })
        .trustedTypes;
      new Worker(types.createPolicy('npscope', rules).createScriptURL(URL.createObjectURL(new Blob([script]))));
    },
  ],
  ['a cookie', () => void (document.cookie = 'seen=1')],
  ['local storage', () => localStorage.setItem('seen', '1')],
  ['session storage', () => sessionStorage.setItem('seen', '1')],
  ['a database', () => void indexedDB.open('seen')],
  ['a cache', () => caches.open('seen').then(() => undefined)],
  [
    'a private file',
    async () => {
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle('seen', { create: true });
    },
  ],
  ['an error in the console', () => console.error('seen')],
  ['a changed Object.prototype', () => void Object.defineProperty(Object.prototype, 'seen', { value: 1, configurable: true })],
  [
    'an inline style',
    () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })),
  ],
];

for (const [deed, act] of deeds) {
  test(`sees ${deed}`, async ({ page, site }) => {
    const watch = await Watch.on(page, site.reports);
    const demo = new WorkspacePage(page, watch);
    await demo.open(site.address);
    await page.evaluate(act);
    await page.waitForTimeout(300);
    await expect(watch.expectNothing()).rejects.toThrow();
  });
}

test('sees nothing where nothing is', async ({ page, site }) => {
  const watch = await Watch.on(page, site.reports);
  const demo = new WorkspacePage(page, watch);
  await demo.open(site.address);
  await demo.give(smallSurvey);
  await expect(demo.figure).toBeVisible();
  await watch.expectNothing();
});
