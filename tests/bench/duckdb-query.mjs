// SPDX-License-Identifier: MIT
// The question that DuckDB is asked, in Node and in Chromium alike: everything it can do itself is done in SQL.
// It is told the dialect, as a person who knows the file would; texts stay texts, so that "7.5" is not rounded.

import { Tally } from './job.mjs';

/** SQL over a file by its name or path. */
export function queryOf(file) {
  return `
    SELECT score, created_at[1:7] AS month, product, count(*)::INTEGER AS row_count
    FROM read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
    GROUP BY ALL`;
}

/** The line of the full job from the answer, an Arrow table. */
export function lineOfTable(table) {
  const tally = new Tally();
  const [scores, months, products, counts] = ['score', 'month', 'product', 'row_count'].map((name) => table.getChild(name));
  for (let row = 0; row < table.numRows; row++) {
    tally.add(scores.get(row), months.get(row), products.get(row), counts.get(row));
  }
  return tally.line();
}
