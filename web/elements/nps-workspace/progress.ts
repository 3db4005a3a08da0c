// SPDX-License-Identifier: MIT
// How far a reading is, with a way to end it; tall where nothing else is shown.
import { html, nothing, type TemplateResult } from 'lit';

import type { Analysis } from '../../controllers/analysis-controller.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { formatBytes } from '../../i18n/format.js';

export function renderProgress(
  words: LocaleController,
  { names, progress, before }: Extract<Analysis, { phase: 'reading' }>,
  stop: () => void,
): TemplateResult {
  const { lang } = words;
  const { file = 0, files = names.length, bytesRead = 0, bytesTotal = 0, records = 0 } = progress ?? {};
  const sizes = { read: formatBytes(lang, bytesRead), total: formatBytes(lang, bytesTotal) };
  return html`
    <section class=${before ? 'card progress' : 'card progress tall'} part="progress" aria-labelledby="reading">
      <h2 id="reading">${words.rich('progress.reading', { name: html`<bdi>${names[file] ?? ''}</bdi>` })}</h2>
      <progress max=${bytesTotal || 1} .value=${bytesRead} aria-labelledby="reading"></progress>
      <p class="soft small facts">
        ${files > 1 ? html`<span>${words.t('progress.file', { file: file + 1, files })}</span>` : nothing}
        ${progress ? html`<span>${words.t('progress.bytes', sizes)}</span>` : nothing}
        ${progress ? html`<span>${words.plural('progress.rows', records)}</span>` : nothing}
      </p>
      <button @click=${stop} data-phase="reading">${words.t('progress.cancel')}</button>
    </section>
  `;
}
