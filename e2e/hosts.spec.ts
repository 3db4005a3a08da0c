// SPDX-License-Identifier: MIT
// The client on pages of all kinds, without elements: what each policy and each wrong answer of a server gives, that the worker
// has no way out, and files that change between the choice and the end.
import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test, type Page, type Worker } from '@playwright/test';

import { serve, strictPolicy, type Served } from '../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

const split = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  'trusted-types npscope',
];
const trusted = "require-trusted-types-for 'script'";

let site: Served;

test.beforeAll(async () => {
  site = await serve({ folder: dist });
});
test.afterAll(async () => {
  await site.close();
});

/** What a question came to: the nps, or the error's code and detail with the milliseconds it took. */
interface Outcome {
  nps?: number;
  code?: string;
  detail?: string;
  milliseconds: number;
}

type Entry = 'npscope.js' | 'split/index.js';

/** An empty page with a file input, under the policy. */
async function open(page: Page, policy: string): Promise<void> {
  const headers = { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) };
  await page.route('**/empty.html', (route) => route.fulfill({ headers, body: '<!doctype html><input type="file">' }));
  await page.goto(`${site.address}empty.html`);
}

/** Asks for the nps of three rows (+33.3), or of the chosen file. */
function ask(page: Page, entry: Entry, chosen = false): Promise<Outcome> {
  return page.evaluate(
    async ({ entry, chosen }) => {
      const { analyze } = (await import(`/${entry}`)) as typeof import('../web/client/browser.js');
      const files = document.querySelector('input')?.files;
      const started = performance.now();
      const outcome = await analyze(chosen && files ? files : new TextEncoder().encode('Id,Score\na,9\nb,10\nc,3\n')).then(
        ({ nps }) => ({ nps: nps?.nps ?? NaN }),
        (thrown: unknown) => {
          const { code, detail } = thrown as { code: string; detail?: string };
          return { code, ...(detail !== undefined && { detail }) };
        },
      );
      return { ...outcome, milliseconds: performance.now() - started };
    },
    { entry, chosen },
  );
}

const policies: readonly [rule: string, entry: Entry, policy: string, code?: string, detail?: string][] = [
  ['no policy', 'npscope.js', ''],
  ['the strict policy', 'npscope.js', strictPolicy],
  ['no wasm', 'npscope.js', strictPolicy.replace(" 'wasm-unsafe-eval'", ''), 'wasm-blocked', "script-src 'wasm-unsafe-eval'"],
  ['no blob worker', 'npscope.js', strictPolicy.replace('blob:;', "'self';"), 'worker-blocked', 'worker-src blob:'],
  ['no worker-src', 'npscope.js', strictPolicy.replace('worker-src blob:; ', ''), 'worker-blocked', 'worker-src blob:'],
  ['other Trusted Types', 'npscope.js', strictPolicy.replace(' npscope', ''), 'trusted-types-blocked', 'trusted-types npscope'],
  ['a list of types that nothing demands', 'npscope.js', strictPolicy.replace(`${trusted}; `, '').replace(' npscope', '')],
  ['no policy', 'split/index.js', ''],
  ['a policy for files', 'split/index.js', split.join('; ')],
  ['a policy for files with Trusted Types', 'split/index.js', [...split, trusted].join('; ')],
  [
    'no worker',
    'split/index.js',
    split.join('; ').replace("worker-src 'self'", 'worker-src blob:'),
    'worker-blocked',
    "worker-src 'self'",
  ],
  ['no fetch', 'split/index.js', split.join('; ').replace("connect-src 'self'", ''), 'wasm-blocked', "connect-src 'self'"],
];

for (const [rule, entry, policy, code, detail] of policies) {
  test(`${entry} with ${rule}: ${code ?? 'works'}`, async ({ page }) => {
    await open(page, policy);
    const outcome = await ask(page, entry);
    if (code) expect(outcome).toMatchObject({ code, detail });
    else expect(outcome.nps).toBeCloseTo(100 / 3, 9);
    expect(outcome.milliseconds).toBeLessThan(5000);
  });
}

test('the script without modules, loaded twice: one name, one set of elements, no complaint', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const script = '<script src="/npscope.iife.js"></script>';
  const body = `<!doctype html><link rel="icon" href="data:,"><nps-workspace></nps-workspace>${script}${script}`;
  await page.route('**/classic.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${site.address}classic.html`);
  const nps = await page.evaluate(async () => {
    const { npscope } = globalThis as unknown as { npscope: typeof import('../web/client/browser.js') };
    return (await npscope.scoreFromCounts({ detractors: 20, passives: 30, promoters: 50 })).nps?.nps;
  });
  expect(nps).toBe(30);
  await expect(page.locator('nps-workspace').getByRole('button').first()).toBeVisible();
  expect(errors).toEqual([]);
});

const html = { contentType: 'text/html', body: '<!doctype html><title>Home</title>' };
const answers: readonly [what: string, path: string, answer: object, code: string, detail: RegExp][] = [
  ['a page in place of the module', '**/npscope.wasm', html, 'wasm-not-found', /\/split\/npscope\.wasm$/],
  ['nothing in place of the module', '**/npscope.wasm', { status: 404 }, 'wasm-not-found', /\/split\/npscope\.wasm$/],
  ['a page in place of the worker', '**/worker.js', html, 'worker-blocked', /^worker\.js$/],
  ['nothing in place of the worker', '**/worker.js', { status: 404 }, 'worker-blocked', /^worker\.js$/],
];

