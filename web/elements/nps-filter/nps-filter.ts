// SPDX-License-Identifier: MIT
// <nps-filter>: which responses the questions are about, as conditions that can be added, changed and removed one by one, and how many
// responses meet them. Draws a filter; sends `nps-filter` with another one.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Query, QueryCondition } from '../../client/query.js';
import type { Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsFilterEvent } from '../../events/events.js';
import { valuesIn, withCondition, type ChoosableValue, type Filter } from '../../files/filters.js';
import { conditionText } from '../../i18n/explore.js';
import { formatLevel, formatNps, formatPoints } from '../../i18n/format.js';
import { renderAsked, renderUnavailable } from '../answer-state.js';
import { crossIcon } from '../../styles/icons.js';
import { renderEditor } from './editor.js';
import { conditionOf, emptyEntry, entryOf, fieldOf, fieldsOf, type Entry, type Field } from './fields.js';
import { styles } from './nps-filter.styles.js';

/** A condition that is being put together: a new one, or one in place of another. */
interface Draft {
  readonly instead?: number;
  readonly field?: Field | undefined;
  readonly entry: Entry;
  /** The entry is still that of the condition: it follows the values when they come. */
  readonly untouched: boolean;
}

/**
 * A filter as chips.
 *
 * @fires {NpsFilterEvent} nps-filter - A person put other conditions in force.
 * @fires {NpsQueryEvent} nps-query - The values of a column, or the responses that meet the conditions, are wanted.
 * @csspart chip - A condition.
 */
export class NpsFilter extends LitElement {
  static override styles = styles;

  /** The report that the filter is about. */
  @property({ attribute: false }) report: Report | undefined;

  /** The conditions in force. */
  @property({ attribute: false }) filter: Filter = [];

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** Where its questions are asked from; every filter on a page has its own. */
  @property() place = 'filter';

  /** What it is called, when it is not the only one. */
  @property() label = '';

  /** What a person puts together. */
  @state() private draft: Draft | undefined;

