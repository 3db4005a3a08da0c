// SPDX-License-Identifier: MIT
// Two lists of terms, what each side writes more than the other; the comments behind a term open under it.
import { html, nothing, svg, type TemplateResult } from 'lit';

import { percent } from '../../charts/scale.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Term, Terms } from '../../files/comment-answers.js';
import { formatCount } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { renderUnavailable } from '../answer-state.js';

export function renderTerms(words: LocaleController, answer: Terms): TemplateResult {
  if (answer.unavailable) return html`${renderUnavailable(words, answer.unavailable)}`;
  const { of, first = [], second = [] } = answer;
  const strongest = Math.max(1, ...[...first, ...second].map(({ z }) => Math.abs(z)));
  return html`
    <p class="soft small">${words.t('comments.terms-help')}</p>
    <div class="sides">
      ${renderSide(words, of?.first ?? '', first, strongest)} ${renderSide(words, of?.second ?? '', second, strongest)}
    </div>
  `;
}

function sideName(words: LocaleController, side: string): string {
  const key = side === 'promoters' || side === 'detractors' ? `group.${side}` : `comments.${side}`;
  return isKey(key) ? words.t(key) : side;
}

function renderSide(words: LocaleController, side: string, terms: readonly Term[], strongest: number): TemplateResult {
  return html`
    <div class=${side}>
      <h4>${words.t('comments.more', { group: sideName(words, side) })}</h4>
      ${
        terms.length === 0
          ? html`<p class="soft">${words.t('comments.no-terms')}</p>`
          : html`<ol class="terms">
              ${terms.map((term) => renderTerm(words, term, strongest))}
            </ol>`
      }
    </div>
  `;
}

function renderTerm(
  words: LocaleController,
  { text, first, second, z, evidence = [] }: Term,
  strongest: number,
): TemplateResult {
  const count = formatCount(words.lang, first + second);
  const width = percent((Math.abs(z) / strongest) * 100);
  return html`
    <li>
      <details>
        <summary>
          <bdi>${text}</bdi>
          <svg aria-hidden="true">
            ${svg`<rect class="bar-ground" width="100%" height="100%" rx="3"></rect><rect class="bar" width=${width} height="100%" rx="3"></rect>`}
          </svg>
          <span class="soft small">${words.plural('comments.found', first + second, { count })}</span>
        </summary>
        ${
          evidence.length > 0
            ? html`<div role="group" aria-label=${words.t('comments.examples', { term: text })}>
                ${evidence.map((example) => html`<blockquote><bdi>${example.text}</bdi></blockquote>`)}
              </div>`
            : nothing
        }
      </details>
    </li>
  `;
}
