// SPDX-License-Identifier: MIT
// Why the figure moved between two sets: by mix, because groups became larger or smaller, or by rate, because they answer differently; and
// whether the groups of the first set have one NPS in common.
import { html, nothing, type TemplateResult } from 'lit';

import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered } from '../../controllers/query-controller.js';
import type { Attribute } from '../../files/attributes.js';
import type { DecomposedCell, Decomposition, Homogeneity } from '../../files/measure-answers.js';
import { attributeName, limitsText, pText, valueText } from '../../i18n/explore.js';
import { formatCount, formatNps, formatPoints, formatShare } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/index.js';
import { measureIn, renderUnavailable } from '../answer-state.js';
import { hiddenText } from '../hidden-groups.js';
import { setName } from './comparison.js';
import type { Against } from './nps-compare.js';

/** Cells that move the figure most come first; more of them show when asked. */
const kFirstCells = 12;

export function renderDecomposition(
  words: LocaleController,
  answered: Answered,
  by: Attribute,
  against: Against,
): TemplateResult | typeof nothing {
  const answer = measureIn(answered, 'decomposition');
  const decomposition = answer as Decomposition | undefined;
  if (!decomposition) return nothing;
  const { lang } = words;
  const name = `\u2068${attributeName(lang, by)}\u2069`;
  return html`
    <h4 id="mix">${words.t('compare.mix-title', { name })}</h4>
    ${renderUnavailable(words, decomposition.unavailable)}
    ${decomposition.change ? renderSentence(words, decomposition, against) : nothing}
    ${decomposition.cells ? renderCells(words, decomposition.cells, by, against) : nothing}
    ${answer?.hidden ? html`<p class="soft small">${hiddenText(words, answer.hidden)}</p>` : nothing}
    ${renderHomogeneity(words, answered)}
  `;
}

function renderSentence(
  words: LocaleController,
  { change, mix = 0, rate = 0 }: Decomposition,
  against: Against,
): TemplateResult {
  const { lang } = words;
  const points = change?.points ?? 0;
  if (against !== 'before')
    return renderParts(words, 'compare.mix-differs', formatNps(lang, points), formatNps(lang, mix), formatNps(lang, rate));
  const isSame = formatPoints(lang, points) === formatPoints(lang, 0);
  const key = isSame ? 'compare.mix-same' : points > 0 ? 'compare.mix-rose' : 'compare.mix-fell';
  // Parts of a fall are told as falls: "fell 4: 3 by mix, 1 by rate".
  const part = (value: number): string => formatPoints(lang, points < 0 && !isSame ? -value || 0 : value);
  return renderParts(words, key, formatPoints(lang, Math.abs(points)), part(mix), part(rate));
}

function renderParts(words: LocaleController, key: MessageKey, points: string, mix: string, rate: string): TemplateResult {
  return html`
    <p>${words.t(key, { points, mix, rate })}</p>
    <p class="soft small">${words.t('compare.mix-help')}</p>
  `;
}

function renderHomogeneity(words: LocaleController, answered: Answered): TemplateResult | typeof nothing {
  const { p } = (measureIn(answered, 'homogeneity') ?? {}) as Partial<Homogeneity>;
  if (p === undefined) return nothing;
  const { level } = answered.answer.interval;
  return html`
    <p class="small soft">
      ${words.t('compare.set-filter')}:
      ${words.t(p <= 1 - level ? 'segments.differ' : 'segments.alike', { p: pText(words.lang, p) })}
    </p>
  `;
}

function renderCells(
  words: LocaleController,
  cells: readonly DecomposedCell[],
  by: Attribute,
  against: Against,
): TemplateResult {
  const moved = ({ mix, rate }: DecomposedCell): number => Math.abs(mix) + Math.abs(rate);
  const ordered = [...cells].sort((one, other) => moved(other) - moved(one));
  const rest = ordered.slice(kFirstCells);
  return html`
    <div class="scroll" tabindex="0" role="group" aria-labelledby="mix">
      <table class="parts" aria-labelledby="mix">
        <thead>
          <tr>
            <th scope="col">${words.t('groups.group')}</th>
            <th scope="col">${setName(words, against)}</th>
            <th scope="col">${words.t('compare.set-filter')}</th>
            <th scope="col" class="number">${words.t('compare.mix')}</th>
            <th scope="col" class="number">${words.t('compare.rate')}</th>
          </tr>
        </thead>
        <tbody>
          ${ordered.slice(0, kFirstCells).map((cell) => renderCell(words, cell, by, against))}
        </tbody>
        ${rest.length > 0 ? renderRest(words, rest) : nothing}
      </table>
    </div>
  `;
}

function renderCell(
  words: LocaleController,
  { values, before, after, mix, rate }: DecomposedCell,
  by: Attribute,
  against: Against,
): TemplateResult {
  const { lang } = words;
  return html`
    <tr>
      <th scope="row"><bdi>${valueText(lang, values[0] ?? null, by)}</bdi></th>
      <td class="wide" data-label=${setName(words, against)}>${renderSide(words, before)}</td>
      <td class="wide" data-label=${words.t('compare.set-filter')}>${renderSide(words, after)}</td>
      <td class="number" data-label=${words.t('compare.mix')}>${formatNps(lang, mix)}</td>
      <td class="number" data-label=${words.t('compare.rate')}>${formatNps(lang, rate)}</td>
    </tr>
  `;
}

function renderSide(words: LocaleController, side: DecomposedCell['before']): TemplateResult {
  const { lang } = words;
  if (!side) return html`<span class="soft">${words.t('heat.empty')}</span>`;
  return html`
    <span class="side">
      <span>${formatShare(lang, side.share)}</span>
      <strong>${formatNps(lang, side.nps)}</strong>
      <span class="soft small"
        >${limitsText(lang, side.interval)}, ${words.t('heat.responses', { count: side.responses })}</span
      >
    </span>
  `;
}

/** What is not named adds up to one line, so that the parts still make the whole. */
function renderRest(words: LocaleController, rest: readonly DecomposedCell[]): TemplateResult {
  const { lang } = words;
  const sum = (of: (cell: DecomposedCell) => number): string =>
    formatNps(
      lang,
      rest.reduce((total, cell) => total + of(cell), 0),
    );
  return html`
    <tfoot>
      <tr>
        <th scope="row">${words.plural('filter.others-together', rest.length)}</th>
        <td class="wide">${formatCount(lang, responsesOf(rest, 'before'))}</td>
        <td class="wide">${formatCount(lang, responsesOf(rest, 'after'))}</td>
        <td class="number" data-label=${words.t('compare.mix')}>${sum(({ mix }) => mix)}</td>
        <td class="number" data-label=${words.t('compare.rate')}>${sum(({ rate }) => rate)}</td>
      </tr>
    </tfoot>
  `;
}

function responsesOf(cells: readonly DecomposedCell[], side: 'before' | 'after'): number {
  return cells.reduce((total, cell) => total + (cell[side]?.responses ?? 0), 0);
}
