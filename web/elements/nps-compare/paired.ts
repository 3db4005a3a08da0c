// SPDX-License-Identifier: MIT
// How the same respondents moved between two sets: the change with its interval, and who went from which group to which.
import { html, nothing, type TemplateResult } from 'lit';

import { groups } from '../../charts/groups.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered } from '../../controllers/query-controller.js';
import type { Paired } from '../../files/measure-answers.js';
import { pText, testName } from '../../i18n/explore.js';
import { formatCount, formatLevel, formatNps, formatPoints } from '../../i18n/format.js';
import { measureIn, renderUnavailable } from '../answer-state.js';

/** Nothing where no column tells respondents apart. */
export function renderPaired(words: LocaleController, answered: Answered): TemplateResult | typeof nothing {
  const paired = measureIn(answered, 'paired') as Paired | undefined;
  if (!paired) return nothing;
  const { change, respondents, movedUp = 0, movedDown = 0, withoutRespondent = 0, table, unavailable } = paired;
  const { lang } = words;
  return html`
    <h4>${words.t('compare.paired')}</h4>
    ${renderUnavailable(words, unavailable)}
    ${
      change
        ? html`
            <p>${words.plural('compare.paired-sentence', respondents, { points: formatNps(lang, change.points) })}</p>
            <p class="soft small">
              ${words.t('compare.paired-evidence', {
                level: formatLevel(lang, answered.answer.interval.level),
                low: formatPoints(lang, change.interval.low),
                high: formatPoints(lang, change.interval.high),
                p: pText(lang, change.p),
                test: testName(lang, change.test),
                up: movedUp,
                down: movedDown,
              })}
              ${withoutRespondent > 0 ? words.plural('compare.paired-without', withoutRespondent) : nothing}
            </p>
          `
        : nothing
    }
    ${table ? renderMoves(words, table) : nothing}
  `;
}

function renderMoves(words: LocaleController, table: NonNullable<Paired['table']>): TemplateResult {
  return html`
    <details>
      <summary>${words.t('compare.moves')}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${words.t('compare.moves')}>
        <table class="moves" aria-label=${words.t('compare.moves')}>
          <thead>
            <tr>
              <td></td>
              ${groups.map(({ name }) => html`<th scope="col" class="number">${words.t(`group.${name}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${groups.map(
              ({ name }, before) => html`
                <tr>
                  <th scope="row">${words.t(`group.${name}`)}</th>
                  ${groups.map((_, after) => html`<td class="number">${formatCount(words.lang, table[before]?.[after] ?? 0)}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
