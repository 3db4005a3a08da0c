// SPDX-License-Identifier: MIT
// One more pass over a source that was read before: for the records that do not count, or for columns that a question needs.

import type { Call, Cut } from '../client/protocol.js';
import { Reading, refuseWith, type ReadSource, type Sources } from './analysis.js';
import { Breath } from './breath.js';
import type { Core, Engine } from './core.js';
import { Refusal } from './refusal.js';

/** Writes the records of `file` of the report that do not count, from its source. Rejects with the failure of the second pass. */
export async function writeRejects(
  core: Core,
  engine: Engine,
  file: number,
  read: readonly ReadSource[],
  sources: Sources,
  call: Call,
): Promise<Cut> {
  if (!engine.openRejects(file)) throw new Refusal('bad-option', 'file');
  await readOnceMore(core, engine, read[engine.opened(file)]!, sources, call);
  refuseWith(engine.rejectsFailure());
  return { records: engine.rejectsCutRecords(), cells: engine.rejectsLongCells() };
}

/** Loads what the question that was asked last needs of `file` of the report. */
export async function loadColumns(
  core: Core,
  engine: Engine,
  file: number,
  read: readonly ReadSource[],
  sources: Sources,
  call: Call,
): Promise<void> {
  if (!engine.openColumns(file)) throw new Refusal('bad-option', 'file');
  await readOnceMore(core, engine, read[engine.opened(file)]!, sources, call);
  refuseWith(engine.columnsFailure());
}

/** Feeds a source that the engine has opened itself. */
async function readOnceMore(core: Core, engine: Engine, source: ReadSource, sources: Sources, call: Call): Promise<void> {
  const breath = new Breath();
  await new Reading(core, engine, call, async (position) => {
    if (!breath.due) return;
    call.note({ file: 0, files: 1, bytesRead: Math.min(position, source.size), bytesTotal: source.size, records: 0 });
    await breath.take();
    if (call.signal.aborted) throw new Refusal('aborted');
  }).readAgain(source, sources);
}
