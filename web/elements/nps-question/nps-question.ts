// SPDX-License-Identifier: MIT
// <nps-question>: one thing that the files do not tell for certain: why it matters, the rows that show it, and the answers with the
// NPS that each gives. Draws properties; sends `nps-edit` when a person marks another answer.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { ColumnReport, Plan, Recipe } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsEditEvent } from '../../events/events.js';
import { answerIn, rolesOf, withAnswer } from '../../files/recipe-edits.js';
import { formatNps } from '../../i18n/format.js';
import { answerText, questionReason, questionText } from '../../i18n/review.js';
import { styles } from './nps-question.styles.js';

type Question = Plan['questions'][number];

/** How many columns a row of proof shows. */
const kMostColumns = 6;

/**
 * A question and its answers.
 *
 * @fires {NpsEditEvent} nps-edit - A person marked another answer.
 * @csspart card - The surface everything stands on.
 */
export class NpsQuestion extends LitElement {
  static override styles = styles;

  /** The question, as a plan has it. */
  @property({ attribute: false }) question: Question | undefined;

  /** The files of the plan. */
  @property({ attribute: false }) files: Plan['files'] = [];

  /** The decisions, with the answer that is marked. */
  @property({ attribute: false }) recipe: Recipe | undefined;

  private readonly words = new LocaleController(this);

  private answer(value: string): void {
    if (!this.recipe || !this.question) return;
    this.dispatchEvent(new NpsEditEvent(withAnswer(this.recipe, this.files, this.question, value)));
  }

  override render(): TemplateResult {
    const { question, recipe } = this;
    if (!question || !recipe) return html``;
    const { lang } = this.words;
    const marked = answerIn(recipe, this.files, question);
    return html`
      <fieldset class="card" part="card" aria-describedby="why">
        <legend>${questionText(lang, question)}</legend>
        <p class="soft small place">
          ${this.renderPlace(question)}
          ${question.settled ? html`<span class="badge">${this.words.t('questions.answered')}</span>` : nothing}
        </p>
        <p id="why">${questionReason(lang, question.code)}</p>
        <div class="answers">
          ${question.answers.map((answer) => this.renderAnswer(question, answer, answer.value === marked))}
        </div>
        ${question.proof.length > 0 ? this.renderProof(question) : nothing}
      </fieldset>
    `;
  }

  private renderPlace({ file, column }: Question): unknown {
    const one = this.files[file];
    const name = html`<bdi>${one?.name ?? ''}</bdi>`;
    const place = column === null ? undefined : one?.columns[column];
    const several = this.files.length > 1;
    if (!place) return several ? this.words.rich('questions.file', { name }) : nothing;
    const where = { name, column: html`<bdi>${this.nameOf(place)}</bdi>` };
    return this.words.rich(several ? 'questions.file-column' : 'questions.column', where);
  }

  private renderAnswer(question: Question, answer: Question['answers'][number], marked: boolean): TemplateResult {
    return html`
      <label>
        <input type="radio" name="answer" value=${answer.value} .checked=${marked} @change=${() => this.answer(answer.value)} />
        <span>
          <span class="text">${this.answerName(question, answer.value)}</span>
          ${answer.responses === null ? nothing : html`<span class="soft outcome">${this.outcome(answer)}</span>`}
        </span>
      </label>
    `;
  }

  private answerName({ code, file }: Question, value: string): unknown {
    const text = answerText(this.words.lang, code, value);
    if (text !== undefined) return text;
    const column = code === 'score-column' ? this.files[file]?.columns[Number(value)] : undefined;
    return html`<bdi>${column ? this.nameOf(column) : value}</bdi>`;
  }

  private outcome({ nps, responses }: Question['answers'][number]): string {
    if (nps === null) return this.words.t('questions.no-outcome');
    return this.words.plural('questions.outcome', responses ?? 0, { nps: formatNps(this.words.lang, nps) });
  }

  /** Only columns that say something: the one asked about, those that may be meant, and others with a role. */
  private renderProof({ proof, texts, file, column, code, answers }: Question): TemplateResult {
    const columns = this.files[file]?.columns ?? [];
    const meant = code === 'score-column' ? answers.map(({ value }) => Number(value)) : [column ?? -1];
    const roles = this.recipe ? rolesOf(this.recipe, this.files, file) : [];
    const others = columns.filter(
      ({ index }) => !meant.includes(index) && !['none', 'ignore'].includes(roles[index] ?? 'none'),
    );
    // The columns asked about come first, so that they are in sight on a phone.
    const asked = meant.flatMap((index) => columns[index] ?? []);
    const shown = [...asked, ...others].slice(0, kMostColumns);
    const mark = (index: number): string => (meant.includes(index) ? 'asked' : '');
    return html`
      <p class="soft small" id="proof">${this.words.t('questions.proof')}</p>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="proof">
        <table>
          <thead>
            <tr>
              <td></td>
              ${shown.map((one) => html`<th scope="col" class=${mark(one.index)}><bdi>${this.nameOf(one)}</bdi></th>`)}
            </tr>
          </thead>
          <tbody>
            ${proof.map(
              ({ record }, row) => html`
                <tr>
                  <th scope="row" class="soft">${this.words.t('issues.row', { line: record })}</th>
                  ${shown.map(({ index }) => html`<td class=${mark(index)}><bdi>${texts[row]?.[index] ?? ''}</bdi></td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private nameOf({ name, index }: ColumnReport): string {
    return name || this.words.t('mapping.unnamed', { position: index + 1 });
  }
}
