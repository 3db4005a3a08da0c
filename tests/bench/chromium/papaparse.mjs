// SPDX-License-Identifier: MIT
// papaparse in a page: all its work is in worker/papaparse.mjs, so that the page stays free.
// Only the line of the result comes back; rows never do.
import { inWorker } from './in-worker.mjs';

export const { load, run } = inWorker('papaparse');
