// SPDX-License-Identifier: MIT
// What is said about groups that an answer hides, on the screen and in what is shared (core/measures/suppression.h).
import type { LocaleController } from '../controllers/locale-controller.js';

interface Hidden {
  readonly minimum: number;
  /** null where the number itself would say too much. */
  readonly groups: number | null;
  readonly responses: number | null;
}

export function hiddenOf(member: unknown): Hidden | undefined {
  return typeof member === 'object' && member !== null && 'minimum' in member ? (member as Hidden) : undefined;
}

/** Why groups are not there, and how many where that may be told. */
export function hiddenText(words: LocaleController, member: unknown): string {
  const hidden = hiddenOf(member);
  if (!hidden) return '';
  const { groups, responses, minimum } = hidden;
  if (groups === null || responses === null) return words.t('hidden.some', { minimum });
  return words.plural('hidden.groups', groups, { minimum, responses: words.plural('score.responses', responses) });
}
