// SPDX-License-Identifier: MIT
// The English sentence and fix of a code, for messages of errors. The texts are the ones that people read on the page.

import { codeMessages } from '../i18n/en-codes.js';

const texts: Readonly<Record<string, unknown>> = codeMessages;

/** `What happened. What to do.`, with the detail in its place or behind; the bare code when there is no text for it. */
export function sentenceFor(code: string, detail?: string): string {
  const sentences = [text(`code.${code}`) ?? code, text(`fix.${code}`)].filter(Boolean).join(' ');
  if (detail === undefined || sentences.includes(detail)) return sentences;
  if (sentences.includes('{format}')) return sentences.replace('{format}', text(`format.${detail}`) ?? detail);
  return `${sentences} (${detail})`;
}

function text(key: string): string | undefined {
  const found = texts[key];
  return typeof found === 'string' ? found : undefined;
}
