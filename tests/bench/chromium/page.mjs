// SPDX-License-Identifier: MIT
// The page of the bench: a file picker, and `bench.load(NAME)` and `bench.run(EXAMPLES)` for the program that drives it.
// While a run goes on, a chain of timers notes for how long the main thread did not come to it.
/* global document, PerformanceObserver */

let contestant;

globalThis.bench = {
  async load(name) {
    const before = performance.now();
    contestant = await import(new URL(`${name}.js`, document.baseURI).href);
    await contestant.load();
    return performance.now() - before;
  },

  async run(examples) {
    const [file] = document.querySelector('input').files;
    const watch = watchMainThread();
    const before = performance.now();
    const answer = await contestant.run(file, examples);
    const wallMs = performance.now() - before;
    return { line: String(answer), wallMs, ...watch.stop() };
  },
};

globalThis.bench.open = async () => {
  const [file] = document.querySelector('input').files;
  const before = performance.now();
  await contestant.open(file);
  return performance.now() - before;
};

/** Asks a question so many times; what the first answer says, and how long each took. */
globalThis.bench.ask = async (name, times) => {
  const walls = [];
  let line;
  for (let nth = 0; nth < times; nth++) {
    const before = performance.now();
    const answer = await contestant.ask(name);
    walls.push(performance.now() - before);
    line ??= answer;
  }
  return { line, walls };
};

function watchMainThread() {
  let longestGapMs = 0;
  let longestTaskMs = 0;
  let last = performance.now();
  let timer;
  const look = () => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
    timer = setTimeout(look, 1);
  };
  const note = (entries) => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  look();
  return {
    stop() {
      clearTimeout(timer);
      longestGapMs = Math.max(longestGapMs, performance.now() - last);
      note(observer.takeRecords());
      observer.disconnect();
      return { longestGapMs, longestTaskMs };
    },
  };
}
