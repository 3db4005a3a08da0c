// SPDX-License-Identifier: MIT
// <nps-quality>: how complete and how sound a file is: a verdict in words with its reasons, what is missing, and each used column.
// Draws a property; sends no event.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { FileReport, Quality } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatCount } from '../../i18n/format.js';
import { missingRoleText } from '../../i18n/review.js';
import { explain, roleName } from '../../i18n/sentences.js';
import { styles } from './nps-quality.styles.js';

/** The core counts different values up to this many. */
const kMostDistinct = 65_536;

/**
 * The quality of one file.
 *
 * @csspart card - The surface everything stands on.
 */
export class NpsQuality extends LitElement {
  static override styles = styles;

  /** The file's part of the report. */
  @property({ attribute: false }) file: FileReport | undefined;

  private readonly words = new LocaleController(this);

  override render(): TemplateResult {
    const { file } = this;
    if (!file?.quality) return html``;
    const { verdict, reasons, missing } = file.quality;
    const { lang } = this.words;
    const said = [
      ...reasons.map((code) => explain(lang, code).sentence),
      ...missing.map((role) => missingRoleText(lang, role)),
    ];
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">
          ${this.words.t('quality.title')}
          <span class=${verdict === 'good' ? 'badge' : 'badge warning'}>${this.words.t(`quality.${verdict}`)}</span>
        </h3>
        <p>${this.words.t(`quality-why.${verdict}`)}</p>
        ${
          said.length > 0
            ? html`<ul>
                ${said.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>`
            : nothing
        }
        <details>
          <summary>${this.words.plural('result.columns', file.quality.columns.length)}</summary>
          ${this.renderColumns(file, file.quality)}
        </details>
      </section>
    `;
  }

  private renderColumns({ columns }: FileReport, quality: Quality): TemplateResult {
    const { lang } = this.words;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.words.t('quality.column')}</th>
              <th scope="col">${this.words.t('plan.role')}</th>
              <th scope="col" class="number">${this.words.t('quality.filled')}</th>
              <th scope="col" class="number">${this.words.t('quality.valid')}</th>
              <th scope="col" class="number">${this.words.t('quality.distinct')}</th>
            </tr>
          </thead>
          <tbody>
            ${quality.columns.map(
              ({ index, role, filled, valid, distinct }) => html`
                <tr>
                  <th scope="row">
                    <bdi>${columns[index]?.name || this.words.t('mapping.unnamed', { position: index + 1 })}</bdi>
                  </th>
                  <td>${roleName(lang, role)}</td>
                  <td class="number">${formatCount(lang, filled)}</td>
                  <td class="number">${formatCount(lang, valid)}</td>
                  <td class="number">
                    ${
                      distinct === null
                        ? this.words.t('quality.distinct-many', { count: kMostDistinct })
                        : formatCount(lang, distinct)
                    }
                  </td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}
