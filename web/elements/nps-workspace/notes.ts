// SPDX-License-Identifier: MIT
// What stands under the heading of a result when there is something to say: which recipe was applied, what a repetition gave, and how
// far something is that is being made to be saved.
import { html, nothing, type TemplateResult } from 'lit';

import type { Report } from '../../client/report.js';
import type { Verification } from '../../client/verify.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { Applied, ReviewController } from '../../controllers/review-controller.js';
import type { Saving } from '../../controllers/saving-controller.js';
import { formatShare } from '../../i18n/format.js';

interface Notes {
  readonly report: Report;
  readonly applied: Applied | undefined;
  /** The saved report that was repeated. */
  readonly saved: Report | undefined;
  readonly verification: Verification | undefined;
  readonly saving: Saving;
  readonly readWithout: () => void;
}

export function renderNotes(words: LocaleController, notes: Notes): TemplateResult {
  const { applied, verification, saved } = notes;
  return html`
    ${
      verification
        ? html`<nps-verification
            slot="notes"
            lang=${words.lang}
            .saved=${saved}
            .verification=${verification}
          ></nps-verification>`
        : nothing
    }
    ${applied ? renderApplied(words, applied, notes) : nothing} ${renderSaving(words, notes.saving, notes.report)}
  `;
}

/** What happened before there are files: a reading was cancelled, or a recipe or a report was given without its files. */
export function renderWaiting(
  words: LocaleController,
  waiting: ReviewController['waiting'],
  cancelled = false,
): TemplateResult {
  return html`
    ${cancelled ? html`<p class="note soft">${words.t('code.aborted')}</p>` : nothing} ${renderGiven(words, waiting)}
  `;
}

function renderGiven(
  words: LocaleController,
  { recipe, report }: ReviewController['waiting'],
): TemplateResult | typeof nothing {
  const [key, name] = recipe ? (['recipe.waits', recipe.name] as const) : (['report.waits', report?.name] as const);
  if (name === undefined) return nothing;
  return html`<p class="note" role="status">${words.rich(key, { name: html`<bdi>${name}</bdi>` })}</p>`;
}

function renderApplied(words: LocaleController, { name, how }: Applied, { report, readWithout }: Notes): TemplateResult {
  const fits = !report.files.some(({ failure }) => failure?.code === 'recipe-mismatch');
  const key = !fits ? 'recipe.does-not-fit' : how === 'given' ? 'recipe.applied' : 'recipe.by-itself';
  return html`
    <div slot="notes" class="card applied">
      <p>${words.rich(key, { name: html`<bdi class="name">${name}</bdi>` })}</p>
      <button @click=${readWithout}>${words.t('recipe.without')}</button>
    </div>
  `;
}

function renderSaving(words: LocaleController, saving: Saving, report: Report): TemplateResult | typeof nothing {
  if (saving.phase === 'failed') {
    const { code, detail } = saving.error;
    return html`<nps-failure slot="notes" lang=${words.lang} .failure=${{ code, detail }} role="alert"></nps-failure>`;
  }
  if (saving.phase !== 'working' || saving.saved.what !== 'report' || !saving.progress) return nothing;
  const { file, bytesRead, bytesTotal } = saving.progress;
  const share = formatShare(words.lang, bytesTotal === 0 ? 1 : bytesRead / bytesTotal);
  const name = `\u2068${report.files[file]?.name ?? ''}\u2069`;
  return html`<p slot="notes" class="note small" role="status">${words.t('report.hashing', { name, share })}</p>`;
}
