// SPDX-License-Identifier: MIT
// Cells as a raw conversion writes them, compared with the cells on which other readers agree.

const kinds = ['s', 'n', 'b', 'd', 't', 'e'];

/** The cells in the lines of a raw conversion: a map from `row,column` to `[kind, value]`. */
export function cellsOf(text) {
  const cells = new Map();
  for (const line of text.split('\n').slice(0, -1)) {
    const { row, cells: values } = JSON.parse(line);
    values.forEach((value, column) => {
      if (value === null) return;
      const kind = kinds.find((name) => name in value);
      cells.set(`${row},${column}`, [kind, value[kind]]);
    });
  }
  return cells;
}

/** LibreOffice writes numbers with 15 digits. */
const agreement = 1e-14;

/** The list of agreed cells cuts longer texts off. */
const longestText = 2000;

/** Times of day are compared to the millisecond, as we write them, and numbers as far as the other readers agree. */
function sameValue(kind, ours, theirs) {
  if (kind === 't') return Math.abs(ours - theirs) < 0.001;
  if (kind === 's' && theirs.length === longestText) return ours.startsWith(theirs);
  return ours === theirs || (kind === 'n' && Math.abs(ours - theirs) <= agreement * Math.abs(theirs));
}

/**
 * The first cell of ours that differs from the agreed ones, in words without the cell's content; empty when there is none.
 * `agreed`: `[[row, column, kind, value], …]`; `disputed`: the same without agreement, which may be anything.
 */
export function firstDifference(cells, agreed, disputed) {
  const rest = new Map(cells);
  for (const [row, column, kind, value] of agreed) {
    const place = `${row},${column}`;
    const found = rest.get(place);
    rest.delete(place);
    if (!found) return `no cell ${place}, ${kind} expected`;
    if (found[0] !== kind) return `cell ${place} is ${found[0]}, ${kind} expected`;
    if (!sameValue(kind, found[1], value)) return `cell ${place} has another ${kind}`;
  }
  for (const [row, column] of disputed) rest.delete(`${row},${column}`);
  for (const [place, [kind, value]] of rest) if (value !== '') return `cell ${place} is ${kind}, none expected`;
  return '';
}
