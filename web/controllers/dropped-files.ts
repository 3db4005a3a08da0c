// SPDX-License-Identifier: MIT
// What was dropped, as files: a folder stands for all files in it and in its folders, hidden ones left out.
// Folders only show in the moment of the drop, so `dropped` must be called in the event itself.
import type { FileInput } from '../client/inputs.js';
import { byName, isPassedOver, kMostFiles } from '../files/folders.js';

/** Why nothing of what was dropped is read. */
export type DropRefusal = 'empty-folder' | 'too-many-files' | 'unreadable';

/** The files, or why they are refused. Files from folders are named by their path. */
export function dropped(transfer: DataTransfer): Promise<readonly FileInput[] | DropRefusal> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve([...transfer.files]);
  const found = items.map((item, index) => {
    const entry = entries[index];
    return entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : item.getAsFile();
  });
  return gather(found.filter((one) => one !== null));
}

async function gather(given: readonly (File | FileSystemDirectoryEntry)[]): Promise<readonly FileInput[] | DropRefusal> {
  const files: FileInput[] = [];
  try {
    for (const one of given) {
      if (one instanceof File) files.push(one);
      else files.push(...(await filesIn(one)));
      if (files.length > kMostFiles) return 'too-many-files';
    }
  } catch {
    return 'unreadable';
  }
  return files.length > 0 ? files : 'empty-folder';
}

/** In the order of their paths; stops looking when there are too many. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<{ name: string; data: File }[]> {
  const files: { name: string; data: File }[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at && files.length <= kMostFiles; at = folders.pop()) {
    for (const entry of await entriesOf(at)) {
      if (isPassedOver(entry.name)) continue;
      if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry);
      else files.push({ name: entry.fullPath.replace(/^\//, ''), data: await fileOf(entry as FileSystemFileEntry) });
    }
  }
  return files.sort((a, b) => byName(a.name, b.name));
}

/** A folder tells its entries in portions; an empty one is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0 || entries.length > kMostFiles) return entries;
    entries.push(...portion);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
