// SPDX-License-Identifier: MIT
// Pages of somebody else that installed the tarball, as Vite and esbuild built them: a file is read in each of them, under a
// policy as strict as its entry allows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { serve, strictPolicy, type Served } from '../scripts/serve.mjs';
import { packed, prepareProject } from '../tests/pack/project.mjs';
import { carpentriesFolder } from './fixtures.js';

const survey = join(carpentriesFolder, 'longterm_October2017.csv');
const truth = JSON.parse(readFileSync(join(carpentriesFolder, 'expected.json'), 'utf8')) as Record<
  string,
  { overall: { nps: number; det: number; pas: number; pro: number } }
>;
const expected = truth['carpentries-2017']!.overall;

/** Worker and module are files of the same site. */
const splitPolicy = strictPolicy
  .replace('worker-src blob:', "worker-src 'self'")
  .replace("connect-src 'none'", "connect-src 'self'")
  .replace(/; require-trusted-types-for.*/, '');

let site: Served | undefined;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  await prepareProject();
});
test.afterEach(async () => {
  await site?.close();
});

async function open(page: Page, folder: string, policy: string, file = ''): Promise<string[]> {
  const errors: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  site = await serve({ folder, policy });
  await page.goto(`${site.address}${file}`);
  return errors;
}

async function readSurvey(page: Page): Promise<void> {
  await page.locator('input').first().setInputFiles(survey);
  const output = page.locator('output');
  await expect(output).not.toBeEmpty();
  const nps = JSON.parse(await output.innerText()) as { nps: number; detractors: number; passives: number; promoters: number };
  expect(nps.nps).toBeCloseTo(expected.nps, 9);
  expect([nps.detractors, nps.passives, nps.promoters]).toEqual([expected.det, expected.pas, expected.pro]);
}

for (const [tool, folder] of [
  ['Vite', packed.vite],
  ['esbuild', packed.esbuild],
] as const) {
  test(`${tool}: analyze() and the workspace, in a page that may open no connection`, async ({ page }) => {
    const errors = await open(page, folder, strictPolicy);
    await readSurvey(page);
    await page.locator('nps-workspace input[type=file]').setInputFiles(survey);
    await expect(page.locator('nps-workspace nps-score [part=figure]')).toHaveText('+36.3');
    expect(errors).toEqual([]);
  });
}

test('Vite: the split entry, worker and module as files', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const errors = await open(page, packed.vite, splitPolicy, 'split.html');
  await readSurvey(page);
  expect(asked.some((path) => path.endsWith('.wasm'))).toBe(true);
  expect(asked.some((path) => /worker/.test(path))).toBe(true);
  expect(errors).toEqual([]);
});
