// SPDX-License-Identifier: MIT
// The targets, each with what was measured and whether it is reached.
// They hold for the files of a full run; with fewer rows they only show the way.
import { largest, median } from './statistics.mjs';
import { ratiosOf, ratioText } from './tables.mjs';

const mebibyte = 2 ** 20;
const cpu = (run) => run.cpuMs;
const wall = (run) => run.wallMs;

function byRole(results, role) {
  return results.filter(({ contestant }) => contestant.role === role);
}

function medianOf({ runs }, figure) {
  return median(runs.map(figure));
}

/** The contestant with the smallest median. */
function leastOf(candidates, figure) {
  return candidates.reduce((best, candidate) => (medianOf(candidate, figure) < medianOf(best, figure) ? candidate : best));
}

function lessCpu(results, role, times) {
  const [own] = byRole(results, role);
  const rivals = byRole(results, 'rival');
  if (!own || rivals.length === 0) return [];
  const fastest = leastOf(rivals, cpu);
  const found = ratiosOf(fastest, own, cpu);
  const text = `${own.contestant.name}: at least ${times} times less CPU than ${fastest.contestant.name}, the fastest rival`;
  return [{ text, measured: ratioText(found), isReached: found.median >= times }];
}

function nearReading(results, times) {
  const [own] = byRole(results, 'asked');
  if (!own) return [];
  return byRole(results, 'reading').map((reading) => {
    const ratio = medianOf(own, wall) / medianOf(reading, wall);
    const range = ratioText(ratiosOf(own, reading, wall));
    const text = `${own.contestant.name}: at most ${times} times the median wall time of ${reading.contestant.name}`;
    return { text, measured: `${ratio.toFixed(2)}; by round ${range}`, isReached: ratio <= times };
  });
}

/**
 * A thread that had less CPU than the limit in a whole run can not have been busy for that long at a stretch: what the browser
 * then lists as a long task is the machine giving the thread no turn.
 */
function freeMainThread(results, limitMs) {
  return ['asked', 'found', 'kept']
    .flatMap((role) => byRole(results, role))
    .map(({ contestant, runs }) => {
      const isBlocked = ({ longestTaskMs, mainThreadCpuMs = Infinity }) => Math.min(longestTaskMs, mainThreadCpuMs) >= limitMs;
      const longTasks = runs.filter(({ longestTaskMs }) => longestTaskMs >= limitMs);
      const mostCpu = largest(runs.map((run) => run.mainThreadCpuMs));
      const cpuText = mostCpu === undefined ? '' : `, at most ${mostCpu.toFixed(0)} ms of CPU in a run`;
      return {
        text: `${contestant.name}: main thread never blocked for ${limitMs} ms`,
        measured: `long tasks in ${longTasks.length} of ${runs.length} rounds${cpuText}`,
        isReached: !runs.some(isBlocked),
      };
    });
}

/** Memory over that of the same host which only reads the bytes, in MiB: heap, worker, code and buffers, all that npscope adds. */
function addedMemory(results, role) {
  const [own] = byRole(results, role);
  const readings = byRole(results, 'reading');
  if (!own || readings.length === 0) return undefined;
  const peak = ({ runs }) => median(runs.map((run) => run.peakBytes));
  const heap = largest(own.runs.map((run) => run.wasmHeapBytes));
  const added = (peak(own) - Math.min(...readings.map(peak))) / mebibyte;
  const heapText = heap === undefined ? '' : `, wasm heap ${(heap / mebibyte).toFixed(0)} MiB`;
  return { own, added, text: `${added.toFixed(0)} MiB${heapText}` };
}

function memoryWithin(results, role, limit, words) {
  const found = addedMemory(results, role);
  if (!found) return [];
  const text = `${found.own.contestant.name}: at most ${words} more than reading alone`;
  return [{ text, measured: found.text, isReached: found.added <= limit }];
}

function littleMemory(results, rows) {
  const limit = 64 + (8 * rows) / mebibyte;
  const words = `${limit.toFixed(1)} MiB (64 MiB and 8 bytes a row) and dictionaries`;
  return ['asked', 'found'].flatMap((role) => memoryWithin(results, role, limit, words));
}

function csvVerdicts(isChromium, results, rows) {
  if (isChromium) return [...nearReading(results, 2), ...freeMainThread(results, 50), ...littleMemory(results, rows)];
  return [...lessCpu(results, 'asked', 5), ...lessCpu(results, 'kept', 3), ...littleMemory(results, rows)];
}

/** The verdicts on a file of formats.mjs read by one host. */
export function verdictsOf({ format, rows, least, mostMib }, { results }, isChromium) {
  if (format === 'csv') return csvVerdicts(isChromium, results, rows);
  const memory = mostMib ? memoryWithin(results, 'asked', mostMib, `${mostMib} MiB`) : [];
  return [...lessCpu(results, 'asked', least), ...memory];
}

export function verdictLine({ text, measured, isReached }) {
  return `- ${isReached ? 'reached' : 'NOT REACHED'}: ${text}: ${measured}`;
}
