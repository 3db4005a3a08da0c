// SPDX-License-Identifier: MIT
// Workers that misbehave: the client always answers with a code within its time limit, and the next question is answered by
// a new worker. The workers here are made up; what they say follows the protocol.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importSources } from './source.mjs';

const { NpsError, WorkerClient } = await importSources(['web/client/client.ts', 'web/client/errors.ts']);

const report = JSON.stringify({ schema: 'npscope-report/1', files: [], nps: { nps: 30 } });
const counts = { detractors: 20, passives: 30, promoters: 50 };

/** A worker that does as it should; a row overrides what it does on `launch` or on a message. */
function goodWorker({ say }) {
  queueMicrotask(() => say({ hello: true }));
  return (message) => {
    if ('cancel' in message) say({ call: message.cancel, failure: { code: 'aborted' } });
    else if (message.method === 'start') say({ call: message.call, answer: undefined });
    else if (message.method === 'score') say({ call: message.call, answer: report });
    // An analysis goes on until it is cancelled.
  };
}

/** A host whose first worker is `first` and whose later ones are good; counts launches and endings. */
function hostWith(first, wasm = () => Promise.resolve(new Uint8Array(8))) {
  const host = {
    launches: 0,
    ends: 0,
    readsPaths: false,
    workerDirective: 'worker-src blob:',
    wasm,
    launch() {
      const make = host.launches++ === 0 ? first : goodWorker;
      let receive = () => undefined;
      let lose = () => undefined;
      const onMessage = make({
        say: (message) => setImmediate(() => receive(message)),
        lose: (failure) => setImmediate(() => lose(failure)),
      });
      return {
        post: (message) => onMessage(message),
        listen: (onSaid, onLost) => ([receive, lose] = [onSaid, onLost]),
        hold: () => undefined,
        end: () => host.ends++,
      };
    },
  };
  return host;
}

const blocked = { code: 'worker-blocked', detail: 'worker-src blob:' };
const beginsWith = (act) => (worker) => {
  const good = goodWorker(worker);
  return (message) => act(message, worker) || good(message);
};

const faults = [
  ['says nothing', () => () => undefined, blocked],
  ['is refused before its first word', ({ lose }) => (lose(blocked), () => undefined), blocked],
  ['never starts the module', beginsWith(({ method }) => method === 'start'), { code: 'crashed' }],
  [
    'may not compile the module',
    beginsWith(
      ({ method, call }, { say }) =>
        method === 'start' && (say({ call, failure: { code: 'wasm-blocked', detail: 'x' } }), true),
    ),
    { code: 'wasm-blocked', detail: 'x' },
  ],
  [
    'ends in the middle of a call',
    beginsWith(({ method }, { lose }) => method === 'score' && (lose({ code: 'crashed' }), true)),
    { code: 'crashed' },
  ],
  [
    'traps in the middle of a call',
    beginsWith(({ method, call }, { say }) => method === 'score' && (say({ call, failure: { code: 'crashed' } }), true)),
    { code: 'crashed' },
  ],
];

for (const [what, worker, { code, detail }] of faults) {
  test(`a worker that ${what}: ${code}, and the next question is answered`, async () => {
    const host = hostWith(worker);
    const client = new WorkerClient(host, 200);
    const error = await client.scoreFromCounts(counts).catch((thrown) => thrown);
    assert.ok(error instanceof NpsError);
    assert.deepEqual([error.code, error.detail], [code, detail]);
    assert.equal((await client.scoreFromCounts(counts)).nps.nps, 30);
    assert.deepEqual([host.launches, host.ends], [2, 1]);
  });
}

test('a module that cannot be had: its code, and the worker is ended', async () => {
  let asked = 0;
  const host = hostWith(goodWorker, () =>
    asked++ === 0 ? Promise.reject(new NpsError('wasm-not-found', { detail: '/x.wasm' })) : Promise.resolve(new Uint8Array(8)),
  );
  const client = new WorkerClient(host, 200);
  await assert.rejects(client.scoreFromCounts(counts), { code: 'wasm-not-found', detail: '/x.wasm' });
  assert.equal((await client.scoreFromCounts(counts)).nps.nps, 30);
  assert.deepEqual([host.launches, host.ends], [2, 1]);
});

test('a host that cannot launch: its code, each time', async () => {
  const launch = () => {
    throw new NpsError('trusted-types-blocked');
  };
  const client = new WorkerClient({ ...hostWith(goodWorker), launch }, 50);
  for (let times = 0; times < 2; times++) {
    await assert.rejects(client.scoreFromCounts(counts), { code: 'trusted-types-blocked' });
  }
});

/** A host whose first worker reads until it is told to stop, and a promise for the moment it begins. */
function readingHost(first = goodWorker) {
  let begin;
  const begun = new Promise((resolve) => (begin = resolve));
  const host = hostWith((worker) => {
    const act = first(worker);
    return (message) => {
      if (message.method === 'analyze') begin();
      act(message);
    };
  });
  return { host, begun };
}

test('a worker that answers an abort is kept', async () => {
  const { host, begun } = readingHost();
  const client = new WorkerClient(host, 5000);
  const stop = new AbortController();
  const reading = client.analyze(new Uint8Array(1), { signal: stop.signal });
  begun.then(() => stop.abort());
  await assert.rejects(reading, { code: 'aborted' });
  assert.equal((await client.scoreFromCounts(counts)).nps.nps, 30);
  assert.deepEqual([host.launches, host.ends], [1, 0]);
});

test('a worker that has not answered an abort after 100 ms is replaced', async () => {
  const { host, begun } = readingHost(beginsWith((message) => 'cancel' in message));
  const client = new WorkerClient(host, 5000);
  const stop = new AbortController();
  const reading = client.analyze(new Uint8Array(1), { signal: stop.signal });
  await begun;
  const aborted = performance.now();
  stop.abort();
  await assert.rejects(reading, { code: 'aborted' });
  assert.ok(performance.now() - aborted < 90, 'the promise does not wait for the worker');
  assert.equal((await client.scoreFromCounts(counts)).nps.nps, 30);
  assert.ok(performance.now() - aborted >= 95, 'the worker had its time');
  assert.deepEqual([host.launches, host.ends], [2, 1]);
});

test('close while the worker starts', async () => {
  const host = hostWith(() => () => undefined);
  const client = new WorkerClient(host, 10_000);
  const question = client.scoreFromCounts(counts);
  setTimeout(() => client.close(), 10);
  await assert.rejects(question, { code: 'aborted' });
  assert.equal((await client.scoreFromCounts(counts)).nps.nps, 30);
});
