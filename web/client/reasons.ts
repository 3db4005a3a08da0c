// SPDX-License-Identifier: MIT
// The sentences that stand beside the codes in a reject file: the core has codes only.

import { issueCodes } from '../i18n/codes.js';
import type { Setting } from './protocol.js';
import { text } from './sentences.js';

/** A sentence for every reason a record may have: the caller's, else the English one. */
export function reasonSettings(reasons: Readonly<Record<string, string>> = {}): Setting[] {
  return issueCodes.map((code) => [`reason.${code}`, reasons[code] ?? text(`code.${code}`) ?? code]);
}
