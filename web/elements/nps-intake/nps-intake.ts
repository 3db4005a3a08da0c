// SPDX-License-Identifier: MIT
// <nps-intake>: where a person gives files to the workspace: a button for the file picker, and a field to paste a table.
// Draws nothing of a file; sends `nps-files`, which stays inside the workspace.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { isTable, tableFile } from '../../controllers/table.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsFilesEvent } from '../../events/events.js';
import { lockIcon, sheetIcon } from '../../styles/icons.js';
import { styles } from './nps-intake.styles.js';

/** What the file picker shows at first; what a file is, is told by its content and not by its name. */
const kAccept =
  '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.xlsx,.xlsm,.xls,.ods,.html,.htm,.xml,.zip,.gz,text/csv,text/tab-separated-values,application/json';

/**
 * The way in for files.
 *
 * @fires {NpsFilesEvent} nps-files - A person chose files or pasted a table.
 * @slot - More ways to begin, such as a button for an example.
 * @csspart zone - The area that invites to drop.
 * @csspart choose - The button that opens the file picker.
 * @csspart paste - The button that opens the field for a table.
 */
export class NpsIntake extends LitElement {
  static override styles = styles;

  /** Draws only the button for another file. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private pasting = false;
  /** What is in the field is not a table yet. */
  @state() private short = false;
  @query('input') private readonly input!: HTMLInputElement | null;
  @query('textarea') private readonly field!: HTMLTextAreaElement | null;
  @query('[part=choose]') private readonly chooseButton!: HTMLButtonElement | null;
  @query('[part=paste]') private readonly pasteButton!: HTMLButtonElement | null;

  private readonly words = new LocaleController(this);

  /** Puts the focus on the button that opens the file picker. */
  override focus(options?: FocusOptions): void {
    this.chooseButton?.focus(options);
  }

  private readonly choose = (): void => this.input?.click();

  private readonly take = (): void => {
    const files = [...(this.input?.files ?? [])];
    // So that the same file can be chosen again.
    if (this.input) this.input.value = '';
    if (files.length > 0) this.dispatchEvent(new NpsFilesEvent(files));
  };

  private readonly openField = async (): Promise<void> => {
    this.pasting = true;
    this.short = false;
    await this.updateComplete;
    this.field?.focus();
  };

  private readonly closeField = async (): Promise<void> => {
    this.pasting = false;
    await this.updateComplete;
    this.pasteButton?.focus();
  };

  private readonly readField = (): void => {
    const text = this.field?.value ?? '';
    this.short = !isTable(text);
    if (this.short) this.field?.focus();
    else this.dispatchEvent(new NpsFilesEvent([tableFile(text, this.words.t('paste.name'))]));
  };

  override render(): TemplateResult {
    const picker = html`<input
      type="file"
      multiple
      hidden
      accept=${kAccept}
      aria-label=${this.words.t('drop.choose')}
      @change=${this.take}
    />`;
    if (this.compact) {
      return html`<button part="choose" @click=${this.choose}>${this.words.t('result.another')}</button>${picker}`;
    }
    return html` <div class="zone" part="zone">${this.pasting ? this.renderField() : this.renderInvitation()} ${picker}</div> `;
  }

  private renderInvitation(): TemplateResult {
    return html`
      <div class="picture">${sheetIcon}</div>
      <h2>${this.words.t('drop.title')}</h2>
      <p class="soft">${this.words.t('drop.hint')}</p>
      <div class="ways">
        <button class="main" part="choose" @click=${this.choose}>${this.words.t('drop.choose')}</button>
        <button part="paste" @click=${this.openField}>${this.words.t('drop.paste')}</button>
        <slot></slot>
      </div>
      <p class="soft small private">${lockIcon}${this.words.t('drop.private')}</p>
    `;
  }

  private renderField(): TemplateResult {
    return html`
      <div class="field">
        <label for="table">${this.words.t('paste.label')}</label>
        <p class="soft small" id="hint">${this.words.t('paste.hint')}</p>
        <textarea
          id="table"
          rows="8"
          spellcheck="false"
          autocomplete="off"
          wrap="off"
          aria-describedby="hint problem"
        ></textarea>
        <p class="problem small" id="problem" role="status">${this.short ? this.words.t('paste.short') : nothing}</p>
        <div class="ways">
          <button class="main" @click=${this.readField}>${this.words.t('paste.read')}</button>
          <button @click=${this.closeField}>${this.words.t('paste.close')}</button>
        </div>
      </div>
    `;
  }
}
