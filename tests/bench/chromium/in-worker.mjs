// SPDX-License-Identifier: MIT
// A contestant that works in a worker of its own: the page side, two functions, and the worker side, one.
// The worker says when its script has run; then it gets the File and answers with a line.
/* global Worker, self */

/** `{ load, run }` for a contestant whose worker script is served as `worker/NAME.js`. */
export function inWorker(name) {
  let worker;
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: { line, error } }) => (error ? reject(new Error(error)) : resolve(line));
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  return {
    load() {
      worker = new Worker(`worker/${name}.js`);
      return answer();
    },
    run(file) {
      worker.postMessage(file);
      return answer();
    },
  };
}

/** In the worker: answers each File with what `work` makes of it. */
export function answerFiles(work) {
  self.onmessage = async ({ data: file }) => {
    try {
      self.postMessage({ line: await work(file) });
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  };
  self.postMessage({ line: 'ready' });
}
