// SPDX-License-Identifier: MIT
// Why a figure cannot be had, as a sentence. Unknown codes, from a later version, show as themselves.
import { isKey, t, type Lang } from './index.js';

/** `detail` names a value or a column that it is about. */
export function unavailableText(lang: Lang, { code, detail }: { readonly code: string; readonly detail?: string }): string {
  const key = `unavailable.${code}`;
  const sentence = isKey(key) ? t(lang, key) : code;
  return detail ? `${sentence} (${detail})` : sentence;
}
