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

/** Columns of a table with their heading, narrowed to the screen: see `fitted`. */
export interface Sheet {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly align: readonly ('left' | 'right')[];
  /** So many columns in front name the rows, and stand before each part of a table that is cut. */
  readonly names: number;
  /** Columns of which a beginning does. */
  readonly brief?: readonly boolean[];
}

/** No column of texts becomes narrower while a table is cut in place of it. */
const kNarrowest = 24;
/** Longer words are cut. */
const kWidestWord = 32;

/** The table in at most so many columns of the screen: headings break, then texts do, then columns go on below, with the names again. */
export function fitted(sheet: Sheet, columns: number, indent = '  '): string[] {
  const { heading, rows, align, names, brief = [] } = sheet;
  const room = columns - indent.length;
  const widths = fittedWidths(sheet, room);
  if (total(widths) <= room || heading.length <= names + 1) return sheetLines(sheet, widths, indent);
  let first = heading.length;
  while (first > names + 1 && total(fittedWidths(part(sheet, 0, first), room)) > room) first -= 1;
  if (first === heading.length) return sheetLines(sheet, widths, indent);
  const following = heading.map((_, column) => column).filter((column) => column < names || column >= first);
  const rest = {
    heading: following.map((column) => heading[column] ?? ''),
    align: following.map((column) => align[column] ?? 'left'),
    brief: following.map((column) => brief[column] ?? false),
    names,
  };
  const below = { ...rest, rows: rows.map((row) => following.map((column) => row[column] ?? '')) };
  return [...fitted(part(sheet, 0, first), columns, indent), '', ...fitted(below, columns, indent)];
}

/** The table needs no cutting for so many columns. */
export function isWithin(sheet: Sheet, columns: number): boolean {
  return total(fittedWidths(sheet, columns)) <= columns;
}

function part({ heading, rows, align, names, brief = [] }: Sheet, from: number, to: number): Sheet {
  return {
    heading: heading.slice(from, to),
    rows: rows.map((row) => row.slice(from, to)),
    align: align.slice(from, to),
    brief: brief.slice(from, to),
    names,
  };
}

const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1));

function fittedWidths({ heading, rows, align, brief = [] }: Sheet, room: number): number[] {
  const bodies = heading.map((_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
  const short = bodies.map((body, column) => (brief[column] ? Math.min(body, kNarrowest) : body));
  const whole = heading.map((text, column) => Math.max(width(text), short[column] ?? 0));
  if (total(whole) <= room) return widened(whole, bodies, brief, room);
  const widths = heading.map((text, column) => Math.max(leastHeading(text), short[column] ?? 0));
  // Right-aligned columns are numbers; texts break at words, the widest one first.
  const least = heading.map((text, column) => {
    const pieceWidths = rows.map((row) => Math.min(kWidestWord, longestPiece(row[column] ?? '')));
    if (align[column] === 'right') return widths[column] ?? 0;
    return brief[column] ? kNarrowest : Math.max(kNarrowest, longestPiece(text), ...pieceWidths);
  });
  for (;;) {
    const over = total(widths) - room;
    const spare = widths.map((one, column) => (one > (least[column] ?? 0) ? one : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (over <= 0 || spare[widest] === 0) return widened(widths, bodies, brief, room);
    widths[widest] = Math.max(least[widest] ?? 0, (widths[widest] ?? 0) - over);
  }
}

/** What room is left belongs to the texts of which only a beginning stands there. */
function widened(widths: readonly number[], bodies: readonly number[], brief: readonly boolean[], room: number): number[] {
  const column = brief.indexOf(true);
  const left = room - total(widths);
  if (column < 0 || left <= 0) return [...widths];
  return widths.map((one, at) => (at === column ? Math.max(one, Math.min(bodies[at] ?? 0, one + left)) : one));
}

/** A heading in Chinese, which may break anywhere, keeps three characters beside each other. */
function leastHeading(text: string): number {
  return Math.max(longestPiece(text), Math.min(width(text), wide.test(text) ? 6 : 0));
}

function sheetLines({ heading, rows, align, brief = [] }: Sheet, widths: readonly number[], indent: string): string[] {
  return [heading, ...rows].flatMap((row, at) => {
    const cells = row.map((cell, column) => {
      const columns = widths[column] ?? 0;
      return brief[column] && at > 0 ? [shortened(cell, columns)] : wrapped(cell, columns);
    });
    const height = Math.max(...cells.map((lines) => lines.length));
    // Headings stand on the ground, texts hang from the top.
    const lineOf = (lines: readonly string[], index: number): string =>
      lines[at === 0 ? index - height + lines.length : index] ?? '';
    return Array.from({ length: height }, (_, index) => {
      const texts = cells.map((lines, column) => padded(lineOf(lines, index), widths[column] ?? 0, align[column] ?? 'left'));
      return (indent + texts.join('  ')).trimEnd();
    });
  });
}

function padded(text: string, columns: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return side === 'right' ? space + text : text + space;
}

/** What stays together: words, and single characters of Chinese with the mark behind them. */
const pieces = new RegExp(`(?:${wide.source}[，。、；：）”]*)|(?:(?!${wide.source})[^ ])+| +`, 'gu');

function longestPiece(text: string): number {
  return Math.max(0, ...(text.match(pieces) ?? []).map(width));
}

/** The text in lines of at most so many columns. */
export function wrapped(text: string, columns: number): string[] {
  if (width(text) <= columns) return [text];
  const lines = [''];
  for (const piece of text.match(pieces) ?? []) {
    const line = lines.at(-1) ?? '';
    if (width(line + piece.trimEnd()) <= columns) lines[lines.length - 1] = line + piece;
    else if (piece.trim() !== '') lines.push(...cut(piece, columns));
  }
  return lines.map((line) => line.trimEnd()).filter((line, index) => index > 0 || line !== '');
}

/** A word that is longer than a line, in pieces that are not. */
function cut(word: string, columns: number): string[] {
  const lines = [''];
  for (const character of word) {
    const line = lines.at(-1) ?? '';
    if (line === '' || width(line + character) <= columns) lines[lines.length - 1] = line + character;
    else lines.push(character);
  }
  return lines;
}

const kBarColumns = 32;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for a part of a whole that fills the bar; something that is there is never an empty bar. */
export function bar(part: number, whole: number): string {
  if (part <= 0 || whole <= 0) return '';
  const length = Math.max(1, Math.round((part / whole) * kBarColumns * 8));
  return '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
}
