// SPDX-License-Identifier: MIT
// What every spec starts from: the built demo page served under the strict policy, and the watch that after each test
// fails it when the page made a request, broke its policy, logged an error or left something behind.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { test as base } from '@playwright/test';

import { serve, strictPolicy, type Served } from '../scripts/serve.mjs';
import { Watch } from './watch.js';
import { WorkspacePage } from './workspace-page.js';

export { expect } from '@playwright/test';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const demoFolder = fromRoot('dist/demo');
export const singleFile = fromRoot('dist/npscope.html');
/** One survey in every format. */
export const formatsFolder = fromRoot('tests/data/formats');
export const carpentriesFolder = fromRoot('tests/data/carpentries');
/** What survey tools write, each with what a careful person would count beside it. */
export const goldenFolder = fromRoot('tests/data/golden');

/** A small survey that gives +20.0: two promoters, two passives and one detractor, with two more columns. */
export const smallSurvey = {
  name: 'small.csv',
  text: 'Country,How likely are you to recommend us?,Satisfaction\nPeru,10,2\nChad,9,3\nPeru,8,4\nFiji,7,10\nChad,3,9\n',
};

interface Fixtures {
  /** What stands behind the address of the demo page. */
  query: string;
  /** The demo page, open in English. */
  demo: WorkspacePage;
  /** An empty folder that is gone after the test. */
  folder: string;
}

interface WorkerFixtures {
  site: Served;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      if (!existsSync(demoFolder)) throw new Error('dist/demo is missing: run "npm run build" first.');
      const site = await serve({ folder: demoFolder, policy: `${strictPolicy}; report-uri /policy-report` });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  query: ['', { option: true }],
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'npscope-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  demo: async ({ page, site, query }, use) => {
    const demo = new WorkspacePage(page, await Watch.on(page, site.reports));
    await demo.open(site.address + query);
    await use(demo);
    await demo.watch.expectNothing();
  },
});
