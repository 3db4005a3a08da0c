// SPDX-License-Identifier: MIT
// The form in which a condition is put together: what it is about, and then its values, days, numbers or text.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ChoosableValue, valuesIn } from '../../files/filters.js';
import { attributeName, valueText } from '../../i18n/explore.js';
import { formatCount } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/index.js';
import { groupValues, type Entry, type Field } from './fields.js';

/** More values than this can be searched. */
const kFewValues = 10;
/** No more are drawn at a time: the others are found by searching. */
const kMostDrawn = 200;

interface Editor {
  readonly fields: readonly Field[];
  readonly field: Field | undefined;
  readonly entry: Entry;
  readonly values: ReturnType<typeof valuesIn>;
  /** Shown while the values are worked out. */
  readonly waiting: unknown;
  /** What it is about can be chosen. */
  readonly isNew: boolean;
  readonly pick: (field: Field | undefined) => void;
  readonly enter: (entry: Partial<Entry>) => void;
}

export function renderEditor(words: LocaleController, editor: Editor): TemplateResult {
  const { field, isNew } = editor;
  return html`${isNew ? renderFields(words, editor) : nothing} ${field ? renderEntry(words, editor, field) : nothing}`;
}

function fieldName(words: LocaleController, { label, id, name }: Field): string {
  return label ? words.t(label) : attributeName(words.lang, { id, name });
}

function renderFields(words: LocaleController, { fields, field, pick }: Editor): TemplateResult {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const choose = (event: Event): void => pick(fields.find(({ id }) => id === (event.target as HTMLSelectElement).value));
  return html`
    <div class="field">
      <label for="what">${words.t('filter.what')}</label>
      <select id="what" @change=${choose}>
        <option value="" .selected=${live(!field)}>${words.t('filter.pick')}</option>
        ${sections.map(
          (section: MessageKey) => html`
            <optgroup label=${words.t(section)}>
              ${fields
                .filter((one) => one.section === section)
                .map(
                  (one) =>
                    html`<option value=${one.id} .selected=${live(one.id === field?.id)}>${fieldName(words, one)}</option>`,
                )}
            </optgroup>
          `,
        )}
      </select>
    </div>
  `;
}

function renderEntry(words: LocaleController, editor: Editor, field: Field): TemplateResult {
  switch (field.kind) {
    case 'values':
      return renderValues(words, editor, field);
    case 'groups':
      return renderChecks(
        words,
        editor,
        fieldName(words, field),
        groupValues.map((value) => ({ value, text: words.t(`group.${value}s`) })),
      );
    case 'text':
      return renderText(words, editor);
    case 'days':
      return renderEnds(words, editor, fieldName(words, field), 'date');
    case 'range':
      return renderEnds(words, editor, fieldName(words, field), 'number', field.id === 'score');
  }
}

function renderValues(words: LocaleController, editor: Editor, field: Field): TemplateResult {
  const { values, waiting, entry, enter } = editor;
  const texts = values.map(({ value, responses }) => ({
    value,
    text: valueText(words.lang, value, field),
    count: formatCount(words.lang, responses),
  }));
  const wanted = entry.text.toLocaleLowerCase();
  const found = texts.filter(({ text, value }) => text.toLocaleLowerCase().includes(wanted) || entry.values.includes(value));
  const legend = words.t('filter.values', { name: `\u2068${fieldName(words, field)}\u2069` });
  return html`
    ${waiting}
    ${
      values.length > kFewValues
        ? html`<div class="field">
            <label for="find">${words.t('filter.find')}</label>
            <input
              id="find"
              type="search"
              autocomplete="off"
              .value=${live(entry.text)}
              @input=${(event: Event) => enter({ text: (event.target as HTMLInputElement).value })}
              @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
            />
          </div>`
        : nothing
    }
    ${values.length > 0 ? renderChecks(words, editor, legend, found.slice(0, kMostDrawn)) : nothing}
  `;
}

interface Choosable {
  readonly value: ChoosableValue;
  readonly text: string;
  readonly count?: string;
}

function renderChecks(
  _words: LocaleController,
  { entry, enter }: Editor,
  legend: string,
  all: readonly Choosable[],
): TemplateResult {
  const set = (value: ChoosableValue, on: boolean): void => {
    const others = entry.values.filter((other) => other !== value);
    enter({ values: on ? [...others, value] : others });
  };
  return html`
    <fieldset>
      <legend>${legend}</legend>
      <div class="values">
        ${all.map(
          ({ value, text, count }) => html`
            <label>
              <input
                type="checkbox"
                .checked=${live(entry.values.includes(value))}
                @change=${(event: Event) => set(value, (event.target as HTMLInputElement).checked)}
              />
              <span class=${value === null ? 'soft' : ''}><bdi>${text}</bdi></span>
              ${count === undefined ? nothing : html`<span class="soft small">${count}</span>`}
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}

function renderText(words: LocaleController, { entry, enter }: Editor): TemplateResult {
  return html`
    <div class="field">
      <label for="text">${words.t('filter.contains')}</label>
      <input
        id="text"
        type="text"
        autocomplete="off"
        .value=${live(entry.text)}
        @input=${(event: Event) => enter({ text: (event.target as HTMLInputElement).value })}
      />
    </div>
  `;
}

/** Both ends of a range, of days or numbers; scores are whole and 0 to 10. */
function renderEnds(
  words: LocaleController,
  { entry, enter }: Editor,
  legend: string,
  type: 'date' | 'number',
  isScore = false,
): TemplateResult {
  const names =
    type === 'date' ? ({ from: 'policy.from', to: 'policy.to' } as const) : ({ from: 'filter.from', to: 'filter.to' } as const);
  const one = (end: 'from' | 'to'): TemplateResult => html`
    <div class="field">
      <label for=${end}>${words.t(names[end])}</label>
      <input
        id=${end}
        type=${type}
        step=${type === 'number' ? (isScore ? '1' : 'any') : nothing}
        min=${isScore ? '0' : nothing}
        max=${isScore ? '10' : nothing}
        .value=${live(entry[end])}
        @input=${(event: Event) => enter({ [end]: (event.target as HTMLInputElement).value })}
      />
    </div>
  `;
  return html`
    <fieldset>
      <legend>${legend}</legend>
      <div class="ends">${one('from')} ${one('to')}</div>
    </fieldset>
  `;
}
