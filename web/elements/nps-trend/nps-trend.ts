// SPDX-License-Identifier: MIT
// <nps-trend>: how the NPS went: by day, week, month, quarter or year, with its interval, what can be said about its course, and events
// that a person marks on it. Draws answers; sends `nps-query` for them.
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { axisFor } from '../../charts/intervals.js';
import { kTimeHeight, timeScale, timeSeries, type TimeSeries } from '../../charts/time-series.js';
import type { CellValue, Query, TimeUnit } from '../../client/query.js';
import type { NpsSummary, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsChoiceEvent } from '../../events/events.js';
import { attributesOf, haveRole, type Attribute } from '../../files/attributes.js';
import { chosenAttribute, nothingChosen, offeredAttributes, type Choice } from '../../files/choice.js';
import type { MarkedEvent } from '../../files/event-list.js';
import type { Trend, TrendBucket, TrendSeries } from '../../files/trend-answers.js';
import { figureText, limitsText, valueText } from '../../i18n/explore.js';
import { formatCount, formatNps } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { renderAttributeSelect } from '../attribute-choice.js';
import { styles } from './nps-trend.styles.js';
import { bucketName, bucketText, renderSentences } from './sentences.js';

const units: readonly TimeUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
const controls = ['none', 'shewhart', 'laney'] as const;
const rollings = { none: undefined, days: { days: 90 }, responses: { responses: 200 } } as const;

/** More values than this are too much to look at. */
const kMostSeries = 8;

const hasFigure = (bucket: TrendBucket): bucket is TrendBucket & NpsSummary => bucket.interval !== undefined;
const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

/**
 * The NPS over time.
 *
 * @fires {NpsQueryEvent} nps-query - What a person chose needs its figures.
 * @fires {NpsChoiceEvent} nps-choice - A person chose an attribute.
 */
export class NpsTrend extends LitElement {
  static override styles = styles;

  /** The report that the trend is of. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  @state() private unit: TimeUnit = 'month';
  @state() private split = false;
  @state() private control: (typeof controls)[number] = 'none';
  @state() private rolling: keyof typeof rollings = 'none';
  @state() private events: readonly MarkedEvent[] = [];

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => ({
    trend: this.active && this.hasDates ? this.question() : undefined,
  }));

  private question(): Query {
    const by = this.split ? this.by : undefined;
    const rolling = rollings[this.rolling];
    return {
      filter: this.choice.filter,
      groupBy: [{ time: this.unit }, ...(by ? [by.grouping] : [])],
      measures: [{ measure: 'trend', control: this.control, ...(rolling && { rolling }) }],
    };
  }

  private get hasDates(): boolean {
    return this.report !== undefined && haveRole(this.report, 'date');
  }

  /** Months split nothing here. */
  private get by(): Attribute | undefined {
    const found = this.report && chosenAttribute(this.report, this.choice);
    return found?.role === 'date' ? undefined : found;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('report');
    if (before && before.files !== this.report?.files) this.split = false;
  }

