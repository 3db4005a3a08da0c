// SPDX-License-Identifier: MIT
// A row of the survey as JSON and workbooks have it: numbers as numbers, and nothing where the CSV has an empty cell.
import { scoreColumn } from './job.mjs';

const numberColumns = [scoreColumn, 11];

/** The twelve values of a row of texts. */
export function typedRow(cells) {
  return cells.map((cell, column) => {
    if (cell === '') return null;
    return numberColumns.includes(column) && !Number.isNaN(Number(cell)) ? Number(cell) : cell;
  });
}
