// SPDX-License-Identifier: MIT
// From the codes of a report to sentences: failures, issues, evidence and roles, each in the language asked for.
// Unknown codes, from a later version, show as themselves rather than as nothing.
import type { Cut } from '../client/protocol.js';
import type { NpsSummary, Policy } from '../client/report.js';
import { detailedCodes } from './codes.js';
import { formatLevel, formatNps, formatPoints } from './format.js';
import { isKey, plural, t, type Lang, type MessageKey } from './index.js';
import { presetName } from './names.js';
import { policyParts } from './review.js';

/** What happened and what to do about it. */
export interface Explanation {
  sentence: string;
  fix: string;
}

/** The sentence and the fix for a failure or an issue; a detail that has words becomes a second sentence. */
export function explain(lang: Lang, code: string, detail = ''): Explanation {
  const key = `code.${code}`;
  const fixKey = `fix.${code}`;
  const formatKey = `format.${detail}`;
  const fix = isKey(fixKey) ? t(lang, fixKey) : '';
  if (code === 'unsupported-format' && isKey(formatKey)) {
    return { sentence: t(lang, 'error.format', { format: t(lang, formatKey) }), fix };
  }
  const sentences = [isKey(key) ? t(lang, key) : code, detailSentence(lang, code, detail)].filter(Boolean);
  return { sentence: sentences.join(lang === 'zh' ? '' : ' '), fix };
}

/** What the detail of a code says; empty when it has no words. The same detail means another thing with another code. */
function detailSentence(lang: Lang, code: string, detail: string): string {
  const key = `detail.${detail}`;
  const isOurs = detailedCodes.includes(code) || (code === 'recipe-invalid' && detail === 'syntax');
  if (isOurs) return isKey(key) ? t(lang, key) : '';
  if ((code === 'recipe-invalid' || code === 'query-invalid') && detail !== '')
    return t(lang, 'error.member', { member: detail });
  const isAboutRole = code === 'recipe-mismatch' || code === 'mapping-conflict';
  return isAboutRole && isKey(`role.${detail}`) ? t(lang, 'error.role', { role: roleName(lang, detail) }) : '';
}

/** Whether the detail needs no showing: `explain` says it in words, or it only names a format. */
export function isExplained(code: string, detail: string): boolean {
  return isKey(`format.${detail}`) || isKey(`kind.${detail}`) || detailSentence('en', code, detail) !== '';
}

/** One piece of evidence, `code` or `code:detail`, as a sentence. */
export function evidenceSentence(lang: Lang, evidence: string): string {
  const [code = '', ...rest] = evidence.split(':');
  const detail = rest.join(':');
  switch (code) {
    case 'chosen':
      return t(lang, 'evidence.chosen');
    case 'preset':
      return t(lang, 'evidence.preset', { preset: presetName(detail) });
    case 'name':
      return t(lang, 'evidence.name', { word: detail });
    case 'values':
    case 'dates':
    case 'emails':
    case 'distinct':
    case 'groups': {
      const [part = NaN, whole = NaN] = detail.split('/').map(Number);
      return t(lang, `evidence.${code}`, { part, whole });
    }
    case 'range':
    case 'positions': {
      const [, low = '', high = ''] = /^(-?[\d.]+)-(-?[\d.]+)$/.exec(detail) ?? [];
      return t(lang, `evidence.${code}`, { low, high });
    }
    case 'long-text':
      return t(lang, 'evidence.long-text', { length: Math.round(Number(detail)) });
    default:
      return evidence;
  }
}

/** The figures in one breath, for a screen reader or a line in a log, with what they are about. */
export function spokenResult(lang: Lang, { nps, interval, responses }: NpsSummary, policy: Policy): string {
  const figures = t(lang, 'result.spoken', {
    nps: formatNps(lang, nps),
    level: formatLevel(lang, interval.level),
    low: formatPoints(lang, interval.low),
    high: formatPoints(lang, interval.high),
    responses: plural(lang, 'score.responses', responses),
  });
  const counted = t(lang, 'policy.figure', { policy: policyParts(lang, policy).join(t(lang, 'issues.joint')) });
  return lang === 'zh' ? `${figures}${counted}。` : `${figures} ${counted}.`;
}

const delimiters: Readonly<Record<string, MessageKey>> = {
  ',': 'known.comma',
  ';': 'known.semicolon',
  '\t': 'known.tab',
  '|': 'known.bar',
};

/** A separator in a word; others as they are. */
export function delimiterName(lang: Lang, delimiter: string): string {
  const word = delimiters[delimiter];
  return word ? t(lang, word) : delimiter;
}

/** What a column is used for, in a word. */
export function roleName(lang: Lang, role: string): string {
  const key = `role.${role}`;
  return isKey(key) ? t(lang, key) : role;
}

/** What of a reject file a person will not see. */
export function cutSentences(lang: Lang, { records, cells }: Cut): string[] {
  return [
    ...(records > 0 ? [plural(lang, 'rejects.cut-records', records)] : []),
    ...(cells > 0 ? [plural(lang, 'rejects.cut-cells', cells)] : []),
  ];
}
