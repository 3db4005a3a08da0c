// SPDX-License-Identifier: MIT
// The shape of the texts: flat keys, one sentence each, with `{name}` places for values.
// Types only, so that a language that lacks a key, or has one too many, does not compile.
import type { Code, DetailWord, EvidenceCode, FormatName, roles } from './codes.js';

/** Values for the places of a text; numbers are written the way the language writes them. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** What a language must say about codes; `code` and `fix` have no places, so that logs can use them as they are. */
export type CodeMessages = Readonly<
  Record<
    | `code.${Code}`
    | `fix.${Code}`
    | `detail.${DetailWord}`
    | `evidence.${EvidenceCode}`
    | `format.${FormatName}`
    | `role.${Role}`,
    string
  >
>;

type Role = (typeof roles)[number];
