// SPDX-License-Identifier: MIT
// <nps-goals>: targets for all responses and for the values of an attribute: met, missed, or not decided by so many responses; thresholds
// beyond which something is to be looked at. Draws answers; sends `nps-query` for them and `nps-alert` for what is missed for certain.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Query } from '../../client/query.js';
import type { NpsSummary, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsAlertEvent, NpsChoiceEvent, type Alert } from '../../events/events.js';
import { attributesOf, type Attribute } from '../../files/attributes.js';
import { chosenAttribute, nothingChosen, offeredAttributes, type Choice } from '../../files/choice.js';
import { alertsIn, goalsMeasure, hasTargets, noTargets, targetKey, withTarget, type Targets } from '../../files/goals.js';
import type { Goals } from '../../files/measure-answers.js';
import { figureText, unavailableText, valueText } from '../../i18n/explore.js';
import { formatNps } from '../../i18n/format.js';
import { measureIn, renderAsked } from '../answer-state.js';
import { renderAttributeSelect } from '../attribute-choice.js';
import { hiddenText } from '../hidden-groups.js';
import { renderLines, type Line } from './lines.js';
import { styles } from './nps-goals.styles.js';

/** More values than this show when asked. */
const kFirstValues = 20;

/** Fields that hold for more than one value, and their labels. */
const fields = {
  overall: 'goals.overall',
  every: 'goals.every',
  below: 'goals.below',
  above: 'goals.above',
} as const;
type Which = keyof typeof fields;

/**
 * Targets.
 *
 * @fires {NpsQueryEvent} nps-query - Targets that a person set need their figures.
 * @fires {NpsChoiceEvent} nps-choice - A person chose an attribute.
 * @fires {NpsAlertEvent} nps-alert - Targets or thresholds are missed for certain.
 * @fires {NpsShareEvent} nps-share - A person wants to save the figures.
 */
export class NpsGoals extends LitElement {
  static override styles = styles;

