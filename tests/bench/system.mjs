// SPDX-License-Identifier: MIT
// What the system says about the memory and the first thread of a process; undefined where there is no /proc.
// A WebAssembly heap shows in the memory map: V8 puts one writable piece between two guards of gigabytes.
import { readFileSync } from 'node:fs';

const gibibyte = 2 ** 30;

/** The most physical memory the process ever had, in bytes. */
export function peakBytes(pid) {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(proc(pid, 'status'))?.[1];
  return kibibytes && Number(kibibytes) * 1024;
}

/** The size of the largest WebAssembly heap that lives in the process, in bytes. */
export function wasmHeapBytes(pid) {
  const pieces = [...proc(pid, 'maps').matchAll(/^([0-9a-f]+)-([0-9a-f]+) (\S+)/gm)].map(([, from, to, access]) => ({
    bytes: parseInt(to, 16) - parseInt(from, 16),
    isWritable: access.startsWith('rw'),
    isGuard: access.startsWith('---'),
  }));
  const heaps = pieces.filter(({ isWritable }, index) => isWritable && isHeap(pieces[index - 1], pieces[index + 1]));
  return heaps.length > 0 ? Math.max(...heaps.map(({ bytes }) => bytes)) : undefined;
}

/** CPU of the process's first thread so far, in ms: in a renderer of Chromium that is the page's main thread. */
export function mainThreadCpuMs(pid) {
  const nanoseconds = /^\d+/.exec(proc(pid, `task/${pid}/schedstat`))?.[0];
  return nanoseconds && Number(nanoseconds) / 1e6;
}

function isHeap(before, after) {
  return before?.isGuard && before.bytes >= 2 * gibibyte && after?.isGuard && after.bytes >= 4 * gibibyte;
}

function proc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
