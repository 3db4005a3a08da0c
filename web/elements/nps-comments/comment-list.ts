// SPDX-License-Identifier: MIT
// Comments as quotes, with what was searched for marked, and who says so: day, score, group.
import { html, type TemplateResult } from 'lit';

import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Comment } from '../../files/comment-answers.js';
import { formatDay } from '../../i18n/format.js';

export function renderComments(words: LocaleController, comments: readonly Comment[]): TemplateResult {
  return html`${comments.map((comment) => renderComment(words, comment))}`;
}

function renderComment(words: LocaleController, { text, highlights, day, score, group }: Comment): TemplateResult {
  const said = [
    ...(day === null ? [] : [formatDay(words.lang, day)]),
    ...(score === null ? [] : [words.t('comments.score', { score })]),
    words.t(`group.${group}s`),
  ];
  return html`
    <blockquote class=${group}>
      <bdi>${marked(text, highlights)}</bdi>
      <footer>${said.join(' · ')}</footer>
    </blockquote>
  `;
}

/** Text with marks, in pieces: cell text is never markup. */
function marked(text: string, highlights: Comment['highlights']): (TemplateResult | string)[] {
  const pieces: (TemplateResult | string)[] = [];
  let at = 0;
  for (const [from, to] of highlights) {
    pieces.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return [...pieces, text.slice(at)];
}
