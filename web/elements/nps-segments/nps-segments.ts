// SPDX-License-Identifier: MIT
// <nps-segments>: where the NPS is high and low: the values of an attribute, ranked by what the responses show and never by the figure
// alone, each beside the rest; and with a second attribute the table of both. Draws answers; sends `nps-query` for them.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { MeasureAnswer, Query, QueryCell } from '../../client/query.js';
import type { NpsSummary, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsChoiceEvent } from '../../events/events.js';
import type { Attribute } from '../../files/attributes.js';
import { chosenAttribute, nothingChosen, offeredAttributes, type Choice } from '../../files/choice.js';
import type { Homogeneity, Segment } from '../../files/measure-answers.js';
import { adjustments } from '../../i18n/explore-codes.js';
import { byText, pText } from '../../i18n/explore.js';
import { formatCount } from '../../i18n/format.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { renderAttributeSelect, renderEmployeesSwitch } from '../attribute-choice.js';
import { hiddenText } from '../hidden-groups.js';
import { renderRanking } from './ranking.js';
import { styles } from './nps-segments.styles.js';

/** More groups than this show when asked. */
const kFirstGroups = 20;

type Adjustment = (typeof adjustments)[number];

/**
 * The groups of an attribute, ranked.
 *
 * @fires {NpsQueryEvent} nps-query - An attribute that a person chose needs its figures.
 * @fires {NpsChoiceEvent} nps-choice - A person chose an attribute.
 * @fires {NpsShareEvent} nps-share - A person wants to save the figures.
 */
export class NpsSegments extends LitElement {
  static override styles = styles;

  /** The report that the groups are of. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  /** How p is adjusted for many groups. */
  @state() private adjust: Adjustment = 'benjamini-hochberg';

