// SPDX-License-Identifier: MIT
// The bench in Chromium: every run is a fresh browser with one page, whose file picker gets the survey.
// Contestants are the modules of chromium/, bundled as an application would and served from this machine only.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import { build } from 'esbuild';

import { largest } from './statistics.mjs';
import { mainThreadCpuMs, peakBytes, wasmHeapBytes } from './system.mjs';

const require = createRequire(import.meta.url);
const here = fileURLToPath(new URL('.', import.meta.url));
const page =
  '<!doctype html><meta charset="utf-8"><title>bench</title><input type="file"><script type="module" src="page.js"></script>';
const mimeTypes = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };
const limitMs = 300_000;
/** A fresh browser is busy with itself at first. */
const settleMs = 400;

/** A host of the bench: `measure(contestant)` and `close()`. */
export async function chromiumHost({ survey, folder, program, contestants }) {
  const site = join(folder, 'site');
  await bundle(site, contestants);
  const server = await serve(site);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const version = await withBrowser(program, (browser) => browser.version());
  return {
    title: `Chromium ${version}`,
    measure: ({ module }) => withBrowser(program, (browser) => measure(browser, address, module, survey)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The same page for questions about a survey that stays loaded: `measure(contestant, questions, times)`. */
export async function questionsHost({ survey, folder, program, contestants }) {
  const site = join(folder, 'site');
  await bundle(site, contestants);
  const server = await serve(site);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const version = await withBrowser(program, (browser) => browser.version());
  return {
    title: `Chromium ${version}`,
    measure: ({ module }, questions, times) =>
      withBrowser(program, (browser) => measureQuestions(browser, address, module, survey, questions, times)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function measureQuestions(browser, address, module, survey, questions, times) {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(limitMs);
  await tab.goto(address);
  await tab.evaluate((name) => globalThis.bench.load(name), module);
  await tab.setInputFiles('input', survey.path);
  await sleep(settleMs);
  const openMs = await tab.evaluate(() => globalThis.bench.open());
  const answers = [];
  for (const { name } of questions) {
    answers.push(await tab.evaluate(([asked, count]) => globalThis.bench.ask(asked, count), [name, times]));
  }
  return { openMs, answers };
}

async function bundle(site, contestants) {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'index.html'), page);
  const options = { bundle: true, minify: true, platform: 'browser', target: 'chrome111', logLevel: 'warning' };
  const modules = ['page', ...contestants.map(({ module }) => module)];
  const workers = contestants.filter(({ hasWorker }) => hasWorker).map(({ module }) => module);
  await Promise.all([
    build({
      ...options,
      format: 'esm',
      outdir: site,
      entryPoints: modules.map((name) => join(here, 'chromium', `${name}.mjs`)),
    }),
    build({
      ...options,
      format: 'iife',
      outdir: join(site, 'worker'),
      entryPoints: workers.map((name) => join(here, 'chromium/worker', `${name}.mjs`)),
    }),
  ]);
}

/** Serves the site, and the files of DuckDB that it loads itself. */
function serve(site) {
  const server = createServer(({ url }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    try {
      const isDuckdb = /^duckdb-[\w.-]+$/.test(name);
      const body = readFileSync(isDuckdb ? require.resolve(`@duckdb/duckdb-wasm/dist/${name}`) : join(site, name));
      response.writeHead(200, { 'content-type': mimeTypes[name.split('.').pop()] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function withBrowser(program, work) {
  const browser = await chromium.launch({ executablePath: program, timeout: limitMs });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function measure(browser, address, module, survey) {
  const session = await browser.newBrowserCDPSession();
  const tab = await browser.newPage();
  tab.setDefaultTimeout(limitMs);
  await tab.goto(address);
  await sleep(settleMs);
  const atStart = await cpuMs(session);
  const loadWallMs = await tab.evaluate((name) => globalThis.bench.load(name), module);
  await tab.setInputFiles('input', survey.path);
  await sleep(settleMs);
  const renderers = (await processes(session)).filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const mainThreads = () => renderers.map(mainThreadCpuMs);
  const mainBefore = mainThreads();
  const before = await cpuMs(session);
  const answer = await tab.evaluate((examples) => globalThis.bench.run(examples), survey.examples);
  const after = await cpuMs(session);
  const mainAfter = mainThreads();
  return {
    ...answer,
    cpuMs: after - before,
    loadWallMs,
    loadCpuMs: before - atStart,
    // The page's renderer is the one that has worked most; another may stand by for the next page.
    mainThreadCpuMs: largest(mainAfter.map((cpu, index) => cpu && cpu - mainBefore[index])),
    peakBytes: largest(renderers.map(peakBytes)),
    wasmHeapBytes: largest(renderers.map(wasmHeapBytes)),
  };
}

async function processes(session) {
  return (await session.send('SystemInfo.getProcessInfo')).processInfo;
}

/** CPU of all processes of the browser so far: in Chromium a File is read by more than one of them. */
async function cpuMs(session) {
  return (await processes(session)).reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}
