// SPDX-License-Identifier: MIT
// <nps-heat-map>: the NPS by two attributes at once, as a table that colours show at a glance: each cell with its figure, interval and
// responses. Cells without responses are empty, never 0; those with few are hatched. Draws an answer.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { heatClass, heatScale, heatStep, heatSteps, kFewResponses, type HeatScale } from '../../charts/heat-map.js';
import type { CellValue, QueryCell } from '../../client/query.js';
import type { NpsSummary } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Attribute } from '../../files/attributes.js';
import { attributeName, figureText, limitsText, valueText } from '../../i18n/explore.js';
import { formatNps } from '../../i18n/format.js';
import { styles } from './nps-heat-map.styles.js';

const kMostRows = 25;
const kMostColumns = 24;

type Figure = QueryCell & NpsSummary;

/** A value of one of the two attributes. */
interface Line {
  readonly key: string;
  readonly value: CellValue;
  readonly responses: number;
}

/**
 * A table of two attributes.
 *
 * @cssprop --nps-promoter - Colour of what is above the NPS of all.
 * @cssprop --nps-detractor - Colour of what is below.
 */
export class NpsHeatMap extends LitElement {
  static override styles = styles;

  /** The cells of the measure `nps` with two groupings. */
  @property({ attribute: false }) cells: readonly QueryCell[] = [];

  /** Down the side. */
  @property({ attribute: false }) first: Attribute | undefined;

  /** Along the top. */
  @property({ attribute: false }) second: Attribute | undefined;

  /** The NPS of all of these responses: the middle of the colours. */
  @property({ type: Number }) middle = 0;

  /** All rows show. */
  @state() private whole = false;

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('first') || changed.has('second')) this.whole = false;
  }

  override render(): TemplateResult {
    const { first, second } = this;
    const figures = this.cells.filter((cell): cell is Figure => cell.interval !== undefined);
    if (!first || !second || figures.length === 0) return html``;
    const rows = linesOf(figures, 0, first, this.words.lang);
    const columns = linesOf(figures, 1, second, this.words.lang);
    const shownRows = this.whole || rows.length <= kMostRows + 1 ? rows : rows.slice(0, kMostRows);
    const shownColumns = columns.length <= kMostColumns + 1 ? columns : columns.slice(0, kMostColumns);
    const byPlace = new Map(figures.map((cell) => [placeOf(cell.values), cell]));
    const scale = heatScale(figures, this.middle);
    const title = this.words.t('heat.title', {
      first: `\u2068${attributeName(this.words.lang, first)}\u2069`,
      second: `\u2068${attributeName(this.words.lang, second)}\u2069`,
    });
    return html`
      <h4 id="title">${title}</h4>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <table aria-labelledby="title">
          <thead>
            <tr>
              <td></td>
              ${shownColumns.map(({ value }) => html`<th scope="col"><bdi>${valueText(this.words.lang, value, second)}</bdi></th>`)}
            </tr>
          </thead>
          <tbody>
            ${shownRows.map(
              (row) => html`
                <tr>
                  <th scope="row"><bdi>${valueText(this.words.lang, row.value, first)}</bdi></th>
                  ${shownColumns.map((column) => this.renderCell(byPlace.get(`${row.key}\n${column.key}`), scale))}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${this.renderLegend(scale)} ${this.renderRest(rows.length - shownRows.length, columns.length - shownColumns.length)}
    `;
  }

  private renderCell(figure: Figure | undefined, scale: HeatScale): TemplateResult {
    const { lang } = this.words;
    if (!figure) return html`<td class="empty"><span class="unseen">${this.words.t('heat.empty')}</span></td>`;
    const few = figure.responses < kFewResponses;
    return html`
      <td class="${heatClass(heatStep(figure, scale))} ${few ? 'few' : ''}" title=${figureText(lang, figure)}>
        <span class="nps">${formatNps(lang, figure.nps)}</span>
        <span class="small">${limitsText(lang, figure.interval)}</span>
        <span class="small">${this.words.t('heat.responses', { count: figure.responses })}</span>
        ${few ? html`<span class="unseen">${this.words.t('score.few')}</span>` : nothing}
      </td>
    `;
  }

  private renderLegend(scale: HeatScale): TemplateResult {
    const { lang } = this.words;
    const { middle, reach } = scale;
    const points = {
      low: formatNps(lang, Math.max(-100, middle - reach)),
      middle: formatNps(lang, middle),
      high: formatNps(lang, Math.min(100, middle + reach)),
    };
    return html`
      <p class="legend soft small">
        <span>
          <span class="ramp" aria-hidden="true">
            ${heatSteps.map((step) => html`<span class="swatch ${heatClass(step)}"></span>`)}
          </span>
          ${this.words.t('heat.scale', points)}
        </span>
        <span>
          <span class="swatch middle few" aria-hidden="true"></span>
          ${this.words.t('heat.few', { count: kFewResponses })}
        </span>
      </p>
    `;
  }

  private renderRest(rows: number, columns: number): TemplateResult {
    const showAll = (): void => {
      this.whole = true;
    };
    return html`
      ${columns > 0 ? html`<p class="soft small">${this.words.plural('heat.columns', columns)}</p>` : nothing}
      ${rows > 0 ? html`<button class="more" @click=${showAll}>${this.words.plural('heat.rows', rows)}</button>` : nothing}
    `;
  }
}

function keyOf(value: CellValue | undefined): string {
  return JSON.stringify(value ?? null);
}

function placeOf(values: readonly CellValue[]): string {
  return `${keyOf(values[0])}\n${keyOf(values[1])}`;
}

/** The values of one of the two attributes: times and waves in their own order, others by their responses; none comes last. */
function linesOf(figures: readonly Figure[], at: 0 | 1, { id, role }: Attribute, lang: string): Line[] {
  const lines = new Map<string, Line>();
  for (const { values, responses } of figures) {
    const value = values[at] ?? null;
    const key = keyOf(value);
    lines.set(key, { key, value, responses: responses + (lines.get(key)?.responses ?? 0) });
  }
  const names = new Intl.Collator(lang, { numeric: true });
  const inTime = id === 'month' || role === 'wave';
  const text = ({ value }: Line): string => (typeof value === 'string' ? value : '');
  const last = ({ value }: Line): number => (value === null ? 2 : typeof value === 'string' ? 0 : 1);
  return [...lines.values()].sort(
    (one, other) =>
      last(one) - last(other) || (inTime ? 0 : other.responses - one.responses) || names.compare(text(one), text(other)),
  );
}
