// SPDX-License-Identifier: MIT
// udsv in a page: all its work is in worker/udsv.mjs, so that the page stays free.
// Only the line of the result comes back; rows never do.
import { inWorker } from './in-worker.mjs';

export const { load, run } = inWorker('udsv');
