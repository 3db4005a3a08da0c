// SPDX-License-Identifier: MIT
// npscope from its package in a page: the report by month and by product, of the columns that are asked for.
// The worker starts and compiles while the contestant is loaded, as those of the others do.
import { createClient } from 'npscope';

import { askedRoles, lineOfReport } from '../job.mjs';

const client = createClient();

export async function load() {
  await client.scoreFromCounts({ detractors: 1, passives: 1, promoters: 1 });
}

export async function run(file, _examples, options = {}) {
  return lineOfReport(await client.analyze(file, { groupBy: ['month', 'column:product'], ...askedRoles, ...options }));
}

export async function cellsOf(record) {
  return client.cells(0, record);
}
