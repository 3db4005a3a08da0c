// SPDX-License-Identifier: MIT
// What was measured, as Markdown tables that are also readable in a terminal.
// Times are in milliseconds as "median (lower quartile to upper quartile)", memory is in MiB.
import { largest, quartiles, ratios } from './statistics.mjs';

const mebibyte = 2 ** 20;

/** A Markdown table with columns of equal width; numbers stand to the right. */
export function table(headers, rows) {
  const widths = headers.map((header, column) => Math.max(header.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell, widths[column], column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(headers), rule, ...rows.map(line)].join('\n');
}

function pad(text, width, column) {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

const spread = (values) => {
  const found = quartiles(values);
  return found ? `${found.median.toFixed(0)} (${found.low.toFixed(0)} to ${found.high.toFixed(0)})` : '-';
};
const mebibytes = (bytes) => (bytes === undefined ? '-' : (bytes / mebibyte).toFixed(0));
const milliseconds = (ms) => (ms === undefined ? '-' : ms.toFixed(0));

/** Times and memory of every contestant of one host. */
export function timesTable({ results }) {
  const hasPage = results[0].runs[0].longestGapMs !== undefined;
  const headers = ['contestant', 'CPU ms', 'wall ms', 'load CPU ms', 'load wall ms', 'peak RSS', 'wasm heap'];
  const pageHeaders = ['main thread CPU ms', 'longest gap ms', 'worst gap', 'worst task'];
  const rows = results.map(({ contestant, runs }) => {
    const of = (key) => runs.map((run) => run[key]);
    const cells = ['cpuMs', 'wallMs', 'loadCpuMs', 'loadWallMs'].map((key) => spread(of(key)));
    const memory = [mebibytes(largest(of('peakBytes'))), contestant.hasHeap ? mebibytes(largest(of('wasmHeapBytes'))) : '-'];
    const page = [
      ...['mainThreadCpuMs', 'longestGapMs'].map((key) => spread(of(key))),
      ...['longestGapMs', 'longestTaskMs'].map((key) => milliseconds(largest(of(key)))),
    ];
    return [contestant.name, ...cells, ...memory, ...(hasPage ? page : [])];
  });
  return table([...headers, ...(hasPage ? pageHeaders : [])], rows);
}

/** How many times what npscope takes each of the others takes, round by round. */
export function ratiosTable({ results }) {
  const ours = results.filter(({ contestant }) => ['asked', 'kept'].includes(contestant.role));
  const others = results.filter(({ contestant }) => !['asked', 'kept'].includes(contestant.role));
  const pairs = others.flatMap((other) => ours.map((own) => [other, own]));
  const rows = pairs.map(([other, own]) => [
    `${other.contestant.name} / ${own.contestant.name}`,
    ...['cpuMs', 'wallMs'].map((key) => ratioText(ratiosOf(other, own, (run) => run[key]))),
    ratioText(ratiosOf(other, own, (run) => run.cpuMs + run.loadCpuMs)),
  ]);
  return table(['median of the rounds (range)', 'CPU', 'wall', 'CPU with loading'], rows);
}

export function ratiosOf(over, under, figure) {
  return ratios(over.runs.map(figure), under.runs.map(figure));
}

export function ratioText({ median, smallest, largest: most }) {
  return `${median.toFixed(2)} (${smallest.toFixed(2)} to ${most.toFixed(2)})`;
}
