// SPDX-License-Identifier: MIT
// Writes a conversion to standard output or to a file. A file appears only when all of it is there: what breaks off leaves
// neither half a result nor a hole where an older one was.

import { open, rename, rm } from 'node:fs/promises';

import { convert, NpsError, type ConvertOptions, type FileInput } from '../client/node.js';

/** The output can not be written; the message is its path. */
export class NotWritten extends Error {}

export async function writeConversion(file: FileInput, options: ConvertOptions, output: string | undefined): Promise<void> {
  if (output === undefined) {
    for await (const chunk of convert(file, options)) await printed(chunk);
    return;
  }
  const unfinished = `${output}.part`;
  const handle = await open(unfinished, 'w').catch(() => {
    throw new NotWritten(output);
  });
  try {
    for await (const chunk of convert(file, options)) await handle.writeFile(chunk);
    await handle.close();
    await rename(unfinished, output);
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error instanceof NpsError ? error : new NotWritten(output);
  }
}

/** Resolves when the terminal or the pipe wants more. */
function printed(chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
