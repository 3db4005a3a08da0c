// SPDX-License-Identifier: MIT
// DuckDB compiled to WebAssembly, in the thread that asks: its build for Node without a worker has the least to do.
// It opens the path itself.
import { createRequire } from 'node:module';

import { lineOfTable, queryOf } from '../duckdb-query.mjs';

const require = createRequire(import.meta.url);
const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');

let connection;

export async function load() {
  const bundle = (kind) => ({ mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`), mainWorker: '' });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => {});
  connection = database.connect();
}

export function run({ path }) {
  return lineOfTable(connection.query(queryOf(path)));
}
