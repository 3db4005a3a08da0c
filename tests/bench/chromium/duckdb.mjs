// SPDX-License-Identifier: MIT
// DuckDB compiled to WebAssembly in a page: its build with exceptions, in its own worker, from files of the same server.
// It reads the File itself, where and as much as it wants.
/* global Worker, document */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';

import { lineOfTable, queryOf } from '../duckdb-query.mjs';

let database;
let connection;

export async function load() {
  database = new AsyncDuckDB(new VoidLogger(), new Worker('duckdb-browser-eh.worker.js'));
  await database.instantiate(new URL('duckdb-eh.wasm', document.baseURI).href);
  connection = await database.connect();
}

export async function run(file) {
  await database.registerFileHandle('survey.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  return lineOfTable(await connection.query(queryOf('survey.csv')));
}
