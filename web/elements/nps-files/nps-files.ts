// SPDX-License-Identifier: MIT
// <nps-files>: the files that count, with ways to add one, to take one out and to take that back, and what to do with a file that is
// there twice. Draws properties; sends `nps-files`, `nps-remove` and `nps-decide`.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import type { FileReport, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsDecideEvent, NpsFilesEvent, NpsRemoveEvent } from '../../events/events.js';
import { withDuplicates, withSettled } from '../../files/recipe-edits.js';
import { styles } from './nps-files.styles.js';

/**
 * The files of a report.
 *
 * @fires {NpsFilesEvent} nps-files - A person added files.
 * @fires {NpsRemoveEvent} nps-remove - A person took a file out, or wants it back.
 * @fires {NpsDecideEvent} nps-decide - A person decided how often a file counts that is there twice.
 * @csspart card - The surface everything stands on.
 */
export class NpsFiles extends LitElement {
  static override styles = styles;

  /** The report of the files. */
  @property({ attribute: false }) report: Report | undefined;

  /** Names of what was given, in its order: an archive is one of them. */
  @property({ attribute: false }) given: readonly string[] = [];

  /** A file was taken out and can come back. */
  @property({ type: Boolean, attribute: 'can-undo' }) canUndo = false;

  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly words = new LocaleController(this);

  private readonly choose = (): void => this.input?.click();

  private readonly take = (): void => {
    const files = [...(this.input?.files ?? [])];
    // So that the same file can be chosen again.
    if (this.input) this.input.value = '';
    if (files.length > 0) this.dispatchEvent(new NpsFilesEvent(files, true));
  };

  private takeOut(index: number | 'undo'): void {
    this.dispatchEvent(new NpsRemoveEvent(index));
  }

  private count(once: boolean): void {
    if (!this.report) return;
    const { recipe, files, questions } = this.report;
    const counted = withDuplicates(recipe, { files: once });
    const same = questions.filter(({ code }) => code === 'same-file');
    this.dispatchEvent(new NpsDecideEvent(withSettled(counted, files, same)));
  }

  override render(): TemplateResult {
    const { report, given } = this;
    if (!report) return html``;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('files.title')}</h3>
        <ul>
          ${given.map((name, index) => this.renderFile(name, index, report))}
        </ul>
        ${this.renderSame(report)}
        <div class="ways">
          <button @click=${this.choose}>${this.words.t('files.add')}</button>
          <input type="file" multiple hidden aria-label=${this.words.t('files.add')} @change=${this.take} />
          ${this.canUndo ? html`<button @click=${() => this.takeOut('undo')}>${this.words.t('plan.undo')}</button>` : nothing}
        </div>
      </section>
    `;
  }

  private renderFile(name: string, index: number, report: Report): TemplateResult {
    const files = this.reportsOf(name, index, report.files);
    const accepted = files.reduce((sum, { ledger }) => sum + ledger.accepted, 0);
    // A row of counts stands for many responses.
    const counts = files.some(({ columns }) => columns.some(({ role }) => role === 'count'));
    const [first] = files;
    return html`
      <li>
        <div>
          <bdi class="name">${name}</bdi>
          <p class="soft small facts">
            <span>${this.words.plural(counts ? 'result.rows' : 'score.responses', accepted)}</span>
            ${first?.format ? html`<span>${this.words.t(`kind.${first.format}`)}</span>` : nothing}
            ${this.renderCorrects(files, report)}
          </p>
        </div>
        ${
          this.given.length > 1
            ? html`<button class="remove" @click=${() => this.takeOut(index)}>
                ${this.words.t('files.remove', { name: `\u2068${name}\u2069` })}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  /** Rows that came back take the places of those of another file. */
  private renderCorrects(files: readonly FileReport[], { files: all }: Report): TemplateResult | typeof nothing {
    if (!files.some(({ issues }) => issues.some(({ code }) => code === 'corrections'))) return nothing;
    const corrected = all.filter(({ ledger }) => (ledger.reasons['replaced'] ?? 0) > 0);
    return html`${corrected.map(
      ({ name }) => html`<span>${this.words.rich('files.corrects', { name: html`<bdi>${name}</bdi>` })}</span>`,
    )}`;
  }

  /** Of several files with one name, the one at the same turn. */
  private reportsOf(name: string, index: number, files: readonly FileReport[]): readonly FileReport[] {
    const named = files.filter((file) => file.name === name);
    const twins = this.given.filter((other) => other === name).length;
    if (twins < 2) return named;
    const turn = this.given.slice(0, index).filter((other) => other === name).length;
    const each = Math.max(1, Math.floor(named.length / twins));
    return named.slice(turn * each, (turn + 1) * each);
  }

  private renderSame({ questions, files, recipe }: Report): TemplateResult | typeof nothing {
    const same = questions.filter(({ code }) => code === 'same-file');
    if (same.length === 0) return nothing;
    const once = recipe.duplicates.files;
    return html`
      <div class="same" role="group" aria-labelledby="same">
        <p id="same">
          ${this.words.t('files.same')} ${same.map(({ file }) => html`<bdi class="name">${files[file]?.name ?? ''}</bdi> `)}
        </p>
        <button aria-pressed=${once} @click=${() => this.count(true)}>${this.words.t('files.once')}</button>
        <button aria-pressed=${!once} @click=${() => this.count(false)}>${this.words.t('files.twice')}</button>
      </div>
    `;
  }
}
