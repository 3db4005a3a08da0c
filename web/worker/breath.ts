// SPDX-License-Identifier: MIT
// Breath: lets waiting messages in, at most every few milliseconds. Blocks that are already there arrive without ever
// leaving the script, so a worker that did not pause would hear of an abort only after the last byte.

const kBreathMs = 30;

export class Breath {
  #last = now();

  /** True when it is time to look up again. */
  get due(): boolean {
    return now() - this.#last >= kBreathMs;
  }

  /** One turn of the event loop, without the delay that timers have. */
  async take(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
    this.#last = now();
  }
}

function now(): number {
  return performance.now();
}
