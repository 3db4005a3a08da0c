// SPDX-License-Identifier: MIT
// Writes to standard output or to a file. A file appears only when all of it is there: what breaks off leaves neither half a result
// nor a hole where an older one was.

import { open, rename, rm } from 'node:fs/promises';

import { NpsError } from '../client/node.js';

/** The output can not be written; the message is its path. */
export class NotWritten extends Error {}

type Chunks = AsyncIterable<Uint8Array> | Iterable<string>;

/** Writes chunk by chunk; without a path to standard output. Throws `NotWritten`, or what the chunks throw. */
export async function writeOut(chunks: Chunks, output: string | undefined): Promise<void> {
  if (output === undefined) {
    for await (const chunk of chunks) await printed(chunk);
    return;
  }
  const unfinished = `${output}.part`;
  const handle = await open(unfinished, 'w').catch(() => {
    throw new NotWritten(output);
  });
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    await handle.close();
    await rename(unfinished, output);
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error instanceof NpsError ? error : new NotWritten(output);
  }
}

/** Something that people read and change: two blanks for each level. */
export function writeJson(value: unknown, path: string): Promise<void> {
  return writeOut([`${JSON.stringify(value, null, 2)}\n`], path);
}

/** Resolves when the terminal or the pipe wants more. */
function printed(chunk: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
