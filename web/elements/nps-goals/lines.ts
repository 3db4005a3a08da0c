// SPDX-License-Identifier: MIT
// Targets as a table: a line for all responses and for each value, with its figure and interval on one axis, the target as a mark on it,
// and what the responses say about it.
import { html, nothing, svg, type TemplateResult } from 'lit';

import { axisFor, intervalLine, kIntervalHeight, type Axis } from '../../charts/intervals.js';
import { along, percent } from '../../charts/scale.js';
import type { CellValue } from '../../client/query.js';
import type { NpsSummary } from '../../client/report.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Goal } from '../../files/measure-answers.js';
import { limitsText } from '../../i18n/explore.js';
import { formatCount, formatLevel, formatNps } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { renderVerdict } from '../verdict.js';

/** All responses, or those of one value. */
export interface Line {
  readonly name: string;
  /** Not there for all responses, which have their target elsewhere. */
  readonly value?: CellValue;
  readonly figure: NpsSummary;
  readonly goal?: Goal | undefined;
}

interface Lines {
  readonly lines: readonly Line[];
  readonly level: number;
  /** The field for the target of a value. */
  readonly field: (name: string, value: string | null) => TemplateResult;
}

const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

export function renderLines(words: LocaleController, { lines, level, field }: Lines): TemplateResult {
  const { lang } = words;
  const targets = lines.flatMap(({ goal }) => (goal ? [{ nps: goal.target, low: goal.target, high: goal.target }] : []));
  const axis = axisFor([...lines.map(({ figure }) => placesOf(figure)), ...targets]);
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${words.t('explore.goals')}>
      <table aria-label=${words.t('explore.goals')}>
        <thead>
          <tr>
            <th scope="col">${words.t('groups.group')}</th>
            <th scope="col">${words.t('goals.target')}</th>
            <th scope="col" class="number">${words.t('sensitivity.responses')}</th>
            <th scope="col" class="number">${words.t('sensitivity.nps')}</th>
            <th scope="col" class="interval">${words.t('sensitivity.interval', { level: formatLevel(lang, level) })}</th>
            <th scope="col" class="chart" aria-hidden="true">
              <span class="ends"><span>${formatCount(lang, axis.low)}</span><span>${formatCount(lang, axis.high)}</span></span>
            </th>
            <th scope="col">${words.t('goals.status')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => renderLine(words, line, axis, field))}
        </tbody>
      </table>
    </div>
  `;
}

function renderLine(
  words: LocaleController,
  { name, value, figure, goal }: Line,
  axis: Axis,
  field: Lines['field'],
): TemplateResult {
  const { lang } = words;
  const x = goal && percent(along(goal.target, axis.low, axis.high));
  const isValue = value === null || typeof value === 'string';
  return html`
    <tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="wide" data-label=${words.t('goals.target')}>
        ${isValue ? field(name, value) : goal ? formatNps(lang, goal.target) : nothing}
      </td>
      <td class="number" data-label=${words.t('sensitivity.responses')}>${formatCount(lang, figure.responses)}</td>
      <td class="number figure">${formatNps(lang, figure.nps)}</td>
      <td class="interval">${limitsText(lang, figure.interval)}</td>
      <td class="chart" aria-hidden="true">
        <svg height=${kIntervalHeight}>
          ${intervalLine(placesOf(figure), axis)}
          ${x ? svg`<line class="target" x1=${x} x2=${x} y1="2" y2=${kIntervalHeight - 2}></line>` : nothing}
        </svg>
      </td>
      <td class="verdict wide">
        ${goal ? renderStatus(words, goal) : html`<span class="soft small">${words.t('goals.none')}</span>`}
      </td>
    </tr>
  `;
}

function renderStatus(words: LocaleController, { status, gap }: Goal): TemplateResult {
  const key = `goals.status.${status}`;
  return html`
    ${renderVerdict(status, isKey(key) ? words.t(key) : status)}
    <span class="soft small">${words.t('goals.gap', { points: formatNps(words.lang, gap) })}</span>
  `;
}