  /** Where the focus goes after the next update. */
  private focusAfter: string | undefined;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => ({
    [`${this.place}-count`]: this.filter.length > 0 ? this.countQuestion() : undefined,
    [`${this.place}-values`]: this.valuesQuestion(),
  }));

  private countQuestion(): Query {
    return { filter: this.filter, measures: ['nps'] };
  }

  private valuesQuestion(): Query | undefined {
    const grouping = this.draft?.field?.grouping;
    return grouping === undefined ? undefined : { groupBy: [grouping], measures: ['nps'] };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report') && changed.get('report')?.files !== this.report?.files) this.draft = undefined;
    const { draft } = this;
    const instead = draft?.instead === undefined ? undefined : this.filter[draft.instead];
    if (draft?.untouched && instead) this.draft = { ...draft, entry: entryOf(instead, this.values()) };
  }

  protected override updated(): void {
    if (this.focusAfter === undefined) return;
    this.renderRoot.querySelector<HTMLElement>(this.focusAfter)?.focus();
    this.focusAfter = undefined;
  }

  /** The values of the column that is edited, as far as they are there. */
  private values(): ChoosableValue[] {
    return this.valueCounts().map(({ value }) => value);
  }

  private valueCounts(): ReturnType<typeof valuesIn> {
    const { answered, query } = this.questions.asked(`${this.place}-values`) ?? {};
    return answered && answered.query === query ? valuesIn(answered.answer.answers[0]?.cells) : [];
  }

  private send(filter: Filter, focus: string): void {
    this.draft = undefined;
    this.focusAfter = focus;
    this.dispatchEvent(new NpsFilterEvent(filter));
  }

  private readonly open = (): void => {
    this.draft = { entry: emptyEntry, untouched: true };
    this.focusAfter = '#what';
  };

  private change(index: number, condition: QueryCondition): void {
    const field = fieldOf(this.fields, condition);
    if (!field) return;
    this.draft = { instead: index, field, entry: entryOf(condition, []), untouched: true };
    this.focusAfter = '.editor :is(input, select)';
  }

  private readonly close = (): void => {
    const { instead } = this.draft ?? {};
    this.draft = undefined;
    this.focusAfter = instead === undefined ? '.add' : `.chip:nth-of-type(${instead + 1}) button`;
  };

  private readonly apply = (event: Event): void => {
    event.preventDefault();
    const { draft } = this;
    const condition = draft?.field && conditionOf(draft.field, draft.entry, this.values());
    if (!draft || !condition) return;
    const at = draft.instead ?? this.filter.length;
    this.send(withCondition(this.filter, condition, draft.instead), `.chip:nth-of-type(${at + 1}) button`);
  };

  private takeOut(index: number): void {
    const rest = this.filter.filter((_, at) => at !== index);
    this.send(rest, rest.length > 0 ? `.chip:nth-of-type(${Math.min(index, rest.length - 1) + 1}) button` : '.add');
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.draft) return;
    event.stopPropagation();
    this.close();
  };

  private get fields(): Field[] {
    return this.report ? fieldsOf(this.report) : [];
  }

  override render(): TemplateResult {
    const { report, draft } = this;
    if (!report?.nps) return html``;
    return html`
      <section aria-labelledby="label" @keydown=${this.escape}>
        <div class="bar">
          <h4 id="label">${this.label || this.words.t('filter.title')}</h4>
          ${this.filter.length > 0 ? this.renderChips() : nothing}
          <button class="add" aria-expanded=${draft !== undefined} ?disabled=${draft !== undefined} @click=${this.open}>
            ${this.words.t('filter.add')}
          </button>
          ${
            this.filter.length > 1
              ? html`<button class="plain" @click=${() => this.send([], '.add')}>${this.words.t('filter.clear')}</button>`
              : nothing
          }
        </div>
        ${draft ? this.renderDraft(draft) : nothing} ${this.renderCount(report)}
      </section>
    `;
  }

  private renderChips(): TemplateResult {
    const names = new Map(this.fields.flatMap(({ column, name }) => (column === '' ? [] : [[column, name] as const])));
    return html`
      <ul class="chips">
        ${this.filter.map((condition, index) => {
          const text = conditionText(this.words.lang, condition, names);
          const spoken = { condition: text.replace(/[\u2066-\u2069]/g, '') };
          return html`
            <li class="chip" part="chip">
              <button aria-label=${this.words.t('filter.change', spoken)} @click=${() => this.change(index, condition)}>
                ${text}
              </button>
              <button class="remove" aria-label=${this.words.t('filter.remove', spoken)} @click=${() => this.takeOut(index)}>
                ${crossIcon}
              </button>
            </li>
          `;
        })}
      </ul>
    `;
  }

  private renderDraft(draft: Draft): TemplateResult {
    const place = `${this.place}-values`;
    const asked = this.questions.asked(place);
    return html`
      <form class="editor" @submit=${this.apply}>
        ${renderEditor(this.words, {
          fields: this.fields,
          field: draft.field,
          entry: draft.entry,
          values: this.valueCounts(),
          waiting: renderAsked(this, this.words, place, asked, () => nothing),
          isNew: draft.instead === undefined,
          pick: (field) => (this.draft = { ...draft, field, entry: emptyEntry, untouched: true }),
          enter: (entry) => (this.draft = { ...draft, entry: { ...draft.entry, ...entry }, untouched: false }),
        })}
        <div class="ways">
          <button class="main" ?disabled=${!draft.field || !conditionOf(draft.field, draft.entry, this.values())}>
            ${this.words.t('filter.apply')}
          </button>
          <button type="button" @click=${this.close}>${this.words.t('filter.close')}</button>
        </div>
      </form>
    `;
  }

  private renderCount({ nps }: Report): TemplateResult | typeof nothing {
    const all = nps?.responses ?? 0;
    if (this.filter.length === 0) {
      return html`<p class="soft small" role="status">${this.words.plural('filter.all', all)}</p>`;
    }
    const place = `${this.place}-count`;
    return html`${renderAsked(this, this.words, place, this.questions.asked(place), ({ answer }) => {
      const { responses, counted, answers } = answer;
      const [figure] = answers[0]?.cells ?? [];
      if (responses === null || counted === null) return renderUnavailable(this.words, { code: 'too-few-to-share' });
      return html`
        <p class="soft small" role="status">
          <strong>${this.words.plural('filter.some', counted, { part: responses })}</strong>
          ${responses === 0 ? this.words.t('filter.none') : nothing} ${figure?.interval ? this.renderFigure(figure) : nothing}
        </p>
      `;
    })}`;
  }

  private renderFigure({ nps = 0, interval }: Partial<NonNullable<Report['nps']>>): TemplateResult {
    const { lang } = this.words;
    return html`<span>
      ${this.words.t('filter.figure', {
        nps: formatNps(lang, nps),
        level: formatLevel(lang, interval?.level ?? 0),
        low: formatPoints(lang, interval?.low ?? 0),
        high: formatPoints(lang, interval?.high ?? 0),
      })}
    </span>`;
  }
}
