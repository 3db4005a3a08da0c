// SPDX-License-Identifier: MIT
// <nps-policy>: which responses the figure is about, and what counts once: policy, period, completeness, exclusions, duplicates.
// Draws the decisions; sends `nps-edit` when a person changed one.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { CountedAnswers, Policy, Recipe, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsEditEvent } from '../../events/events.js';
import { withDuplicates, withInclusion, withPolicy } from '../../files/recipe-edits.js';
import { countedUnits, inclusions, oneEach } from '../../i18n/codes.js';
import { policyHelp, policyName } from '../../i18n/review.js';
import { styles } from './nps-policy.styles.js';

type Counting = Pick<Policy, 'answers' | 'unit'>;

const variants: readonly Counting[] = [
  { answers: 'all', unit: 'respondent' },
  ...countedUnits.flatMap((unit) => oneEach.map((answers: CountedAnswers) => ({ answers, unit }))),
];

const rowRules = [
  ['keyed', 'duplicates.rows-keyed'],
  ['all', 'duplicates.rows-all'],
  ['off', 'duplicates.rows-off'],
] as const;

/** Every zone this browser knows, UTC first, and the one of the recipe. */
function zonesWith(chosen: string | null | undefined): readonly string[] {
  return [...new Set(['UTC', ...(chosen ? [chosen] : []), ...Intl.supportedValuesOf('timeZone')])];
}

/**
 * The policy and the rules of duplicates.
 *
 * @fires {NpsEditEvent} nps-edit - A person changed what counts.
 * @csspart card - The surface everything stands on.
 */
export class NpsPolicy extends LitElement {
  static override styles = styles;

  /** The decisions. */
  @property({ attribute: false }) recipe: Recipe | undefined;

  /** Says which exclusions the files have; all are offered without it. */
  @property({ attribute: false }) report: Report | undefined;

  private readonly words = new LocaleController(this);

  /** The selects follow the recipe; as a binding the value would be set before the options are there. */
  protected override updated(): void {
    const { policy, duplicates } = this.recipe ?? {};
    if (!policy || !duplicates) return;
    this.show('counting', policy.answers === 'all' ? 'all' : `${policy.answers} ${policy.unit}`);
    this.show('rows', duplicates.rows);
    this.show('zone', this.recipe?.reportZone ?? '');
  }

  private show(id: string, value: string): void {
    const select = this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`);
    if (select) select.value = value;
  }

  private edit(change: (recipe: Recipe) => Recipe): void {
    if (this.recipe) this.dispatchEvent(new NpsEditEvent(change(this.recipe)));
  }

  private readonly count = (event: Event): void => {
    const [answers = 'all', unit = 'respondent'] = (event.target as HTMLSelectElement).value.split(' ');
    this.edit((recipe) => withPolicy(recipe, { answers, unit } as Counting));
  };

  private limit(end: 'from' | 'to', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.edit((recipe) => withPolicy(recipe, { [end]: value === '' ? null : value }));
  }

  private readonly place = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.edit((recipe) => ({ ...recipe, reportZone: value === '' ? null : value }));
  };

  private readonly fill = (event: Event): void => {
    const percent = Math.min(100, Math.max(0, Math.round(Number((event.target as HTMLInputElement).value)) || 0));
    this.edit((recipe) => withPolicy(recipe, { completeness: percent / 100 }));
  };

  override render(): TemplateResult {
    const { recipe } = this;
    if (!recipe) return html``;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('policy.title')}</h3>
        ${this.renderPolicy(recipe.policy)} ${this.renderInclusions(recipe.policy)}
      </section>
      <section class="card" part="card" aria-labelledby="copies">
        <h3 class="title" id="copies">${this.words.t('duplicates.title')}</h3>
        <p class="soft">${this.words.t('duplicates.intro')}</p>
        ${this.renderDuplicates(recipe.duplicates)}
      </section>
    `;
  }

