// SPDX-License-Identifier: MIT
// A stream that a worker fills: work begins when the first chunk is asked for, and the worker waits while nobody reads.
// At most one chunk lies here, so that a conversion of any size needs the same little memory.

/** Gives a chunk to the stream; `taken` is called when the next one may come. */
export type Write = (chunk: Uint8Array<ArrayBuffer>, taken: () => void) => void;

/** The stream of what `work` writes until it resolves. Cancelling the stream, or `signal`, aborts the work. */
export function streamOf(
  work: (write: Write, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  let begun = false;
  let over = false;
  let resume: () => void = () => undefined;

  const begin = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): Promise<void> => {
    begun = true;
    const abort = (): void => stop.abort();
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    try {
      await work((chunk, taken) => {
        if (over) return;
        resume = taken;
        controller.enqueue(chunk);
      }, stop.signal);
      if (!over) controller.close();
    } catch (thrown) {
      controller.error(thrown);
    } finally {
      over = true;
      signal?.removeEventListener('abort', abort);
    }
  };

  return new ReadableStream(
    {
      pull(controller) {
        if (!begun) return void begin(controller);
        const next = resume;
        resume = () => undefined;
        next();
      },
      cancel() {
        over = true;
        stop.abort();
      },
    },
    { highWaterMark: 0 },
  );
}
