// SPDX-License-Identifier: MIT
// <nps-themes>: lists of words that a person keeps in the recipe, who mentions one of them, and how they score. Belongs to
// <nps-comments>. Sends `nps-query` for figures and `nps-themes` for what a person changes.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Recipe, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { NpsThemesEvent } from '../../events/events.js';
import { nothingChosen, type Choice } from '../../files/choice.js';
import type { ThemeFigures, Themes } from '../../files/comment-answers.js';
import { limitsText, pText } from '../../i18n/explore.js';
import { formatChange, formatCount, formatNps, formatShare } from '../../i18n/format.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { styles } from './nps-comments.styles.js';

type Kept = NonNullable<Recipe['themes']>;

/** What a recipe can hold. */
const kMostThemes = 64;
const kMostWords = 200;

/** The words of a field: between commas, without blanks at their ends. */
function wordsIn(text: string): string[] {
  return text
    .split(/[,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A theme takes the place of the one it was before; a name stands once. */
function withTheme(themes: Kept, before: string, name: string, words: string[]): Kept {
  if (!Object.hasOwn(themes, before)) return { ...themes, [name]: words };
  const others = Object.entries(themes).filter(([other]) => other === before || other !== name);
  return Object.fromEntries(others.map((entry) => (entry[0] === before ? [name, words] : entry)));
}

/**
 * Themes.
 *
 * @fires {NpsQueryEvent} nps-query - Themes need their figures.
 * @fires {NpsThemesEvent} nps-themes - A person changed the themes that the recipe keeps.
 */
export class NpsThemes extends LitElement {
  static override styles = styles;

  /** The report whose recipe has the themes. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  /** The theme in the fields; undefined: a new one. */
  @state() private edited: string | undefined;

  /** What was kept before each change, to go back to. */
  @state() private steps: readonly Kept[] = [];

  private readonly words = new LocaleController(this);

  /** The themes last seen or kept here, as text. */
  private kept = '{}';

  private readonly questions = new QuestionController(this, () => ({
    themes:
      this.active && Object.keys(this.themes).length > 0
        ? { filter: this.choice.filter, measures: [{ measure: 'themes', themes: this.themes }] as const }
        : undefined,
  }));

  private get themes(): Kept {
    return this.report?.recipe.themes ?? {};
  }

  /** Themes of another recipe are no steps of this one. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('report') || !this.report || JSON.stringify(this.themes) === this.kept) return;
    this.steps = [];
    this.edited = undefined;
    this.kept = JSON.stringify(this.themes);
  }

  private change(themes: Kept): void {
    this.steps = [...this.steps, this.themes];
    this.keep(themes);
  }

  private keep(themes: Kept): void {
    this.edited = undefined;
    this.kept = JSON.stringify(themes);
    this.dispatchEvent(new NpsThemesEvent(themes));
  }

  private readonly undo = (): void => {
    const before = this.steps.at(-1);
    this.steps = this.steps.slice(0, -1);
    if (before) this.keep(before);
    this.field('name')?.focus();
  };

  private field(id: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  private readonly add = (event: Event): void => {
    event.preventDefault();
    const [name, list] = [this.field('name')?.value.trim() ?? '', wordsIn(this.field('words')?.value ?? '')];
    if (name === '' || list.length === 0) return;
    const themes = withTheme(this.themes, this.edited ?? name, name, list);
    if (Object.keys(themes).length > kMostThemes || list.length > kMostWords) return this.refuse();
    this.change(themes);
    (event.target as HTMLFormElement).reset();
    this.field('name')?.focus();
  };

  /** Says what a recipe can hold, at the field, until a person types on. */
  private refuse(): void {
    const field = this.field('words');
    field?.setCustomValidity(this.words.t('themes.most', { themes: kMostThemes, words: kMostWords }));
    field?.reportValidity();
  }

  private readonly allow = (): void => this.field('words')?.setCustomValidity('');

  private forget(name: string): void {
    this.change(Object.fromEntries(Object.entries(this.themes).filter(([other]) => other !== name)));
  }

  /** Puts a theme back into the fields, to change it. */
  private edit(name: string): void {
    const [first, second] = [this.field('name'), this.field('words')];
    if (first) first.value = name;
    if (second) second.value = (this.themes[name] ?? []).join(', ');
    this.edited = name;
    second?.focus();
  }

  private readonly leave = (): void => {
    this.renderRoot.querySelector('form')?.reset();
    this.edited = undefined;
    this.field('name')?.focus();
  };

  override render(): TemplateResult {
    return html`
      <section aria-labelledby="title">
        <h4 id="title">${this.words.t('themes.title')}</h4>
        <p class="soft small">${this.words.t('themes.intro')}</p>
        <form class="choices" @submit=${this.add} @input=${this.allow}>
          <div class="field">
            <label for="name">${this.words.t('themes.name')}</label>
            <input id="name" type="text" maxlength="60" required autocomplete="off" />
          </div>
          <div class="field wide">
            <label for="words">${this.words.t('themes.words')}</label>
            <input id="words" type="text" required autocomplete="off" />
          </div>
          <button>${this.words.t('themes.add')}</button>
          ${
            this.edited === undefined
              ? nothing
              : html`<button type="button" @click=${this.leave}>${this.words.t('filter.close')}</button>`
          }
        </form>
        ${renderAsked(this, this.words, 'themes', this.questions.asked('themes'), (answered) => this.renderFigures(answered))}
        ${this.steps.length > 0 ? html`<button class="undo" @click=${this.undo}>${this.words.t('plan.undo')}</button>` : nothing}
      </section>
    `;
  }

  private renderFigures(answered: Answered): TemplateResult {
    // Without figures there are still themes to change.
    const names = Object.keys(this.themes).map((name) => ({ name, unknown: [] }));
    const { unavailable, themes = names, cells = [] } = (measureIn(answered, 'themes') ?? {}) as Themes;
    const figures = cells[0]?.themes ?? [];
    const heads = ['themes.name', 'themes.share', 'themes.with', 'themes.difference'] as const;
    return html`
      ${unavailable ? renderUnavailable(this.words, unavailable) : nothing}
      <div class="scroll" tabindex="0" role="group" aria-label=${this.words.t('themes.title')}>
        <table aria-label=${this.words.t('themes.title')}>
          <thead>
            <tr>
              ${heads.map((key) => html`<th scope="col">${this.words.t(key)}</th>`)}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${themes.map(({ name, unknown }, index) => this.renderTheme(name, unknown, figures[index] ?? {}))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderTheme(name: string, unknown: readonly string[], figures: ThemeFigures): TemplateResult {
    const { lang } = this.words;
    const { responses, share, with: mentioned, difference } = figures;
    const of = this.words.t('heat.responses', { count: formatCount(lang, responses ?? 0) });
    return html`
      <tr>
        <th scope="row">
          <button class="quiet" @click=${() => this.edit(name)}><bdi>${name}</bdi></button>
          ${
            unknown.length > 0
              ? html`<br /><span class="soft small"
                    >${this.words.t('themes.unknown', { words: unknown.join(this.words.t('filter.joint')) })}</span
                  >`
              : nothing
          }
        </th>
        <td class="wide" data-label=${this.words.t('themes.share')}>
          ${share === undefined ? '' : `${formatShare(lang, share)}, ${of}`}
        </td>
        <td class="wide" data-label=${this.words.t('themes.with')}>
          ${mentioned ? `${formatNps(lang, mentioned.nps)} (${limitsText(lang, mentioned.interval)})` : ''}
        </td>
        <td class="wide" data-label=${this.words.t('themes.difference')}>
          ${
            difference
              ? `${formatChange(lang, difference.points)} (${formatChange(lang, difference.interval.low)} – ${formatChange(lang, difference.interval.high)}), ${pText(lang, difference.p)}`
              : ''
          }
        </td>
        <td class="wide">
          <button
            aria-label=${this.words.t('themes.remove', { name })}
            title=${this.words.t('themes.remove', { name })}
            @click=${() => this.forget(name)}
          >
            ×
          </button>
        </td>
      </tr>
    `;
  }
}
