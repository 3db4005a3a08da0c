// SPDX-License-Identifier: MIT
// <nps-trend-events>: events that a person marks on a trend, and the responses before and after each. Sends `nps-query` for the comparison,
// and the events as `nps-marked` to the element around it.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Query } from '../../client/query.js';
import type { NpsSummary } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { nothingChosen, type Choice } from '../../files/choice.js';
import { eventsIn, isDay, withEvent, type MarkedEvent } from '../../files/event-list.js';
import type { EventEffect, Events } from '../../files/trend-answers.js';
import { limitsText, pText, unavailableText } from '../../i18n/explore.js';
import { formatChange, formatCount, formatDay, formatNps } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { styles } from './nps-trend.styles.js';

const kUsualDays = 30;

/**
 * Events and what was different after them. Belongs to <nps-trend>.
 *
 * @fires {NpsQueryEvent} nps-query - Events need their figures.
 * @fires {CustomEvent} nps-marked - A person marked or removed an event; `detail` has all of them.
 */
export class NpsTrendEvents extends LitElement {
  static override styles = styles;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  @state() private events: readonly MarkedEvent[] = [];
  @state() private days = kUsualDays;
  @state() private skipped = 0;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => ({
    events: this.active && this.events.length > 0 ? this.question() : undefined,
  }));

  private question(): Query {
    return {
      filter: this.choice.filter,
      measures: [{ measure: 'events', events: this.events, window: { days: this.days } }],
    };
  }

  private mark(events: readonly MarkedEvent[]): void {
    this.events = events;
    this.dispatchEvent(new CustomEvent('nps-marked', { detail: events }));
  }

  private readonly add = (event: Event): void => {
    event.preventDefault();
    const [day, name] = ['day', 'name'].map((id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`));
    const added = { day: day?.value ?? '', name: name?.value.trim() ?? '' };
    if (!isDay(added.day) || added.name === '') return;
    this.mark(withEvent(this.events, added));
    if (name) name.value = '';
    name?.focus();
  };

  private readonly addFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const text = await input.files?.[0]?.text();
    input.value = '';
    if (text === undefined) return;
    const { events, skipped } = eventsIn(text);
    this.skipped = skipped;
    this.mark(events.reduce<readonly MarkedEvent[]>(withEvent, this.events));
  };

  private readonly setDays = (event: Event): void => {
    const days = Math.round(Number((event.target as HTMLInputElement).value));
    this.days = days >= 1 && days <= 3660 ? days : kUsualDays;
  };

  override render(): TemplateResult {
    return html`
      <section class="events" aria-labelledby="title">
        <h4 id="title">${this.words.t('events.title')}</h4>
        <p class="soft">${this.words.t('events.intro')}</p>
        <form class="choices" @submit=${this.add}>
          <div class="field narrow">
            <label for="day">${this.words.t('events.day')}</label>
            <input id="day" type="date" required />
          </div>
          <div class="field">
            <label for="name">${this.words.t('events.name')}</label>
            <input id="name" type="text" maxlength="80" required autocomplete="off" />
          </div>
          <button>${this.words.t('events.add')}</button>
          <label class="file">
            ${this.words.t('events.file')}
            <input type="file" accept=".csv,.txt,text/csv" @change=${this.addFile} />
          </label>
        </form>
        ${this.skipped > 0 ? html`<p class="soft" role="status">${this.words.plural('events.skipped', this.skipped)}</p>` : nothing}
        ${this.events.length > 0 ? this.renderDays() : nothing}
        ${renderAsked(this, this.words, 'events', this.questions.asked('events'), (answered) => this.renderEffects(answered))}
      </section>
    `;
  }

  private renderDays(): TemplateResult {
    return html`
      <div class="choices">
        <div class="field narrow">
          <label for="days">${this.words.t('events.window')}</label>
          <input id="days" type="number" min="1" max="3660" .value=${String(this.days)} @change=${this.setDays} />
        </div>
      </div>
    `;
  }

  private renderEffects(answered: Answered): TemplateResult | typeof nothing {
    const answer = measureIn(answered, 'events') as Events | undefined;
    if (!answer) return nothing;
    if (answer.unavailable) return html`${renderUnavailable(this.words, answer.unavailable)}`;
    const effects = answer.series?.[0]?.events ?? [];
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${this.words.t('events.title')}>
        <table aria-label=${this.words.t('events.title')}>
          <thead>
            <tr>
              ${(['events.event', 'events.before', 'events.after', 'events.difference'] as const).map(
                (key) => html`<th scope="col">${this.words.t(key)}</th>`,
              )}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${effects.map((effect) => this.renderEffect(effect))}
          </tbody>
        </table>
      </div>
      <p class="soft small">${this.words.t('events.help')}</p>
    `;
  }

  private renderEffect(effect: EventEffect): TemplateResult {
    const { lang } = this.words;
    const { day, name, before, after } = effect;
    return html`
      <tr>
        <th scope="row"><bdi>${name}</bdi><br /><span class="soft small">${formatDay(lang, day)}</span></th>
        <td data-label=${this.words.t('events.before')} class="wide">${this.figureOf(before)}</td>
        <td data-label=${this.words.t('events.after')} class="wide">${this.figureOf(after)}</td>
        <td data-label=${this.words.t('events.difference')} class="wide">${this.renderDifference(effect)}</td>
        <td class="wide">
          <button
            aria-label=${this.words.t('events.remove', { name })}
            title=${this.words.t('events.remove', { name })}
            @click=${() => this.mark(this.events.filter((one) => one.day !== day || one.name !== name))}
          >
            ×
          </button>
        </td>
      </tr>
    `;
  }

  private figureOf(figure: EventEffect['before']): string {
    const { lang } = this.words;
    const { nps, interval, responses } = figure as Partial<NpsSummary>;
    const count =
      responses === undefined || responses === null
        ? ''
        : this.words.t('heat.responses', { count: formatCount(lang, responses) });
    return nps === undefined || !interval ? count : `${formatNps(lang, nps)} (${limitsText(lang, interval)}), ${count}`;
  }

  private renderDifference({ difference, preTrend, overlaps, unavailable }: EventEffect): TemplateResult {
    const { lang } = this.words;
    if (unavailable || !difference)
      return html`<span class="soft">${unavailable ? unavailableText(lang, unavailable) : ''}</span>`;
    const key = `events.pre.${preTrend?.found ?? ''}`;
    return html`
      ${formatChange(lang, difference.points)} (${formatChange(lang, difference.interval.low)} –
      ${formatChange(lang, difference.interval.high)}), ${pText(lang, difference.adjustedP)}
      ${isKey(key) ? html`<span class="soft small">${this.words.t(key)}</span>` : nothing}
      ${
        overlaps.length > 0
          ? html`<span class="soft small"
              >${this.words.t('events.overlap', { names: overlaps.map(({ name }) => name).join(this.words.t('filter.joint')) })}</span
            >`
          : nothing
      }
    `;
  }
}
