// SPDX-License-Identifier: MIT
// A question from its text to its answer: load the columns it needs, do its long work in pieces, and write the answer.

import type { Call } from '../client/protocol.js';
import { refuseWith, type ReadSource, type Sources } from './analysis.js';
import { Breath } from './breath.js';
import type { Core, Engine } from './core.js';
import { Refusal } from './refusal.js';
import { loadColumns } from './second-pass.js';

/** How long work is shown in `Progress`, whose unit is the byte. */
const kWork = 1000;

/** The JSON of the answer. Rejects with what is wrong with the question, or with the failure of the second pass. */
export async function answer(
  core: Core,
  engine: Engine,
  query: string,
  read: readonly ReadSource[],
  sources: Sources,
  call: Call,
): Promise<string> {
  refuseWith(engine.ask(query));
  for (let file = engine.wantsColumns(); file >= 0; file = engine.wantsColumns()) {
    await loadColumns(core, engine, file, read, sources, call);
  }
  const breath = new Breath();
  while (engine.work()) {
    if (!breath.due) continue;
    call.note({ file: 0, files: 1, bytesRead: Math.round(engine.worked() * kWork), bytesTotal: kWork, records: 0 });
    await breath.take();
    if (call.signal.aborted) throw new Refusal('aborted');
  }
  const text = engine.answer();
  if (!text.startsWith('{"failure"')) return text;
  const { failure } = JSON.parse(text) as { failure: { code: string; detail?: string } };
  throw new Refusal(failure.code, failure.detail);
}
