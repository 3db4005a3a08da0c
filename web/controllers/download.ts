// SPDX-License-Identifier: MIT
// Hands a finished file to the browser to save. It is whole before this is called, so nothing half-written reaches the disk.

/** How long the browser may take to fetch it from the tab's memory. */
const kKeptMs = 60_000;

export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), kKeptMs);
}

/** JSON as a person may read and edit it. */
export function jsonBlob(value: unknown): Blob {
  return new Blob([JSON.stringify(value, null, 2), '\n'], { type: 'application/json' });
}