  /** The report that the targets are for. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  @state() private targets: Targets = noTargets;
  @state() private whole = false;

  /** The answer whose alerts were sent. */
  private told: Answered | undefined;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => {
    const asks = this.active && hasTargets(this.targets);
    const { filter } = this.choice;
    return {
      'goals-all': asks ? ({ filter, measures: ['nps'] } satisfies Query) : undefined,
      goals: asks ? this.question() : undefined,
    };
  });

  private question(): Query {
    const { by } = this;
    const goals = goalsMeasure(this.targets, by?.id);
    return {
      filter: this.choice.filter,
      ...(by && { groupBy: [by.grouping] }),
      measures: [...(goals ? [goals] : []), 'nps'],
    };
  }

  private get by(): Attribute | undefined {
    return this.report && chosenAttribute(this.report, this.choice);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choice') && changed.get('choice')?.by !== this.choice.by) this.whole = false;
  }

  protected override updated(): void {
    const asked = this.questions.asked('goals');
    const { answered } = asked ?? {};
    if (!answered || asked?.busy || answered === this.told) return;
    this.told = answered;
    const alerts = this.alertsOf(answered);
    if (alerts.length > 0) this.dispatchEvent(new NpsAlertEvent(alerts));
  }

  private alertsOf(answered: Answered): Alert[] {
    return alertsIn((measureIn(answered, 'goals') ?? {}) as Goals, this.attributeOf(answered)?.id ?? null);
  }

  private attributeOf({ query }: Answered): Attribute | undefined {
    const grouping = JSON.stringify(query.groupBy?.[0]);
    return this.report && attributesOf(this.report).find((one) => JSON.stringify(one.grouping) === grouping);
  }

  private setTarget(which: Which, event: Event): void {
    this.targets = { ...this.targets, [which]: pointsIn(event) };
  }

  override render(): TemplateResult {
    const { report, targets } = this;
    if (!report) return html``;
    const offered = offeredAttributes(report, this.choice);
    return html`
      <p class="soft intro">${this.words.t('goals.intro')}</p>
      <div class="choices">
        ${this.renderField('overall')}
        ${
          offered.length > 0
            ? renderAttributeSelect(this.words, {
                id: 'by',
                label: this.words.t('goals.by'),
                none: this.words.t('compare.by-nothing'),
                offered,
                chosen: this.by,
                choose: (id) => this.dispatchEvent(new NpsChoiceEvent({ by: id })),
              })
            : nothing
        }
        ${this.by ? this.renderField('every') : nothing} ${this.renderField('below')} ${this.renderField('above')}
        ${
          hasTargets(targets)
            ? html`<button @click=${() => (this.targets = noTargets)}>${this.words.t('goals.clear')}</button>`
            : nothing
        }
      </div>
      ${renderAsked(this, this.words, 'goals', this.questions.asked('goals'), (answered) => this.renderAnswer(answered))}
    `;
  }

  private renderField(which: Which): TemplateResult {
    return html`
      <div class="field narrow">
        <label for=${which}>${this.words.t(fields[which])}</label>
        <input
          id=${which}
          type="number"
          min="-100"
          max="100"
          step="1"
          .value=${String(this.targets[which] ?? '')}
          @change=${(event: Event) => this.setTarget(which, event)}
        />
      </div>
    `;
  }

  private renderAnswer(answered: Answered): TemplateResult {
    const goals = (measureIn(answered, 'goals') ?? {}) as Goals;
    const by = this.attributeOf(answered);
    const lines = this.linesOf(answered, goals, by);
    const shown = this.whole || lines.length <= kFirstValues + 1 ? lines : lines.slice(0, kFirstValues);
    const { met = 0, missed = 0, notDecided = 0 } = goals;
    const rest = lines.length - shown.length;
    const hidden = goals.hidden ?? measureIn(answered, 'nps')?.hidden;
    return html`
      ${this.renderAlerts(answered, by)}
      ${met + missed + notDecided > 0 ? html`<p>${this.words.t('goals.counts', { met, missed, open: notDecided })}</p>` : nothing}
      ${goals.overall?.unavailable ? html`<p class="soft">${unavailableText(this.words.lang, goals.overall.unavailable)}</p>` : nothing}
      ${
        shown.length > 0
          ? renderLines(this.words, {
              lines: shown,
              level: answered.answer.interval.level,
              field: (name, value) => this.renderOwn(name, value, by),
            })
          : nothing
      }
      ${
        rest > 0
          ? html`<button class="more" @click=${() => (this.whole = true)}>${this.words.plural('groups.more', rest)}</button>`
          : nothing
      }
      ${hidden ? html`<p class="soft small">${hiddenText(this.words, hidden)}</p>` : nothing}
      <nps-share lang=${this.words.lang} .query=${answered.query}></nps-share>
    `;
  }

  /** All responses first, then the values in the order of the answer: never by their figures. */
  private linesOf(answered: Answered, goals: Goals, by: Attribute | undefined): Line[] {
    const all = this.questions.asked('goals-all')?.answered?.answer.answers[0]?.cells?.[0];
    const figures = (measureIn(answered, 'nps')?.cells ?? []).filter(({ interval }) => interval !== undefined);
    const goalOf = new Map((goals.cells ?? []).map((goal) => [targetKey(goal.values[0] ?? null), goal]));
    const overall = goals.overall?.status ? goals.overall : undefined;
    const first: Line[] = all?.interval ? [{ name: this.words.t('groups.all'), figure: all as NpsSummary, goal: overall }] : [];
    if (!by) return first;
    return [
      ...first,
      ...figures.map((cell): Line => {
        const value = cell.values[0] ?? null;
        return {
          name: valueText(this.words.lang, value, by),
          value,
          figure: cell as unknown as NpsSummary,
          goal: goalOf.get(targetKey(value)),
        };
      }),
    ];
  }

  private renderAlerts(answered: Answered, by: Attribute | undefined): TemplateResult | typeof nothing {
    const alerts = this.alertsOf(answered);
    if (alerts.length === 0) return nothing;
    const { lang } = this.words;
    const nameOf = ({ attribute, value }: Alert): string =>
      attribute === null || !by ? this.words.t('groups.all') : valueText(lang, value, by);
    return html`
      <div class="alerts" role="status">
        <p>${this.words.plural('goals.alerts', alerts.length)}</p>
        <ul>
          ${alerts.map((alert) => {
            const said = { name: nameOf(alert), limit: formatNps(lang, alert.limit), figure: figureText(lang, alert.figure) };
            return html`<li><bdi>${this.words.t(`goals.alert.${alert.kind}`, said)}</bdi></li>`;
          })}
        </ul>
      </div>
    `;
  }

  /** A target of its own; where there is none, that of every value stands in the field as a hint. */
  private renderOwn(name: string, value: string | null, by: Attribute | undefined): TemplateResult {
    const id = by?.id ?? '';
    const own = this.targets.own.get(id)?.get(targetKey(value));
    return html`
      <input
        type="number"
        min="-100"
        max="100"
        step="1"
        aria-label=${this.words.t('goals.of', { name })}
        placeholder=${this.targets.every ?? nothing}
        .value=${String(own ?? '')}
        @change=${(event: Event) => (this.targets = withTarget(this.targets, id, value, pointsIn(event)))}
      />
    `;
  }
}

/** What a person entered, between -100 and 100; nothing for an empty field. */
function pointsIn(event: Event): number | undefined {
  const input = event.target as HTMLInputElement;
  const points = Number(input.value);
  if (input.value.trim() === '' || Number.isNaN(points)) return undefined;
  return Math.max(-100, Math.min(100, points));
}