  private renderPolicy(policy: Policy): TemplateResult {
    const { lang } = this.words;
    return html`
      <div class="field">
        <label for="counting">${this.words.t('sensitivity.policy')}</label>
        <select id="counting" aria-describedby="counting-help" @change=${this.count}>
          ${variants.map(
            (one) =>
              html`<option value=${one.answers === 'all' ? 'all' : `${one.answers} ${one.unit}`}>
                ${policyName(lang, one)}
              </option>`,
          )}
        </select>
        <p class="soft small" id="counting-help">
          ${policyHelp(lang, policy)} ${policy.answers === 'all' ? nothing : this.words.t('policy.wave')}
        </p>
      </div>
      <fieldset>
        <legend>${this.words.t('policy.period')}</legend>
        <div class="days">${this.renderDay('from', policy.from)} ${this.renderDay('to', policy.to)}</div>
      </fieldset>
      ${this.renderZone()}
      <div class="field">
        <label for="filled">${this.words.t('policy.completeness')} (%)</label>
        <input
          id="filled"
          type="number"
          min="0"
          max="100"
          step="1"
          .value=${String(Math.round(policy.completeness * 100))}
          aria-describedby="filled-help"
          @change=${this.fill}
        />
        <p class="soft small" id="filled-help">${this.words.t('policy.completeness-help')}</p>
      </div>
    `;
  }

  private renderZone(): TemplateResult {
    return html`
      <div class="field">
        <label for="zone">${this.words.t('policy.zone')}</label>
        <select id="zone" aria-describedby="zone-help" @change=${this.place}>
          <option value="">${this.words.t('policy.zone-as-written')}</option>
          ${zonesWith(this.recipe?.reportZone).map((zone) => html`<option value=${zone}>${zone.replaceAll('_', ' ')}</option>`)}
        </select>
        <p class="soft small" id="zone-help">${this.words.t('policy.zone-help')}</p>
      </div>
    `;
  }

  private renderDay(end: 'from' | 'to', day: string | null): TemplateResult {
    return html`
      <div>
        <label for=${end}>${this.words.t(`policy.${end}`)}</label>
        <input id=${end} type="date" .value=${day ?? ''} @change=${(event: Event) => this.limit(end, event)} />
      </div>
    `;
  }

  /** Only what the files leave out, or what is counted already. */
  private renderInclusions({ include }: Policy): TemplateResult | typeof nothing {
    const left = this.report?.decisions.map(({ code }) => code);
    const offered = inclusions.filter((code) => include.includes(code) || (left ? left.includes(code) : true));
    if (offered.length === 0) return nothing;
    return html`
      <fieldset>
        <legend>${this.words.t('policy.include')}</legend>
        ${offered.map((code) =>
          this.renderSwitch(this.words.t(`include.${code}`), include.includes(code), (on) =>
            this.edit((recipe) => withInclusion(recipe, code, on)),
          ),
        )}
      </fieldset>
    `;
  }

  private renderDuplicates(rules: Recipe['duplicates']): TemplateResult {
    const set =
      (rule: 'responses' | 'respondents' | 'files') =>
      (on: boolean): void =>
        this.edit((recipe) => withDuplicates(recipe, { [rule]: on }));
    return html`
      <div class="field">
        <label for="rows">${this.words.t('duplicates.rows')}</label>
        <select
          id="rows"
          @change=${(event: Event) => {
            const rows = (event.target as HTMLSelectElement).value as Recipe['duplicates']['rows'];
            this.edit((recipe) => withDuplicates(recipe, { rows }));
          }}
        >
          ${rowRules.map(([rule, text]) => html`<option value=${rule}>${this.words.t(text)}</option>`)}
        </select>
      </div>
      ${(['responses', 'respondents', 'files'] as const).map((rule) =>
        this.renderSwitch(this.words.t(`duplicates.${rule}`), rules[rule], set(rule)),
      )}
    `;
  }

  private renderSwitch(text: string, on: boolean, set: (on: boolean) => void): TemplateResult {
    return html`
      <label class="switch">
        <input type="checkbox" .checked=${on} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />
        <span>${text}</span>
      </label>
    `;
  }
}
