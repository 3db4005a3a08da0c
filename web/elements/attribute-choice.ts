// SPDX-License-Identifier: MIT
// The choice of an attribute by which responses are split, and the switch that offers those of employees: alike in all views.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Report } from '../client/report.js';
import type { LocaleController } from '../controllers/locale-controller.js';
import { attributesOf, type Attribute } from '../files/attributes.js';
import { attributeName } from '../i18n/explore.js';
import { infoIcon } from '../styles/icons.js';

interface AttributeSelect {
  readonly id: string;
  readonly label: string;
  /** In place of an attribute. */
  readonly none: string;
  readonly offered: readonly Attribute[];
  readonly chosen: Attribute | undefined;
  readonly choose: (id: string | undefined) => void;
}

export function renderAttributeSelect(
  words: LocaleController,
  { id, label, none, offered, chosen, choose }: AttributeSelect,
): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}>
        <option value="" .selected=${live(!chosen)}>${none}</option>
        ${offered.map(
          (one) =>
            html`<option value=${one.id} .selected=${live(one.id === chosen?.id)}>${attributeName(words.lang, one)}</option>`,
        )}
      </select>
    </div>
  `;
}

/** Only where the files have columns of employees. */
export function renderEmployeesSwitch(
  words: LocaleController,
  report: Report,
  on: boolean,
  set: (on: boolean) => void,
): TemplateResult | typeof nothing {
  if (!attributesOf(report).some(({ role }) => role === 'employee')) return nothing;
  return html`
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${live(on)}
        aria-describedby="employees"
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />
      <span>${words.t('employees.switch')}</span>
    </label>
    <p class="note small soft" id="employees">${infoIcon}<span>${words.t('employees.note')}</span></p>
  `;
}
