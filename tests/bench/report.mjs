// SPDX-License-Identifier: MIT
// The text of a finished bench: what the machine is, tables and verdicts per host. Printed, and kept as RESULTS.md.
// No name and no path of the machine is in it.
import { readFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';

import { titleOf } from './formats.mjs';
import { ratiosTable, timesTable } from './tables.mjs';
import { verdictLine, verdictsOf } from './verdicts.mjs';

const isChromium = ({ title }) => title.startsWith('Chromium');

/** Markdown. `parts`: `[{ file, survey, host }]`, a file of formats.mjs, what it was made of, and what `runRounds` gave. */
export function reportText(parts, sections = []) {
  return `${[
    '# Results of npm run bench',
    'One survey in several formats, read by interleaved rounds, every run in a fresh process or browser. Every answer was compared ' +
      'with the truth, before the rounds and in them.',
    `Machine: ${machine()}. Rivals: ${rivals()}.`,
    ...parts.map(partText),
    ...sections,
    legend,
  ].join('\n\n')}\n`;
}

function partText({ file, survey, host }) {
  const verdicts = verdictsOf(file, host, isChromium(host));
  const load = `1-minute load average ${Math.min(...host.load).toFixed(1)} to ${Math.max(...host.load).toFixed(1)}`;
  const size = `${(survey.bytes / 1e6).toFixed(0)} MB`;
  return [
    `## ${titleOf(file)} (${size}), ${host.title}`,
    `${file.rounds} rounds, ${load}.`,
    timesTable(host),
    ratiosTable(host),
    verdicts.map(verdictLine).join('\n'),
  ].join('\n\n');
}

const legend = `## How to read this

- Times run from the file's path or File to the result; "load" is importing the code and compiling WebAssembly before that.
  Values are medians with quartiles.
- CPU is that of all threads of the process (V8's compilers and collector too), in Chromium that of all its processes.
- Peak RSS is the largest of all runs, of the process or of the page's renderer, in MiB. The wasm heap is part of it.
- A gap is the longest time between two turns of a timer chain on the page's main thread. Tasks are listed by the browser only
  when they take 50 ms or more (0: none did). A busy machine makes both: compare with the CPU that the main thread had in the
  whole run, and with the gaps of reading alone.
- Ratios are taken within each round: the median of the rounds, and the range.`;

function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} CPUs (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()}, ${arch()}`;
}

function system() {
  try {
    return /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))[1];
  } catch {
    return process.platform;
  }
}

function rivals() {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