  private readonly takeEvents = (event: CustomEvent<readonly MarkedEvent[]>): void => {
    this.events = event.detail;
  };

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    if (!this.hasDates) return html`${renderUnavailable(this.words, { code: 'no-dates' })}`;
    return html`
      ${this.renderChoices(report)}
      ${renderAsked(this, this.words, 'trend', this.questions.asked('trend'), (answered) => this.renderTrend(answered))}
      <nps-trend-events
        lang=${this.words.lang}
        .choice=${this.choice}
        .answers=${this.answers}
        .active=${this.active}
        @nps-marked=${this.takeEvents}
      ></nps-trend-events>
    `;
  }

  private renderChoices(report: Report): TemplateResult {
    const offered = offeredAttributes(report, this.choice).filter(({ role }) => role !== 'date');
    return html`
      <div class="choices">
        ${this.renderSelect('unit', 'trend.unit', units, this.unit, (unit) => (this.unit = unit))}
        ${
          offered.length > 0
            ? renderAttributeSelect(this.words, {
                id: 'split',
                label: this.words.t('trend.split'),
                none: this.words.t('trend.together'),
                offered,
                chosen: this.split ? this.by : undefined,
                choose: (id) => this.splitBy(id),
              })
            : nothing
        }
        ${this.renderSelect('control', 'trend.control', controls, this.control, (kind) => (this.control = kind))}
        ${this.renderSelect('rolling', 'trend.rolling', Object.keys(rollings) as (keyof typeof rollings)[], this.rolling, (kind) => (this.rolling = kind))}
      </div>
    `;
  }

  private splitBy(id: string | undefined): void {
    this.split = id !== undefined;
    if (id !== undefined) this.dispatchEvent(new NpsChoiceEvent({ by: id }));
  }

  private renderSelect<Value extends string>(
    id: string,
    label: 'trend.unit' | 'trend.control' | 'trend.rolling',
    values: readonly Value[],
    chosen: Value,
    choose: (value: Value) => void,
  ): TemplateResult {
    return html`
      <div class="field">
        <label for=${id}>${this.words.t(label)}</label>
        <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
          ${values.map(
            (value) => html`<option value=${value} ?selected=${value === chosen}>${this.wordOf(`${label}.${value}`)}</option>`,
          )}
        </select>
      </div>
    `;
  }

  private wordOf(key: string): string {
    return isKey(key) ? this.words.t(key) : key;
  }

  private renderTrend(answered: Answered): TemplateResult | typeof nothing {
    const trend = measureIn(answered, 'trend') as Trend | undefined;
    if (!trend) return nothing;
    if (trend.unavailable) return html`${renderUnavailable(this.words, trend.unavailable)}`;
    const all = trend.series ?? [];
    const shown = all.slice(0, kMostSeries);
    const rest = all.length - shown.length;
    const grouping = JSON.stringify(answered.query.groupBy?.[1]);
    const by = this.report && attributesOf(this.report).find((one) => JSON.stringify(one.grouping) === grouping);
    return html`
      ${shown.map((series) => this.renderSeries(series, trend.unit, by))}
      ${rest > 0 ? html`<p class="soft">${this.words.plural('trend.more', rest)}</p>` : nothing}
    `;
  }

  private renderSeries(series: TrendSeries, unit: string, by: Attribute | undefined): TemplateResult {
    const { lang } = this.words;
    const figures = series.buckets.filter(hasFigure);
    const name = series.values && by ? valueText(lang, series.values.at(-1) as CellValue, by) : undefined;
    if (figures.length === 0) return html`${renderUnavailable(this.words, { code: 'no-responses' })}`;
    const drawing = this.drawingOf(series, figures);
    const [first, last] = [series.buckets[0], series.buckets.at(-1)].map((one) => bucketText(lang, one?.label ?? ''));
    return html`
      <figure>
        ${name === undefined ? nothing : html`<figcaption><bdi>${name}</bdi></figcaption>`}
        <div class="drawing" role="img" aria-label=${this.words.t('trend.chart', { first: first ?? '', last: last ?? '' })}>
          <svg height=${kTimeHeight}>${timeScale(drawing.axis, (value) => formatCount(lang, value))}</svg>
          <svg height=${kTimeHeight}>${timeSeries(drawing)}</svg>
        </div>
        ${this.renderLegend(drawing)} ${renderSentences(this.words, series, unit)} ${this.renderTable(series)}
      </figure>
    `;
  }

  private drawingOf(series: TrendSeries, figures: readonly NpsSummary[]): TimeSeries {
    const { lang } = this.words;
    const { buckets, control } = series;
    const limits = control?.unavailable ? undefined : control;
    const marks = new Set(limits?.out);
    const points = buckets.map((bucket) => ({
      label: bucketText(lang, bucket.label, 'short'),
      marked: marks.has(bucket.label),
      partial: bucket.partial === true,
      title: hasFigure(bucket)
        ? this.words.t('trend.point', { label: bucketName(this.words, bucket), figure: figureText(lang, bucket) })
        : '',
      ...(hasFigure(bucket) && { figure: placesOf(bucket) }),
    }));
    const changes = series.changePoints?.unavailable ? [] : (series.changePoints?.changes ?? []);
    const rolling = series.rolling?.unavailable ? [] : (series.rolling?.points ?? []);
    return {
      points,
      axis: axisFor(figures.map(placesOf)),
      changes: changes.map(({ between: [label] }) => buckets.findIndex((one) => one.label === label)),
      events: this.events.flatMap(({ day, name }) => {
        const at = placeIn(buckets, day);
        return at === undefined ? [] : [{ at, name }];
      }),
      rolling: rolling.flatMap(({ to, nps }) => {
        const at = placeIn(buckets, to);
        return at === undefined ? [] : [{ at, nps }];
      }),
      ...(limits &&
        limits.points.length === buckets.length && { limits: limits.points.map((one) => ({ ...one, centre: limits.centre })) }),
    };
  }

  private renderLegend({ limits, changes = [], events = [], rolling = [] }: TimeSeries): TemplateResult {
    const stroke = (kind: string): TemplateResult => svg`<line class=${kind} x1="0" x2="20" y1="6" y2="6"></line>`;
    const path = (kind: string): TemplateResult => svg`<path class=${kind} d="M0 6H20"></path>`;
    const entries = [
      ['band', svg`<rect class="swatch" width="20" height="12" rx="2"></rect>`, true],
      ['limit', path('limit'), limits !== undefined],
      ['rolling', path('rolling'), rolling.length > 0],
      ['change', stroke('change'), changes.length > 0],
      ['event', stroke('event'), events.length > 0],
    ] as const;
    return html`
      <ul class="legend small soft">
        ${entries
          .filter(([, , isThere]) => isThere)
          .map(
            ([kind, mark]) =>
              html`<li class="drawing-key">
                <svg class="icon drawing" aria-hidden="true">${mark}</svg>${this.words.t(`trend.legend.${kind}`)}
              </li>`,
          )}
      </ul>
    `;
  }

  private renderTable({ buckets }: TrendSeries): TemplateResult {
    const { lang } = this.words;
    return html`
      <details>
        <summary>${this.words.t('trend.table')}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${this.words.t('trend.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">${this.words.t('trend.time')}</th>
                <th scope="col" class="number">${this.words.t('sensitivity.responses')}</th>
                <th scope="col" class="number">${this.words.t('sensitivity.nps')}</th>
                <th scope="col" class="interval">${this.words.t('trend.legend.band')}</th>
              </tr>
            </thead>
            <tbody>
              ${buckets.map(
                (bucket) => html`
                  <tr>
                    <th scope="row">${bucketName(this.words, bucket)}</th>
                    <td class="number">${formatCount(lang, bucket.responses)}</td>
                    <td class="number figure">${hasFigure(bucket) ? formatNps(lang, bucket.nps) : ''}</td>
                    <td class="interval">${hasFigure(bucket) ? limitsText(lang, bucket.interval) : ''}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }
}

/** Where a day lies along the buckets, 0 to 1; nothing beside them. */
function placeIn(buckets: readonly TrendBucket[], day: string): number | undefined {
  const index = buckets.findIndex(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const bucket = buckets[index];
  if (!bucket) return undefined;
  const [from, to, at] = [bucket.firstDay, bucket.lastDay, day].map((text) => Date.parse(text) / 86_400_000);
  return (index + (at! - from! + 0.5) / (to! - from! + 1)) / buckets.length;
}
