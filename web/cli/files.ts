// SPDX-License-Identifier: MIT
// From the words on the command line to files: a folder stands for all files in it, `-` for standard input.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { byName, isPassedOver, kMostFiles } from '../files/folders.js';
import { NpsError, type FileInput } from '../client/node.js';

/** Rejects with `NpsError`: `empty-folder`, `too-many-files`. What can not be opened is left to the reading to say. */
export async function filesOf(words: readonly string[]): Promise<FileInput[]> {
  const files: FileInput[] = [];
  for (const word of words) {
    if (word === '-') files.push(await standardInput());
    else if (await isFolder(word)) files.push(...(await filesIn(word)));
    else files.push(word);
    if (files.length > kMostFiles) throw new NpsError('too-many-files');
  }
  return files;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** Paths of the files in the folder and its folders. Links are followed to files only, so that there is no circle. */
async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter(({ name }) => !isPassedOver(name))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) paths.push(path);
    }
    if (paths.length > kMostFiles) throw new NpsError('too-many-files', { detail: folder });
  }
  if (paths.length === 0) throw new NpsError('empty-folder', { detail: folder });
  return paths.sort(byName);
}

async function standardInput(): Promise<FileInput> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return { name: '-', data: new Blob(chunks) };
}
