// SPDX-License-Identifier: MIT
// From questions, policies and effects to words, for the page and the command line alike.
// Unknown codes, from a later version, show as themselves rather than as nothing.
import type { Policy, Question, Report, Sensitivity } from '../client/report.js';
import { formatDay, formatLevel, formatNps } from './format.js';
import { isKey, plural, t, type Lang } from './index.js';

type AskedQuestion = Pick<Question, 'code'> & { readonly answers: readonly { readonly value: string }[] };

/** A question as a person is asked it; the code that it is about, such as -99, comes from its answers. */
export function questionText(lang: Lang, { code, answers }: AskedQuestion): string {
  const key = `question.${code}`;
  const asked = answers.find(({ value }) => value !== 'reject')?.value ?? '';
  return isKey(key) ? t(lang, key, { code: asked }) : code;
}

/** Why the answer matters; empty for a question from a later version. */
export function questionReason(lang: Lang, code: string): string {
  const key = `question-why.${code}`;
  return isKey(key) ? t(lang, key) : '';
}

/** An answer in words; undefined for a column index and for the name of a time zone, which are names of their own. */
export function answerText(lang: Lang, code: string, value: string): string | undefined {
  const key = `answer.${code}.${answerWord(code, value)}`;
  return isKey(key) ? t(lang, key) : undefined;
}

function answerWord(code: string, value: string): string {
  if (code === 'missing') return value === 'reject' ? value : 'missing';
  if (code !== 'decimal') return value;
  return value === ',' ? 'comma' : 'point';
}

type Counting = Pick<Sensitivity, 'answers' | 'unit'>;

/** What counts under a policy, in a few words: `Latest per respondent and wave`. */
export function policyName(lang: Lang, { answers, unit }: Counting): string {
  return answers === 'all' ? t(lang, 'policy.all') : t(lang, `policy.${answers}.${unit}`);
}

/** The same in a sentence. */
export function policyHelp(lang: Lang, { answers, unit }: Counting): string {
  return answers === 'all' ? t(lang, 'policy-help.all') : t(lang, `policy-help.${answers}.${unit}`);
}

/** Everything that a policy says, in the order it is read: what counts, the period, the completeness, what counts too. */
export function policyParts(lang: Lang, policy: Policy): string[] {
  const { completeness, include } = policy;
  return [
    policyName(lang, policy),
    periodText(lang, policy),
    completeness > 0 ? t(lang, 'policy.filled', { share: formatLevel(lang, completeness) }) : '',
    include.length > 0 ? t(lang, 'policy.included', { what: includedNames(lang, include) }) : '',
  ].filter(Boolean);
}

function periodText(lang: Lang, { from, to }: Policy): string {
  const days = { from: from === null ? '' : formatDay(lang, from), to: to === null ? '' : formatDay(lang, to) };
  if (from !== null && to !== null) return t(lang, 'policy.from-to', days);
  if (from !== null) return t(lang, 'policy.since', days);
  return to === null ? '' : t(lang, 'policy.until', days);
}

function includedNames(lang: Lang, codes: readonly string[]): string {
  const names = codes.map((code) => {
    const key = `include.${code}`;
    return isKey(key) ? t(lang, key) : code;
  });
  return names.join(t(lang, 'issues.joint'));
}

/** What something moves: NPS points with their sign, and the number of responses. Both zero: nothing. */
export function effectText(lang: Lang, points: number, responses: number): string {
  const written = formatNps(lang, points);
  const moved = [
    written === formatNps(lang, 0) ? '' : t(lang, 'effect.points', { points: written }),
    responses === 0 ? '' : plural(lang, 'effect.responses', responses),
  ].filter(Boolean);
  return moved.length === 0 ? t(lang, 'effect.none') : moved.join(' · ');
}

/** How many respondents or accounts answered more than once. */
export function repeatsText(lang: Lang, repeats: NonNullable<Report['repeats']>, unit: Policy['unit']): string {
  return plural(lang, `repeats.${unit}`, repeats.respondents, { responses: repeats.responses });
}

/** What a column of this role is used for, in a sentence; empty for a role from a later version. */
export function roleHelp(lang: Lang, role: string): string {
  const key = `role-help.${role}`;
  return isKey(key) ? t(lang, key) : '';
}

/** What can not be done because no column has this role. */
export function missingRoleText(lang: Lang, role: string): string {
  const key = `missing-role.${role}`;
  const roleKey = `role.${role}`;
  if (isKey(key)) return t(lang, key);
  return t(lang, 'quality.missing-role', { role: isKey(roleKey) ? t(lang, roleKey) : role });
}
