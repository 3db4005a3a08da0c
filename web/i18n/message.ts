// SPDX-License-Identifier: MIT
// The shape of the texts: flat keys, one sentence each, with `{name}` places for values.
// Types only, so that a language that lacks a key, or has one too many, does not compile.
import type {
  answers,
  cleaningRules,
  Code,
  countedUnits,
  DetailWord,
  EvidenceCode,
  FormatName,
  inclusions,
  limits,
  oneEach,
  questionCodes,
  recommendedRoles,
  roles,
  verdicts,
} from './codes.js';
import type { adjustments, alertKinds, goalStatuses, ranks, tests, UnavailableCode } from './explore-codes.js';

/** Values for the places of a text; numbers are written the way the language writes them. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** What a language must say about codes; `code` and `fix` have no places, so that logs can use them as they are. */
export type CodeMessages = Readonly<
  Record<`code.${Code}` | `fix.${Code}` | `detail.${DetailWord}` | `evidence.${EvidenceCode}` | `format.${FormatName}`, string>
>;

/** What a language must say about everything that can be decided; the frame around it is up to the words of English. */
export type ReviewMessages = Readonly<
  Record<
    | `${'role' | 'role-help'}.${OneOf<typeof roles>}`
    | `${'question' | 'question-why'}.${OneOf<typeof questionCodes>}`
    | `answer.${OneOf<typeof answers>}`
    | `${'clean' | 'clean-help'}.${OneOf<typeof cleaningRules>}`
    | `${'policy' | 'policy-help'}.${'all' | `${OneOf<typeof oneEach>}.${OneOf<typeof countedUnits>}`}`
    | `include.${OneOf<typeof inclusions>}`
    | `${'quality' | 'quality-why'}.${OneOf<typeof verdicts>}`
    | `missing-role.${OneOf<typeof recommendedRoles>}`
    | `limits.${OneOf<typeof limits>}`,
    string
  >
>;

/** What a language must say about answers to questions: why there is no figure, and the words that measures give. */
export type ExploreMessages = Readonly<
  Record<
    | `unavailable.${UnavailableCode}`
    | `segments.adjust.${OneOf<typeof adjustments>}`
    | `segments.rank.${OneOf<typeof ranks>}`
    | `stat.test.${OneOf<typeof tests>}`
    | `goals.status.${OneOf<typeof goalStatuses>}`
    | `goals.alert.${OneOf<typeof alertKinds>}`,
    string
  >
>;

type OneOf<List extends readonly string[]> = List[number];
