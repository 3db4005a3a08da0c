// SPDX-License-Identifier: MIT
// What of a folder is read, the same on the page and in the terminal: every file but hidden ones and the leavings of programs,
// in the order of their names, and not without end.

/** More files than this are refused: nobody means to read a whole disk. */
export const kMostFiles = 1000;

/** Hidden files, the locks that Excel and LibreOffice lay beside an open workbook, and what Windows leaves in folders. */
export function isPassedOver(name: string): boolean {
  return /^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** The order of files, the same on every machine: by code units, not by the rules of a language. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
