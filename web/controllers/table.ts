// SPDX-License-Identifier: MIT
// A table as text, copied from a spreadsheet: how to recognise one, and how it becomes a file like any other.

/** True for text with at least two lines: a header and a row. */
export function isTable(text: string): boolean {
  return text.trim().split(/\r\n?|\n/).length >= 2;
}

/** The text as a file; the core finds the tabs by itself. */
export function tableFile(text: string, name: string): File {
  return new File([text], name, { type: 'text/plain' });
}
