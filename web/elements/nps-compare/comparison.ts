// SPDX-License-Identifier: MIT
// Two sets as they are drawn: a line for each figure on one axis, and what their difference says, in words first.
import { html, type TemplateResult } from 'lit';

import { axisFor, intervalLine, kIntervalHeight, type Axis } from '../../charts/intervals.js';
import type { NpsSummary } from '../../client/report.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered } from '../../controllers/query-controller.js';
import type { Change, TwoSets } from '../../files/measure-answers.js';
import { limitsText, pText, testName } from '../../i18n/explore.js';
import { formatCount, formatLevel, formatNps, formatPoints } from '../../i18n/format.js';
import { measureIn, renderUnavailable } from '../answer-state.js';
import type { Against } from './nps-compare.js';

const setNames = { others: 'compare.set-others', before: 'compare.set-before', filter: 'compare.set-other' } as const;

const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

export function setName(words: LocaleController, against: Against): string {
  return words.t(setNames[against]);
}

export function renderComparison(words: LocaleController, answered: Answered, against: Against): TemplateResult {
  const { selected, others, difference, unavailable } = (measureIn(answered, 'difference') ?? {}) as TwoSets;
  const { level } = answered.answer.interval;
  const sets = [
    { name: words.t('compare.set-filter'), figure: selected },
    { name: setName(words, against), figure: others },
  ];
  const figures = sets.flatMap(({ figure }) => (figure ? [figure] : []));
  const axis = figures.length > 0 ? axisFor(figures.map(placesOf)) : undefined;
  return html`
    ${difference && selected && others ? renderDifference(words, difference, [selected, others], against, level) : ''}
    ${renderUnavailable(words, unavailable)}
    ${
      axis
        ? html`
            <table aria-label=${words.t('explore.compare')}>
              <thead>
                <tr>
                  <th scope="col">${words.t('compare.set')}</th>
                  <th scope="col" class="number">${words.t('sensitivity.responses')}</th>
                  <th scope="col" class="number">${words.t('sensitivity.nps')}</th>
                  <th scope="col" class="interval">
                    ${words.t('sensitivity.interval', { level: formatLevel(words.lang, level) })}
                  </th>
                  <th scope="col" class="chart" aria-hidden="true">${renderEnds(words, axis)}</th>
                </tr>
              </thead>
              <tbody>
                ${sets.map(({ name, figure }) => renderSet(words, name, figure, axis))}
              </tbody>
            </table>
          `
        : ''
    }
  `;
}

function renderEnds({ lang }: LocaleController, { low, high }: Axis): TemplateResult {
  return html`<span class="ends"><span>${formatCount(lang, low)}</span><span>${formatCount(lang, high)}</span></span>`;
}

function renderSet(words: LocaleController, name: string, figure: NpsSummary | null | undefined, axis: Axis): TemplateResult {
  const { lang } = words;
  if (!figure) {
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="wide soft" colspan="4">${words.t('unavailable.no-responses')}</td>
    </tr>`;
  }
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td class="number" data-label=${words.t('sensitivity.responses')}>${formatCount(lang, figure.responses)}</td>
      <td class="number figure">${formatNps(lang, figure.nps)}</td>
      <td class="interval">${limitsText(lang, figure.interval)}</td>
      <td class="chart" aria-hidden="true">
        <svg height=${kIntervalHeight}>${intervalLine(placesOf(figure), axis)}</svg>
      </td>
    </tr>
  `;
}

function renderDifference(
  words: LocaleController,
  { points, interval, p, test }: Change,
  [first, second]: readonly [NpsSummary, NpsSummary],
  against: Against,
  level: number,
): TemplateResult {
  const { lang } = words;
  const isEqual = formatPoints(lang, points) === formatPoints(lang, 0);
  const key = isEqual ? 'compare.equal' : points > 0 ? 'compare.higher' : 'compare.lower';
  const other = setName(words, against);
  const evidence = {
    level: formatLevel(lang, level),
    low: formatPoints(lang, interval.low),
    high: formatPoints(lang, interval.high),
    p: pText(lang, p),
    test: testName(lang, test),
    first: words.plural('score.responses', first.responses),
    second: formatCount(lang, second.responses),
  };
  return html`
    <p class="says">${words.t(key, { points: formatPoints(lang, Math.abs(points)), other })}</p>
    <p>${words.t(p <= 1 - level ? 'compare.decided' : 'compare.not-decided')}</p>
    <p class="soft small evidence">${words.t('compare.evidence', evidence)}</p>
  `;
}
