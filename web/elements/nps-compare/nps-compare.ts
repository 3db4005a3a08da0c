// SPDX-License-Identifier: MIT
// <nps-compare>: is it really different? What the filter leaves beside all others, the period before or another filter: the difference with
// its interval, the same respondents in both, and whether mix or rate moved the figure. Draws answers; sends `nps-query` for them.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Query, QueryMeasure } from '../../client/query.js';
import type { Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsChoiceEvent, type NpsFilterEvent } from '../../events/events.js';
import { attributesOf, haveRole, type Attribute } from '../../files/attributes.js';
import { chosenAttribute, nothingChosen, offeredAttributes, type Choice } from '../../files/choice.js';
import { periodOf, previousPeriod, withPeriod, type Filter } from '../../files/filters.js';
import { daysText } from '../../i18n/explore.js';
import { renderAsked } from '../answer-state.js';
import { renderAttributeSelect } from '../attribute-choice.js';
import { renderComparison } from './comparison.js';
import { renderDecomposition } from './decomposition.js';
import { renderPaired } from './paired.js';
import { styles } from './nps-compare.styles.js';

/** With what the filter is compared. */
export type Against = 'others' | 'before' | 'filter';

/** Each with what it is called, and what is to be done before it can be answered. */
const kinds = [
  { kind: 'others', name: 'compare.others', hint: 'compare.others-hint' },
  { kind: 'before', name: 'compare.before', hint: 'compare.before-hint' },
  { kind: 'filter', name: 'compare.filter', hint: 'compare.filter-hint' },
] as const;

/**
 * Two sets of responses side by side.
 *
 * @fires {NpsQueryEvent} nps-query - Two sets that a person chose need their figures.
 * @fires {NpsChoiceEvent} nps-choice - A person chose an attribute.
 * @fires {NpsShareEvent} nps-share - A person wants to save the figures.
 */
export class NpsCompare extends LitElement {
  static override styles = styles;

  /** The report that the sets are of. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes: the first set is what the filter leaves. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  @state() private against: Against = 'others';

  /** The second set, when it is another filter. */
  @state() private other: Filter = [];

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => ({ compare: this.active ? this.question() : undefined }));

  /** Nothing as long as one of the two sets is not chosen. */
  private question(): Query | undefined {
    const { report, by } = this;
    const { filter } = this.choice;
    const other = this.otherFilter();
    if (!report || !other) return undefined;
    const paired: QueryMeasure[] = haveRole(report, 'respondent') ? [{ measure: 'paired', before: 'with' }] : [];
    const explained: QueryMeasure[] = by ? [{ measure: 'decomposition', before: 'with' }, 'homogeneity'] : [];
    return {
      filter,
      ...(other !== 'others' && { with: { filter: other } }),
      ...(by && { groupBy: [by.grouping] }),
      measures: ['difference', ...paired, ...explained],
    };
  }

  private otherFilter(): Filter | 'others' | undefined {
    const { filter } = this.choice;
    switch (this.against) {
      case 'others':
        return filter.length > 0 ? 'others' : undefined;
      case 'before': {
        const before = previousPeriod(periodOf(filter) ?? {});
        return before && withPeriod(filter, before);
      }
      case 'filter':
        return this.other.length > 0 ? this.other : undefined;
    }
  }

  private get by(): Attribute | undefined {
    return this.report && chosenAttribute(this.report, this.choice);
  }

  /** Who holds the filter of all views must not take this one for it. */
  private readonly changeOther = (event: NpsFilterEvent): void => {
    event.stopPropagation();
    this.other = event.filter;
  };

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    return html`
      ${this.renderAgainst()}
      ${
        this.against === 'filter'
          ? html`<nps-filter
              lang=${this.words.lang}
              .report=${report}
              .filter=${this.other}
              .answers=${this.answers}
              place="other"
              label=${this.words.t('compare.other-filter')}
              @nps-filter=${this.changeOther}
            ></nps-filter>`
          : nothing
      }
      ${this.otherFilter() ? this.renderBy(report) : this.renderHint()}
      ${renderAsked(this, this.words, 'compare', this.questions.asked('compare'), (answered) => this.renderAnswer(answered, report))}
    `;
  }

  private renderAgainst(): TemplateResult {
    return html`
      <fieldset class="against">
        <legend>${this.words.t('compare.title')}</legend>
        <div class="ways">
          ${kinds.map(
            ({ kind, name }) => html`
              <label class="by">
                <input
                  type="radio"
                  name="against"
                  value=${kind}
                  .checked=${live(kind === this.against)}
                  @change=${() => (this.against = kind)}
                />
                ${this.words.t(name)}
              </label>
            `,
          )}
        </div>
        ${this.renderPeriods()}
      </fieldset>
    `;
  }

  private renderHint(): TemplateResult {
    const { hint } = kinds.find(({ kind }) => kind === this.against) ?? kinds[0];
    return html`<p class="soft">${this.words.t(hint)}</p>`;
  }

  private renderPeriods(): TemplateResult | typeof nothing {
    const now = periodOf(this.choice.filter);
    const before = now && previousPeriod(now);
    if (this.against !== 'before' || !before) return nothing;
    const { lang } = this.words;
    const periods = { now: daysText(lang, now.from, now.to), before: daysText(lang, before.from, before.to) };
    return html`<p class="soft small">${this.words.t('compare.period', periods)}</p>`;
  }

  private renderBy(report: Report): TemplateResult | typeof nothing {
    const offered = offeredAttributes(report, this.choice);
    if (offered.length === 0) return nothing;
    return html`
      <div class="choices">
        ${renderAttributeSelect(this.words, {
          id: 'by',
          label: this.words.t('compare.by'),
          none: this.words.t('compare.by-nothing'),
          offered,
          chosen: this.by,
          choose: (id) => this.dispatchEvent(new NpsChoiceEvent({ by: id })),
        })}
      </div>
    `;
  }

  private renderAnswer(answered: Answered, report: Report): TemplateResult {
    const { query } = answered;
    const against: Against = !query.with ? 'others' : this.against === 'others' ? 'filter' : this.against;
    const grouping = JSON.stringify(query.groupBy?.[0]);
    const by = attributesOf(report).find((one) => JSON.stringify(one.grouping) === grouping);
    return html`
      ${renderComparison(this.words, answered, against)} ${renderPaired(this.words, answered)}
      ${by ? renderDecomposition(this.words, answered, by, against) : nothing}
      <nps-share lang=${this.words.lang} .query=${query}></nps-share>
    `;
  }
}
