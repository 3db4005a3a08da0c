// SPDX-License-Identifier: MIT
// t(): the text for a key in a language, with its values filled in; every sentence a person reads comes through here.
// Pure functions of their arguments: the page, the elements and the command line share them.
import { messages as de } from './de.js';
import { messages as en } from './en.js';
import { formatCount, pluralOf } from './format.js';
import type { MessageParams } from './message.js';
import { messages as zh } from './zh.js';

export type Lang = 'en' | 'de' | 'zh';
export type MessageKey = keyof typeof en;
/** A key without its `.one` or `.other`. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;
/** A language: exactly the keys of English. */
export type Messages = Readonly<Record<MessageKey, string>>;
/** A piece of a text: words, or a place for a value. */
export type Piece = string | { readonly place: string };

export const langs = ['en', 'de', 'zh'] as const;
export const allMessages: Readonly<Record<Lang, Messages>> = { en, de, zh };

/** The nearest language we speak to a BCP 47 tag such as `de-AT` or `zh-Hans-CN`, or undefined. */
export function nearestLang(tag: string | null | undefined): Lang | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return langs.find((lang) => lang === primary);
}

/** True for a string that is a key, for codes that come from elsewhere. */
export function isKey(key: string): key is MessageKey {
  return Object.prototype.hasOwnProperty.call(en, key);
}

/** The text for `key`; numbers among the values are written as `lang` writes counts. */
export function t(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return pieces(lang, key)
    .map((piece) => (typeof piece === 'string' ? piece : valueOf(lang, piece.place, params)))
    .join('');
}

/** The text for a number of things; `{count}` is the number. */
export function plural(lang: Lang, key: PluralKey, count: number, params: MessageParams = {}): string {
  return t(lang, `${key}.${pluralOf(lang, count)}`, { ...params, count });
}

/** The text in pieces, for callers that put markup at the places. */
export function pieces(lang: Lang, key: MessageKey): Piece[] {
  return allMessages[lang][key]
    .split(/(\{[a-z]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{[a-z]+\}$/.test(piece) ? { place: piece.slice(1, -1) } : piece));
}

function valueOf(lang: Lang, place: string, params: MessageParams): string {
  const value = params[place];
  if (value === undefined) return `{${place}}`;
  return typeof value === 'number' ? formatCount(lang, value) : value;
}
