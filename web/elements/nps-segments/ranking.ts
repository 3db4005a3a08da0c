// SPDX-License-Identifier: MIT
// The ranked groups of an attribute as a table: each with its figure and interval on one axis, its difference to the rest, and what that
// says. The NPS of all runs through as a line.
import { html, nothing, type TemplateResult } from 'lit';

import { axisFor, intervalLine, kIntervalHeight, markLine, type Axis } from '../../charts/intervals.js';
import type { NpsSummary } from '../../client/report.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Attribute } from '../../files/attributes.js';
import type { Segment } from '../../files/measure-answers.js';
import { limitsText, pText, unavailableText, valueText } from '../../i18n/explore.js';
import { formatCount, formatLevel, formatNps } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { renderVerdict } from '../verdict.js';

interface Ranking {
  readonly segments: readonly Segment[];
  /** The figure of all of these responses. */
  readonly all: NpsSummary | undefined;
  readonly attribute: Attribute;
  readonly level: number;
}

const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

/** Labelled by the element `ranking`, which stands before it. */
export function renderRanking(words: LocaleController, { segments, all, attribute, level }: Ranking): TemplateResult {
  const axis = axisFor([...segments, ...(all ? [all] : [])].map(placesOf));
  const { lang } = words;
  return html`
    <div class="scroll" tabindex="0" role="group" aria-labelledby="ranking">
      <table aria-labelledby="ranking">
        <thead>
          <tr>
            <th scope="col">${words.t('groups.group')}</th>
            <th scope="col" class="number">${words.t('sensitivity.responses')}</th>
            <th scope="col" class="number">${words.t('sensitivity.nps')}</th>
            <th scope="col" class="interval">${words.t('sensitivity.interval', { level: formatLevel(lang, level) })}</th>
            <th scope="col" class="chart" aria-hidden="true">
              <span class="ends"><span>${formatCount(lang, axis.low)}</span><span>${formatCount(lang, axis.high)}</span></span>
            </th>
            <th scope="col" class="interval">${words.t('segments.rest')}</th>
            <th scope="col">${words.t('segments.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          ${segments.map((one) => renderSegment(words, one, attribute, axis, all))}
        </tbody>
        ${
          all
            ? html`<tfoot>
                <tr>
                  <th scope="row">${words.t('groups.all')}</th>
                  ${renderFigure(words, all, axis, all)}
                  <td></td>
                  <td></td>
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    </div>
  `;
}

function renderSegment(
  words: LocaleController,
  segment: Segment,
  attribute: Attribute,
  axis: Axis,
  all: NpsSummary | undefined,
): TemplateResult {
  const value = segment.values[0] ?? null;
  return html`
    <tr>
      <th scope="row" class=${typeof value === 'string' ? '' : 'soft'}>
        <bdi>${valueText(words.lang, value, attribute)}</bdi>
        ${segment.small ? html`<span class="badge warning">${words.t('score.few')}</span>` : nothing}
      </th>
      ${renderFigure(words, segment, axis, all)} ${renderDifference(words, segment)}
    </tr>
  `;
}

function renderFigure(
  words: LocaleController,
  figure: NpsSummary & { readonly small?: boolean },
  axis: Axis,
  all: NpsSummary | undefined,
): TemplateResult {
  const { lang } = words;
  return html`
    <td class="number" data-label=${words.t('sensitivity.responses')}>${formatCount(lang, figure.responses)}</td>
    <td class="number figure">${formatNps(lang, figure.nps)}</td>
    <td class="interval">${limitsText(lang, figure.interval)}</td>
    <td class="chart" aria-hidden="true">
      <svg height=${kIntervalHeight} class=${figure.small ? 'few' : ''}>
        ${all ? markLine(all.nps, axis) : nothing}${intervalLine(placesOf(figure), axis)}
      </svg>
    </td>
  `;
}

function renderDifference(words: LocaleController, { difference, rank = '', unavailable }: Segment): TemplateResult {
  const { lang } = words;
  if (!difference) {
    return html`<td class="wide soft small" colspan="2">${unavailable ? unavailableText(lang, unavailable) : nothing}</td>`;
  }
  const key = `segments.rank.${rank}`;
  return html`
    <td class="interval wide" data-label=${words.t('segments.rest')}>
      ${formatNps(lang, difference.points)} <span class="soft">(${limitsText(lang, difference.interval)})</span>
    </td>
    <td class="verdict wide">
      ${renderVerdict(rank, isKey(key) ? words.t(key) : rank)}
      <span class="soft small">${words.t('stat.p-adjusted', { p: pText(lang, difference.adjustedP) })}</span>
    </td>
  `;
}
