// SPDX-License-Identifier: MIT
// DuckDB compiled to WebAssembly in a page: the survey as a table of VARCHAR columns, asked in its own worker.
/* global Worker, document */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';

import { kPlans, kSearched, lineOf } from '../questions.mjs';

const groups = `
  count(*) FILTER (score IN ('9', '10'))::INTEGER AS promoters, count(*) FILTER (score IN ('7', '8'))::INTEGER AS passives,
  count(*) FILTER (score NOT IN ('7', '8', '9', '10'))::INTEGER AS detractors`;
const scored = `score IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10')`;
const sql = {
  'filter and grouping': `SELECT product AS key, ${groups} FROM survey
    WHERE ${scored} AND plan IN (${kPlans.map((plan) => `'${plan}'`).join()}) GROUP BY product`,
  'text filter and grouping': `SELECT product AS key, ${groups} FROM survey
    WHERE ${scored} AND contains(lower(comment), '${kSearched}') GROUP BY product`,
  'two groupings': `SELECT product || '|' || country AS key, ${groups} FROM survey WHERE ${scored} GROUP BY product, country`,
};

let connection;
let database;

export async function load() {
  database = new AsyncDuckDB(new VoidLogger(), new Worker('duckdb-browser-eh.worker.js'));
  await database.instantiate(new URL('duckdb-eh.wasm', document.baseURI).href);
  connection = await database.connect();
}

export async function open(file) {
  await database.registerFileHandle('survey.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const source = `read_csv('survey.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
  await connection.query(`CREATE TABLE survey AS SELECT * FROM ${source}`);
}

export async function ask(name) {
  const table = await connection.query(sql[name]);
  const [keys, ...counts] = ['key', 'promoters', 'passives', 'detractors'].map((column) => table.getChild(column));
  const rows = Array.from({ length: table.numRows }, (_, row) => [keys.get(row), ...counts.map((column) => column.get(row))]);
  return lineOf(rows);
}
