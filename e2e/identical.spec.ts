// SPDX-License-Identifier: MIT
// The browser and Node give the same bytes: report, recipe and the rows that were not counted, as CSV and as a workbook, for what
// survey tools write and for real surveys; through the client, and as the page saves them.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import type { AnalyzeOptions } from '../web/client/options.js';
import type { Recipe } from '../web/client/report.js';
import { serve, strictPolicy, type Served } from '../scripts/serve.mjs';
import { carpentriesFolder, expect, test as withDemo } from './fixtures.js';
import { golden, goldenFiles, pathOf } from './golden.js';

type Package = typeof import('../web/client/node.js');

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const forms = ['csv', 'source-csv', 'xlsx'] as const;

const test = withDemo.extend<{ blank: Page }, { whole: Served; npscope: Package }>({
  whole: [
    async ({}, use) => {
      const site = await serve({ folder: dist });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  npscope: [
    async ({}, use) => {
      const entry = '../dist/node.js';
      await use((await import(entry)) as Package);
    },
    { scope: 'worker' },
  ],
  /** An empty page that takes files, under the strict policy. */
  blank: async ({ page, whole }, use) => {
    const headers = { 'content-type': 'text/html', 'content-security-policy': strictPolicy };
    await page.route('**/empty.html', (route) =>
      route.fulfill({ headers, body: '<!doctype html><input type="file" multiple>' }),
    );
    await page.goto(`${whole.address}empty.html`);
    await use(page);
  },
});

interface Made {
  report: string;
  recipe: string;
  /** Base64, one for each form. */
  rejects: string[];
}

const decided: AnalyzeOptions = { asOf: '2026-01-31', sha256: true, level: 0.9, policy: { include: ['excluded-test'] } };

/** What Chromium makes of the files. */
async function inBrowser(page: Page, paths: readonly string[], options: AnalyzeOptions): Promise<Made> {
  await page.locator('input').setInputFiles([...paths]);
  return page.evaluate(
    async ({ options, forms, entry }) => {
      const { analyze, rejects } = (await import(entry)) as typeof import('../web/client/browser.js');
      const files = document.querySelector('input')!.files!;
      const report = await analyze(files, options);
      const made: string[] = [];
      for (const as of forms) {
        const bytes = new Uint8Array(await new Response(rejects(files, { ...options, file: 0, as })).arrayBuffer());
        made.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
      }
      return { report: JSON.stringify(report), recipe: JSON.stringify(report.recipe), rejects: made };
    },
    { options, forms, entry: '/npscope.js' },
  );
}

async function inNode({ analyze, rejects }: Package, paths: readonly string[], options: AnalyzeOptions): Promise<Made> {
  const files = paths.map((path) => ({ name: basename(path), data: new Uint8Array(readFileSync(path)) }));
  const report = await analyze(files, options);
  const made: string[] = [];
  for (const as of forms) {
    const bytes = await new Response(rejects(files, { ...options, file: 0, as })).arrayBuffer();
    made.push(Buffer.from(bytes).toString('base64'));
  }
  return { report: JSON.stringify(report), recipe: JSON.stringify(report.recipe), rejects: made };
}

const surveys = readdirSync(carpentriesFolder).filter((name) => name.endsWith('.csv'));
const alone = [...goldenFiles.map(pathOf), ...surveys.map((name) => join(carpentriesFolder, name))];

for (const path of alone) {
  test(`${basename(path)}: the same bytes in Chromium and Node, and again with the recipe`, async ({ blank, npscope }) => {
    const found = await inBrowser(blank, [path], decided);
    expect(found).toEqual(await inNode(npscope, [path], decided));
    const recipe = JSON.parse(found.recipe) as Recipe;
    expect(found.rejects.every((text) => text.length > 0)).toBe(true);
    const again = await inBrowser(blank, [path], { recipe, sha256: true });
    expect(again.rejects).toEqual(found.rejects);
    expect(again).toEqual(await inNode(npscope, [path], { recipe, sha256: true }));
  });
}

test('all real surveys in one reading: the same bytes in Chromium and Node', async ({ blank, npscope }) => {
  const paths = surveys.map((name) => join(carpentriesFolder, name));
  expect(await inBrowser(blank, paths, decided)).toEqual(await inNode(npscope, paths, decided));
});

test('what the page saves is what Node makes with the saved recipe', async ({ demo, npscope }) => {
  const path = pathOf(golden('decimal_comma_semicolon.csv'));
  await demo.give(path);
  await demo.confirm();
  await expect(demo.figure).toBeVisible();
  await demo.workspace.locator('nps-groups').getByRole('checkbox', { name: 'Month' }).check();
  await expect(demo.workspace.locator('nps-groups table')).toHaveCount(1);

  const saved = await demo.saved(demo.button('Save the recipe'));
  const recipe = JSON.parse(saved.bytes.toString('utf8')) as Recipe;
  expect(recipe.groupBy).toEqual(['month']);
  const made = await inNode(npscope, [path], { recipe, sha256: true });
  const pretty = (text: string): string => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  expect(saved.bytes.toString('utf8')).toBe(pretty(made.recipe));
  const report = await demo.saved(demo.button('Save the report'));
  expect(report.bytes.toString('utf8')).toBe(pretty(made.report));
  for (const [index, as] of forms.entries()) {
    const { bytes } = await demo.saved(demo.workspace.locator(`nps-rejects [data-as=${as}]`));
    expect(bytes.toString('base64'), as).toBe(made.rejects[index]);
  }
});
