// SPDX-License-Identifier: MIT
// Exploring: the questions that are asked about the files on show, with the options they were read with, and figures that are saved to
// be shared. Answers last as long as the files of their report.
import { html, type LitElement, type TemplateResult } from 'lit';

import type { Report } from '../../client/report.js';
import type { AnalysisController } from '../../controllers/analysis-controller.js';
import { jsonBlob } from '../../controllers/download.js';
import { QueryController } from '../../controllers/query-controller.js';
import type { ReviewController } from '../../controllers/review-controller.js';
import type { SavingController } from '../../controllers/saving-controller.js';
import type { NpsQueryEvent, NpsShareEvent, NpsStopEvent, NpsThemesEvent } from '../../events/events.js';
import { answerCsv } from '../../files/answer-text.js';
import { besideName, nameOf } from '../../files/saved-files.js';
import { errorOf, reportIn } from './phases.js';

export class Exploring {
  private readonly analysis: AnalysisController;
  private readonly review: ReviewController;
  private readonly saving: SavingController;
  private readonly questions: QueryController;
  /** The files that the answers are about. */
  private about: Report['files'] | undefined;

  constructor(host: LitElement, analysis: AnalysisController, review: ReviewController, saving: SavingController) {
    this.analysis = analysis;
    this.review = review;
    this.saving = saving;
    this.questions = new QueryController(host, {
      query: (query, following) => analysis.query(review.given, query, { ...review.lastOptions, ...following }),
      errorOf,
    });
  }

  /** Before each update: answers about other files go, and nothing is asked while files are read. */
  follow(): void {
    const { state } = this.analysis;
    if (state.phase === 'reading') {
      this.questions.pause();
      return;
    }
    const files = reportIn(state)?.files;
    if (files !== this.about) this.questions.forget();
    this.about = files;
  }

  render(report: Report, lang: string): TemplateResult {
    return html`
      <nps-explore
        slot="explore"
        lang=${lang}
        .report=${report}
        .answers=${this.questions.answers}
        @nps-query=${this.ask}
        @nps-stop=${this.stop}
        @nps-share=${this.share}
        @nps-themes=${this.keep}
      ></nps-explore>
    `;
  }

  private readonly ask = ({ place, query }: NpsQueryEvent): void => {
    if (this.analysis.state.phase === 'done') this.questions.ask(place, query);
  };

  private readonly stop = ({ place }: NpsStopEvent): void => this.questions.stop(place);

  private readonly keep = ({ themes }: NpsThemesEvent): void => this.review.keepThemes(themes);

  /** The same question once more, with small groups hidden. */
  private readonly share = ({ query, minimum, as, onShared }: NpsShareEvent): void => {
    const { given, lastOptions } = this.review;
    const [first] = given;
    const name = besideName(given.length === 1 && first !== undefined ? nameOf(first) : '', `-figures.${as}`);
    void this.saving.save({ what: 'figures' }, name, async (making) => {
      const shared = { ...query, share: { minimum } };
      const answer = await this.analysis.query(given, shared, { ...lastOptions, ...making });
      onShared?.(answer);
      return as === 'csv' ? new Blob(['\ufeff', answerCsv(answer)], { type: 'text/csv' }) : jsonBlob({ query: shared, answer });
    });
  };
}