  /** All groups show. */
  @state() private whole = false;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => {
    const by = this.active ? this.by : undefined;
    const second = this.second;
    const { filter } = this.choice;
    return {
      segments: by && { filter, groupBy: [by.grouping], measures: [{ measure: 'segments', adjust: this.adjust }] },
      'segments-all': by && { filter, measures: ['nps'] },
      'heat-map': by && second && { filter, groupBy: [by.grouping, second.grouping], measures: ['nps'] },
    } satisfies Record<string, Query | undefined>;
  });

  private get by(): Attribute | undefined {
    return this.report && chosenAttribute(this.report, this.choice);
  }

  private get second(): Attribute | undefined {
    const found = this.report && chosenAttribute(this.report, this.choice, 'second');
    return found?.id === this.choice.by ? undefined : found;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choice') && changed.get('choice')?.by !== this.choice.by) this.whole = false;
  }

  private choose(choice: Partial<Choice>): void {
    this.dispatchEvent(new NpsChoiceEvent(choice));
  }

  private readonly chooseAdjustment = (event: Event): void => {
    this.adjust = (event.target as HTMLSelectElement).value as Adjustment;
  };

  override render(): TemplateResult {
    const { report, choice } = this;
    if (!report) return html``;
    const employees = renderEmployeesSwitch(this.words, report, choice.employees, (on) => this.choose({ employees: on }));
    if (offeredAttributes(report, choice).length === 0) {
      return html`<p class="soft">${this.words.t('segments.no-attributes')}</p>
        ${employees}`;
    }
    return html`
      ${this.renderChoice(report)} ${employees}
      ${this.by ? nothing : html`<p class="soft">${this.words.t('segments.choose')}</p>`}
      ${renderAsked(this, this.words, 'segments', this.questions.asked('segments'), (answered) => this.renderRanking(answered, report))}
      ${renderAsked(this, this.words, 'heat-map', this.questions.asked('heat-map'), (answered) => this.renderHeatMap(answered, report))}
    `;
  }

  private renderChoice(report: Report): TemplateResult {
    const offered = offeredAttributes(report, this.choice);
    const { by } = this;
    return html`
      <div class="choices">
        ${renderAttributeSelect(this.words, {
          id: 'by',
          label: this.words.t('segments.by'),
          none: this.words.t('filter.pick'),
          offered,
          chosen: by,
          choose: (id) => this.choose({ by: id }),
        })}
        ${
          by && offered.length > 1
            ? renderAttributeSelect(this.words, {
                id: 'second',
                label: this.words.t('segments.second'),
                none: this.words.t('segments.nothing'),
                offered: offered.filter(({ id }) => id !== by.id),
                chosen: this.second,
                choose: (id) => this.choose({ second: id }),
              })
            : nothing
        }
      </div>
    `;
  }

  /** The attribute of a question that was answered: while a new one is worked out, another one than that chosen. */
  private attributeAsked({ query }: Answered, report: Report, at = 0): Attribute | undefined {
    const grouping = JSON.stringify(query.groupBy?.[at]);
    return offeredAttributes(report, { ...this.choice, employees: true }).find(
      (one) => JSON.stringify(one.grouping) === grouping,
    );
  }

  /** The figure of all responses of the filter. */
  private get all(): NpsSummary | undefined {
    const [cell] = this.questions.asked('segments-all')?.answered?.answer.answers[0]?.cells ?? [];
    return cell?.interval && (cell as QueryCell & NpsSummary);
  }

  private renderRanking(answered: Answered, report: Report): TemplateResult | typeof nothing {
    const segments = measureIn(answered, 'segments');
    const attribute = this.attributeAsked(answered, report);
    if (!segments || !attribute) return nothing;
    if (segments.unavailable) return html`${renderUnavailable(this.words, segments.unavailable)}`;
    const cells = (segments.cells ?? []) as unknown as readonly Segment[];
    const shown = this.whole || cells.length <= kFirstGroups + 1 ? cells : cells.slice(0, kFirstGroups);
    const { all } = this;
    const rest = cells.length - shown.length;
    return html`
      <h4 id="ranking">${byText(this.words.lang, attribute)}</h4>
      ${this.renderSummary(segments)}
      ${cells.length > 0 ? renderRanking(this.words, { segments: shown, all, attribute, level: answered.answer.interval.level }) : nothing}
      ${
        rest > 0
          ? html`<button class="more" @click=${() => (this.whole = true)}>${this.words.plural('groups.more', rest)}</button>`
          : nothing
      }
      ${this.renderHidden(segments)}
      <p class="soft small caveat">${this.words.t('explore.associated')}</p>
      ${this.renderDetails(answered)}
      <nps-share lang=${this.words.lang} .query=${answered.query}></nps-share>
    `;
  }

  private renderSummary({ above, below, notDecided, homogeneity }: MeasureAnswer): TemplateResult {
    const { p } = (homogeneity ?? {}) as Partial<Homogeneity>;
    const level = this.answers.get('segments')?.answered?.answer.interval.level ?? 0.95;
    const counts = { above: Number(above ?? 0), below: Number(below ?? 0), open: Number(notDecided ?? 0) };
    return html`
      <p class="summary">${this.words.t('segments.summary', counts)}</p>
      ${
        p === undefined
          ? nothing
          : html`<p class="soft small">
              ${this.words.t(p <= 1 - level ? 'segments.differ' : 'segments.alike', { p: pText(this.words.lang, p) })}
            </p>`
      }
    `;
  }

  private renderHidden({ hidden }: MeasureAnswer): TemplateResult | typeof nothing {
    return hidden ? html`<p class="soft small caveat">${hiddenText(this.words, hidden)}</p>` : nothing;
  }

  private renderDetails({ answer }: Answered): TemplateResult {
    const alpha = formatCount(this.words.lang, Number((1 - answer.interval.level).toFixed(6)));
    return html`
      <details>
        <summary>${this.words.t('segments.details')}</summary>
        <p class="soft small">${this.words.t('segments.method', { alpha })}</p>
        <div class="field">
          <label for="adjust">${this.words.t('segments.adjust')}</label>
          <select id="adjust" @change=${this.chooseAdjustment}>
            ${adjustments.map(
              (one) =>
                html`<option value=${one} .selected=${one === this.adjust}>${this.words.t(`segments.adjust.${one}`)}</option>`,
            )}
          </select>
        </div>
      </details>
    `;
  }

  private renderHeatMap(answered: Answered, report: Report): TemplateResult | typeof nothing {
    const table = measureIn(answered, 'nps');
    const [first, second] = [0, 1].map((at) => this.attributeAsked(answered, report, at));
    if (!table || !first || !second) return nothing;
    return html`
      ${renderUnavailable(this.words, table.unavailable)}
      <nps-heat-map
        lang=${this.words.lang}
        .cells=${table.cells ?? []}
        .first=${first}
        .second=${second}
        .middle=${this.all?.nps ?? 0}
      ></nps-heat-map>
      ${this.renderHidden(table)}
      <nps-share lang=${this.words.lang} .query=${answered.query}></nps-share>
    `;
  }
}
