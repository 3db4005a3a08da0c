// SPDX-License-Identifier: MIT
// <nps-comments>: what people write: terms of promoters and of detractors, themes, comments that contain a text, languages, and comments
// that say nearly the same. Draws answers; sends `nps-query` for them.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { NpsSummary, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { commentColumns } from '../../files/attributes.js';
import { nothingChosen, type Choice } from '../../files/choice.js';
import type { Comments, Duplicates, Languages } from '../../files/comment-answers.js';
import { limitsText } from '../../i18n/explore.js';
import { formatCount, formatNps } from '../../i18n/format.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { renderComments } from './comment-list.js';
import { styles } from './nps-comments.styles.js';
import { renderTerms } from './term-lists.js';

/** Comments that show at first, and how many more each time. */
const kPage = 20;

/**
 * What people write.
 *
 * @fires {NpsQueryEvent} nps-query - Answers are needed.
 * @fires {NpsThemesEvent} nps-themes - A person changed the themes that the recipe keeps.
 */
export class NpsComments extends LitElement {
  static override styles = styles;

  /** The report that the comments belong to. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  @state() private of: 'groups' | 'selections' = 'groups';
  @state() private search = '';
  @state() private shown = kPage;
  @state() private duplicates = false;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => {
    const { filter } = this.choice;
    const asks = this.active && this.hasComments;
    const of = filter.length > 0 ? this.of : 'groups';
    return {
      terms: asks ? { filter, measures: [{ measure: 'terms', of, limit: 15 }] as const } : undefined,
      languages: asks ? { filter, measures: ['languages'] as const } : undefined,
      comments: asks
        ? {
            filter,
            measures: [
              { measure: 'comments', limit: this.shown, order: 'date', ...(this.search && { search: this.search }) },
            ] as const,
          }
        : undefined,
      duplicates: asks && this.duplicates ? { filter, measures: ['near-duplicates'] as const } : undefined,
    };
  });

  private get hasComments(): boolean {
    return this.report !== undefined && commentColumns(this.report).length > 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choice') && changed.get('choice')?.filter !== this.choice.filter) this.shown = kPage;
  }

  private readonly find = (event: Event): void => {
    event.preventDefault();
    this.search = this.renderRoot.querySelector<HTMLInputElement>('#search')?.value.trim() ?? '';
    this.shown = kPage;
  };

  override render(): TemplateResult {
    if (!this.report) return html``;
    if (!this.hasComments) return html`<p class="soft">${this.words.t('comments.none')}</p>`;
    return html`
      ${this.choice.filter.length > 0 ? this.renderContrast() : nothing}
      ${renderAsked(this, this.words, 'terms', this.questions.asked('terms'), (answered) =>
        renderTerms(this.words, measureIn(answered, 'terms') ?? {}),
      )}
      <nps-themes
        lang=${this.words.lang}
        .report=${this.report}
        .choice=${this.choice}
        .answers=${this.answers}
        .active=${this.active}
      ></nps-themes>
      ${this.renderSearch()} ${this.renderLanguages()} ${this.renderDuplicates()}
    `;
  }

  private renderContrast(): TemplateResult {
    const kinds = ['groups', 'selections'] as const;
    return html`
      <div class="choices">
        <div class="field">
          <label for="of">${this.words.t('comments.contrast')}</label>
          <select id="of" @change=${(event: Event) => (this.of = (event.target as HTMLSelectElement).value as typeof this.of)}>
            ${kinds.map(
              (kind) =>
                html`<option value=${kind} ?selected=${kind === this.of}>${this.words.t(`comments.contrast.${kind}`)}</option>`,
            )}
          </select>
        </div>
      </div>
    `;
  }

  private renderSearch(): TemplateResult {
    return html`
      <section aria-labelledby="search-title">
        <h4 id="search-title">${this.words.t('comments.search')}</h4>
        <form class="choices" role="search" @submit=${this.find}>
          <div class="field wide">
            <input id="search" type="search" aria-labelledby="search-title" autocomplete="off" @search=${this.find} />
          </div>
          <button>${this.words.t('comments.search')}</button>
        </form>
        ${renderAsked(this, this.words, 'comments', this.questions.asked('comments'), (answered) => this.renderFound(answered))}
      </section>
    `;
  }

  private renderFound(answered: Answered): TemplateResult {
    const { unavailable, total = 0, comments = [] } = (measureIn(answered, 'comments') ?? {}) as Comments;
    if (unavailable) return html`${renderUnavailable(this.words, unavailable)}`;
    return html`
      <p class="soft small found" role="status">
        ${this.words.plural('comments.found', total)} · ${this.words.t('comments.masked')}
      </p>
      ${renderComments(this.words, comments)}
      ${
        comments.length < total
          ? html`<button @click=${() => (this.shown += kPage)}>
              ${this.words.t('comments.show', { count: Math.min(kPage, total - comments.length) })}
            </button>`
          : nothing
      }
    `;
  }

  private renderLanguages(): TemplateResult | typeof nothing {
    const answered = this.questions.asked('languages')?.answered;
    const { languages = [] } = answered ? ((measureIn(answered, 'languages') ?? {}) as Languages) : {};
    if (languages.length < 2) return nothing;
    const { lang } = this.words;
    const names = new Intl.DisplayNames(lang, { type: 'language' });
    return html`
      <section aria-labelledby="languages">
        <h4 id="languages">${this.words.t('comments.languages')}</h4>
        ${this.renderFigures(
          languages.map(({ language, comments, figure }) => ({
            name: language === null ? this.words.t('comments.unknown-language') : (names.of(language) ?? language),
            count: this.words.plural('comments.found', comments),
            figure,
          })),
        )}
      </section>
    `;
  }

  private renderDuplicates(): TemplateResult {
    return html`
      <section aria-labelledby="duplicates">
        <h4 id="duplicates">${this.words.t('comments.duplicates')}</h4>
        ${
          this.duplicates
            ? renderAsked(this, this.words, 'duplicates', this.questions.asked('duplicates'), (answered) =>
                this.renderGroups(measureIn(answered, 'near-duplicates') ?? {}),
              )
            : html`<button @click=${() => (this.duplicates = true)}>${this.words.t('comments.duplicates-show')}</button>`
        }
      </section>
    `;
  }

  private renderGroups({ largest = [], unavailable }: Duplicates): TemplateResult {
    if (unavailable) return html`${renderUnavailable(this.words, unavailable)}`;
    if (largest.length === 0) return html`<p class="soft">${this.words.t('comments.duplicates-none')}</p>`;
    return this.renderFigures(
      largest.map(({ comments, figure, example }) => ({
        name: example?.text ?? '',
        count: this.words.t('comments.times', { count: formatCount(this.words.lang, comments) }),
        figure,
      })),
    );
  }

  private renderFigures(
    rows: readonly { readonly name: string; readonly count: string; readonly figure: NpsSummary }[],
  ): TemplateResult {
    const { lang } = this.words;
    return html`
      <table>
        <tbody>
          ${rows.map(
            ({ name, count, figure }) => html`
              <tr>
                <th scope="row"><bdi>${name}</bdi></th>
                <td class="number">${count}</td>
                <td class="number figure">${formatNps(lang, figure.nps)}</td>
                <td class="interval">${limitsText(lang, figure.interval)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}
