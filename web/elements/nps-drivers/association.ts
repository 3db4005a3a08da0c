// SPDX-License-Identifier: MIT
// Attributes that the groups are associated with, strongest first: a table of the measure `association`.
import { html, nothing, type TemplateResult } from 'lit';

import type { Unavailable } from '../../client/query.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered } from '../../controllers/query-controller.js';
import { pText, unavailableText } from '../../i18n/explore.js';
import { formatCount } from '../../i18n/format.js';
import { measureIn, renderUnavailable } from '../answer-state.js';

interface AssociatedAttribute {
  readonly name: string;
  readonly responses?: number | null;
  readonly values?: number;
  readonly cramersV?: number;
  readonly information?: number;
  readonly pAdjusted?: number;
  readonly unavailable?: Unavailable;
}

export function renderAssociation(words: LocaleController, answered: Answered): TemplateResult | typeof nothing {
  const answer = measureIn(answered, 'association');
  if (!answer) return nothing;
  if (answer.unavailable) return html`${renderUnavailable(words, answer.unavailable)}`;
  const attributes = (answer['attributes'] ?? []) as readonly AssociatedAttribute[];
  return html`
    <h4>${words.t('drivers.association')}</h4>
    <p class="soft small">${words.t('drivers.association-help')}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${words.t('drivers.association')}>
      <table aria-label=${words.t('drivers.association')}>
        <thead>
          <tr>
            <th scope="col">${words.t('drivers.attribute')}</th>
            <th scope="col" class="number">${words.t('drivers.v')}</th>
            <th scope="col" class="number">p</th>
            <th scope="col" class="number">${words.t('drivers.bits')}</th>
            <th scope="col" class="number">${words.t('drivers.values')}</th>
            <th scope="col" class="number">${words.t('sensitivity.responses')}</th>
          </tr>
        </thead>
        <tbody>
          ${attributes.map((one) => renderRow(words, one))}
        </tbody>
      </table>
    </div>
  `;
}

function renderRow(words: LocaleController, attribute: AssociatedAttribute): TemplateResult {
  const { lang } = words;
  const { name, unavailable, responses, values } = attribute;
  if (unavailable)
    return html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="soft wide" colspan="5">${unavailableText(lang, unavailable)}</td>
    </tr>`;
  const digits = (value: number | undefined): string =>
    value === undefined
      ? ''
      : new Intl.NumberFormat(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);
  const count = (value: number | null | undefined): string => (typeof value === 'number' ? formatCount(lang, value) : '');
  return html`
    <tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="number figure" data-label=${words.t('drivers.v')}>${digits(attribute.cramersV)}</td>
      <td class="number wide">${attribute.pAdjusted === undefined ? '' : pText(lang, attribute.pAdjusted)}</td>
      <td class="number wide" data-label=${words.t('drivers.bits')}>${digits(attribute.information)}</td>
      <td class="number wide" data-label=${words.t('drivers.values')}>${count(values)}</td>
      <td class="number wide" data-label=${words.t('sensitivity.responses')}>${count(responses)}</td>
    </tr>
  `;
}
