// SPDX-License-Identifier: MIT
// One run in a process of its own: `run.mjs CONTESTANT SURVEY.json` prints the measurement as JSON.
// Time and CPU go from path to result; loading the code (and compiling WebAssembly) is measured apart.
import { readFileSync } from 'node:fs';

import { peakBytes, wasmHeapBytes } from '../system.mjs';

const [contestant, surveyFile] = process.argv.slice(2);
const survey = JSON.parse(readFileSync(surveyFile, 'utf8'));

/** Calls `work` and returns its answer with wall and CPU time; CPU is that of all threads, V8's own included. */
async function measure(work) {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const answer = await work();
  const wallMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { answer, wallMs, cpuMs: (user + system) / 1000 };
}

const load = await measure(async () => {
  const module = await import(`./${contestant}.mjs`);
  await module.load?.();
  return module;
});
const { answer, wallMs, cpuMs } = await measure(() => load.answer.run(survey));
const measurement = {
  line: String(answer),
  wallMs,
  cpuMs,
  loadWallMs: load.wallMs,
  loadCpuMs: load.cpuMs,
  peakBytes: peakBytes('self') ?? process.resourceUsage().maxRSS * 1024,
  wasmHeapBytes: wasmHeapBytes('self'),
};
process.stdout.write(JSON.stringify(measurement), () => process.exit());
