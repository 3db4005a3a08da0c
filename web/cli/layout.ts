// SPDX-License-Identifier: MIT
// Text in columns for a terminal: safe to print, aligned by width on the screen, with bars.

/** Control characters out: a header of a file could otherwise move the cursor or recolour the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns the text takes on the screen. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** The text, or its beginning where it is wider than so many columns. */
export function shortened(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (width(kept + character) >= columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Rows of cells as lines. `align` says for each column which side its text stands on; `indent` goes before each line. */
export function table(rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[], indent = '  '): string[] {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - width(cell));
      return align[column] === 'right' ? space + cell : cell + space;
    });
    return (indent + cells.join('  ')).trimEnd();
  });
}

const kBarColumns = 32;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for a part of a whole that fills the bar; something that is there is never an empty bar. */
export function bar(part: number, whole: number): string {
  if (part <= 0 || whole <= 0) return '';
  const length = Math.max(1, Math.round((part / whole) * kBarColumns * 8));
  return '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
}