for (const [what, path, answer, code, detail] of answers) {
  test(`a server that gives ${what}: ${code}, and works once it is mended`, async ({ page }) => {
    await open(page, '');
    await page.route(path, (route) => route.fulfill(answer));
    const outcome = await ask(page, 'split/index.js');
    expect(outcome.code).toBe(code);
    expect(outcome.detail).toMatch(detail);
    expect(outcome.milliseconds).toBeLessThan(5000);
    await page.unroute(path);
    expect((await ask(page, 'split/index.js')).nps).toBeCloseTo(100 / 3, 9);
  });
}

test('a module with an instruction that this browser lacks: unsupported-browser', async ({ page }) => {
  await open(page, '');
  const body = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0xff, 1, 0]);
  await page.route('**/npscope.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body }));
  expect((await ask(page, 'split/index.js')).code).toBe('unsupported-browser');
});

async function workerOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBe(1);
  return page.workers()[0]!;
}

/** Ways to send or keep bytes, as a program inside the worker would try them. `undefined` is as good as refused. */
const waysOut = [
  'fetch("/")',
  'Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, "/")',
  'new XMLHttpRequest()',
  'new WebSocket("wss://127.0.0.1")',
  'new WebTransport("https://127.0.0.1")',
  'new EventSource("/")',
  'importScripts("/npscope.js")',
  'new Worker("/split/worker.js")',
  'new BroadcastChannel("x")',
  'indexedDB.open("x")',
  'caches.open("x")',
  'navigator.storage.getDirectory()',
  'navigator.sendBeacon("/")',
];

for (const entry of ['npscope.js', 'split/index.js'] as const) {
  test(`the worker of ${entry} has no way out`, async ({ page }) => {
    await open(page, '');
    await ask(page, entry);
    const worker = await workerOf(page);
    for (const way of waysOut) {
      const said = await worker.evaluate(`(async () => ${way})().then(() => 'open', (error) => error.message)`);
      expect(said, way).toMatch(/this worker is closed|is not a function|is not defined/);
    }
  });
}

const survey = `Id,Score,Comment\n${Array.from({ length: 600_000 }, (_, row) => `${row},${row % 11},a comment in row ${row}`).join('\n')}\n`;

const changes: readonly [what: string, change: (path: string) => Promise<void>][] = [
  ['is changed', (path) => appendFile(path, 'x,1,y\n')],
  ['is cut short', (path) => truncate(path, 100)],
  ['vanishes', (path) => rm(path)],
];

for (const [what, change] of changes) {
  test(`a file that ${what} after it was chosen: source-changed, and the next one is read`, async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'npscope-'));
    const path = join(folder, 'survey.csv');
    await writeFile(path, 'Id,Score\na,9\n');
    await open(page, strictPolicy);
    await page.locator('input').setInputFiles(path);
    await change(path);
    expect((await ask(page, 'npscope.js', true)).code).toBe('source-changed');
    expect((await ask(page, 'npscope.js')).nps).toBeCloseTo(100 / 3, 9);
    await rm(folder, { recursive: true });
  });
}

test('a large file that changes while it is read: source-changed', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'npscope-'));
  const path = join(folder, 'survey.csv');
  await writeFile(path, survey);
  await open(page, strictPolicy);
  await page.exposeFunction('change', () => appendFile(path, 'x'));
  await page.locator('input').setInputFiles(path);
  const code = await page.evaluate(async (entry: string) => {
    const { analyze } = (await import(entry)) as typeof import('../web/client/browser.js');
    const { change } = globalThis as unknown as { change(): Promise<void> };
    const files = document.querySelector('input')!.files!;
    // Read over and over, so that one of the readings is under way when the change comes.
    for (let reading = 0; reading < 20; reading++) {
      if (reading === 1) setTimeout(() => void change(), 20);
      const failed = await analyze(files).then(
        () => undefined,
        (thrown: unknown) => (thrown as { code: string }).code,
      );
      if (failed) return failed;
    }
    return undefined;
  }, '/npscope.js');
  expect(code).toBe('source-changed');
  await rm(folder, { recursive: true });
});

test('abort rejects at once, and the next file is read', async ({ page }) => {
  await open(page, strictPolicy);
  await page.locator('input').setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(survey) });
  const outcome = await page.evaluate(async (entry: string) => {
    const { analyze } = (await import(entry)) as typeof import('../web/client/browser.js');
    const stop = new AbortController();
    let aborted = 0;
    const onProgress = (): void => {
      aborted ||= performance.now();
      stop.abort();
    };
    const reading = analyze(document.querySelector('input')!.files!, { signal: stop.signal, onProgress });
    const code = await reading.then(
      () => undefined,
      (thrown: unknown) => (thrown as { code: string }).code,
    );
    return { code, milliseconds: performance.now() - aborted };
  }, '/npscope.js');
  expect(outcome.code).toBe('aborted');
  expect(outcome.milliseconds).toBeLessThan(100);
  expect((await ask(page, 'npscope.js')).nps).toBeCloseTo(100 / 3, 9);
});
