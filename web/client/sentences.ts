// SPDX-License-Identifier: MIT
// The English sentence and fix of a code, for messages of errors. The texts are the ones that people read on the page.

import { detailedCodes } from '../i18n/codes.js';
import { codeMessages } from '../i18n/en-codes.js';

const texts: Readonly<Record<string, unknown>> = codeMessages;

/**
 * `What happened. What to do.`, with the detail in its place or behind; the bare code when there is no text for it.
 * A directive as detail says what to do more exactly than the text for the code can.
 */
export function sentenceFor(code: string, detail?: string): string {
  const sentence = text(`code.${code}`) ?? code;
  const fix = text(`fix.${code}`) ?? '';
  if (detail === undefined || fix.includes(detail)) return `${sentence} ${fix}`.trim();
  if (/^[a-z]+-[a-z-]+ \S/.test(detail)) return `${sentence} Content-Security-Policy: ${detail}`;
  if (code === 'unsupported-format') return `${sentence} (${text(`format.${detail}`) ?? detail}) ${fix}`;
  const exactly = detailedCodes.includes(code) ? text(`detail.${detail}`) : undefined;
  return exactly ? `${sentence} ${exactly} ${fix}` : `${sentence} ${fix} (${detail})`;
}

/** The English text with this key. */
export function text(key: string): string | undefined {
  const found = texts[key];
  return typeof found === 'string' ? found : undefined;
}
