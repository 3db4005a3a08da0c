// SPDX-License-Identifier: MIT
// ReviewController: which files are given, what is decided about them, and what a person sees first: the questions that are open, the
// result, or every decision. Decisions are kept in the tab's memory, so that the next file of the same kind is read alike.
import type { FileInput } from '../client/inputs.js';
import type { AnalyzeOptions } from '../client/options.js';
import type { Plan, Recipe, Report } from '../client/report.js';
import { allows, groupsEmployees } from '../files/groupings.js';
import { isKnown, isSame, isSettled, withRole, withSourcesOf, withThemes } from '../files/recipe-edits.js';
import { nameOf, sorted, type NamedRecipe, type NamedReport } from '../files/saved-files.js';
import type { AnalysisController } from './analysis-controller.js';

export type View = 'questions' | 'result' | 'plan';

/** The recipe that the files on show were read with, when somebody gave it or an earlier file left it. */
export interface Applied {
  readonly name: string;
  readonly how: 'given' | 'by-itself';
}

/** What is decided beside what the page set: a recipe, or single choices while nothing else is decided. */
export type Decisions = Pick<
  AnalyzeOptions,
  'recipe' | 'mapping' | 'sheet' | 'encoding' | 'cleaning' | 'duplicates' | 'policy' | 'themes' | 'sha256'
>;

export type Asked = Plan['questions'][number];

/** What the page wants of every reading. */
type Base = Pick<AnalyzeOptions, 'mapping' | 'groupBy' | 'onProgress'>;

export class ReviewController {
  private readonly analysis: AnalysisController;
  private readonly base: () => Base;
  private decisions: Decisions = {};
  private before: (readonly FileInput[])[] = [];
  /** Files whose copy was asked about: another copy is another question, unless a recipe that somebody gave has settled it. */
  private askedTwice: readonly string[] = [];

  /** A person chose by what the NPS is shown. */
  private choseGroups = false;

  given: readonly FileInput[] = [];
  view: View = 'result';
  asked: readonly Asked[] = [];
  /** What the files say when nobody decides anything. */
  recognised: Plan | undefined;
  applied: Applied | undefined;
  /** The decisions of the last files, for the next ones of the same kind. */
  remembered: NamedRecipe | undefined;
  /** The saved report that was repeated. */
  repeated: Report | undefined;
  /** What was read before was not shown, because its questions were open. */
  hidesBefore = false;
  /** A recipe or a report that was given alone and waits for files. */
  waiting: { readonly recipe?: NamedRecipe; readonly report?: NamedReport } = {};

  constructor(analysis: AnalysisController, base: () => Base) {
    this.analysis = analysis;
    this.base = base;
  }

  /** The options of the last reading: with the same ones, a question that follows it needs no second reading. */
  lastOptions: AnalyzeOptions = {};

  private get options(): AnalyzeOptions {
    const { mapping } = this.base();
    const { recipe } = this.decisions;
    const groupBy = this.groupings();
    return {
      ...(groupBy && { groupBy }),
      ...(typeof recipe === 'object' && groupsEmployees(recipe) && { employees: true }),
      ...(mapping && recipe === undefined && { mapping }),
      ...this.decisions,
    };
  }

  /** What a person or a given recipe chose holds; before that what the page asked for, else each of several files. */
  private groupings(): AnalyzeOptions['groupBy'] {
    const { groupBy } = this.base();
    const { recipe } = this.decisions;
    if (this.choseGroups) return undefined;
    if (groupBy) return groupBy;
    const undecided = typeof recipe !== 'object' || recipe.groupBy.length === 0;
    return undecided && this.applied?.how !== 'given' && areSeveral(this.given) ? 'file' : undefined;
  }

  get canUndoRemoval(): boolean {
    return this.before.length > 0;
  }

  /** Reads what was given, alone or together with what is there. Undefined: a recipe or report that waits for its files. */
  async take(given: readonly FileInput[], add = false): Promise<Report | undefined> {
    const { files, recipe = this.waiting.recipe, report = this.waiting.report } = await sorted(given);
    const whole = files.length === 0 ? this.given : add ? [...this.given, ...files] : files;
    if (whole.length === 0) {
      this.waiting = { ...(recipe && { recipe }), ...(report && { report }) };
      this.analysis.reset();
      return undefined;
    }
    this.waiting = {};
    if (report) return this.repeat(whole, report.report);
    if (recipe) return this.follow(whole, recipe);
    if (this.given.length === 0 && !this.remembered) return this.begin(files, {});
    return this.fit(files, add);
  }

  /** Reads the files with a recipe that somebody gave. */
  private async follow(files: readonly FileInput[], { name, recipe }: NamedRecipe): Promise<Report> {
    const report = await this.begin(files, { recipe }, { name, how: 'given' });
    this.remembered = { name, recipe: report.recipe };
    return report;
  }

  private async repeat(files: readonly FileInput[], report: Report): Promise<Report> {
    this.start(files, { recipe: report.recipe, sha256: true });
    this.leave();
    this.lastOptions = this.options;
    this.repeated = report;
    return this.analysis.verify(report, files, this.settle);
  }

  /** Files after others: rows that were corrected, more files, or the next ones of the same kind. */
  private async fit(files: readonly FileInput[], add: boolean): Promise<Report> {
    const { mapping } = this.base();
    this.leave();
    const plan = await this.analysis.plan(files, mapping ? { mapping } : {}).catch((error: unknown) => {
      // What failed or was cancelled are these files; the ones before are gone from the page.
      this.start(this.analysis.state.phase === 'empty' ? [] : files, {});
      throw error;
    });
    const corrected = plan.files.every(({ issues }) => issues.some(({ code }) => code === 'corrections'));
    if (this.given.length > 0 && (add || corrected)) return this.append(files, plan);
    const recipe = this.remembered?.recipe;
    if (typeof recipe !== 'object' || !plan.files.some((file) => isKnown(recipe, file))) return this.begin(files, {});
    const { name = '' } = this.remembered ?? {};
    const fitted = { ...sameContainers(withSourcesOf(recipe, plan.recipe), plan.recipe), asOf: plan.recipe.asOf };
    const report = await this.begin(files, { recipe: fitted }, { name, how: 'by-itself' }, plan);
    return report;
  }

  private append(files: readonly FileInput[], plan: Plan): Promise<Report> {
    const { recipe } = this.decisions;
    this.before = [];
    const all = [...this.given, ...files];
    if (typeof recipe !== 'object') return this.read(all, this.decisions);
    const known = withSourcesOf(recipe, plan.recipe);
    return this.read(all, { recipe: { ...known, groupBy: known.groupBy.filter((by) => allows(plan.files, plan.recipe, by)) } });
  }

  /** Reads the same files with what a person decided. */
  async decide(decisions: Decisions): Promise<Report> {
    this.noteTwice();
    this.noteGroups(decisions);
    const report = await this.read(this.given, decisions);
    this.remember(report.recipe);
    return report;
  }

  /** Reads the same files with another column as the score: of one file by position, of several by the header they share. */
  decideScore(column: number, name: string, report: Report | undefined): Promise<Report> {
    const { recipe, ...chosen } = this.decisions;
    if (typeof recipe !== 'object' || !report) {
      const score = this.given.length === 1 || name === '' ? column : name;
      return this.decide({ ...chosen, mapping: { ...this.base().mapping, score } });
    }
    const { files } = report;
    const changed = files.reduce((before, file, index) => {
      const at = files.length === 1 ? column : file.columns.findIndex((other) => other.name === name);
      return at < 0 ? before : withRole(before, files, index, at, 'score');
    }, report.recipe);
    return this.decide({ recipe: changed });
  }

  /** Reads the same files in another way, which is for these files only. Columns of one sheet do not hold for another one. */
  choose(choice: Pick<Decisions, 'sheet' | 'encoding'>): Promise<Report> {
    const { recipe, mapping, ...chosen } = this.decisions;
    const rules = typeof recipe === 'object' ? rulesOf(recipe) : {};
    const kept = mapping && choice.sheet === undefined ? { mapping } : {};
    return this.read(this.given, { ...chosen, ...rules, ...kept, ...choice });
  }

  /** The answers that were marked hold: the result may be seen. */
  accept(recipe: Recipe): Report | undefined {
    this.noteTwice();
    this.decisions = { recipe };
    this.asked = [];
    this.view = 'result';
    this.remember(recipe);
    return this.analysis.accept(recipe);
  }

  /** The recipe keeps these themes: what is on show, and what is read from now on. */
  keepThemes(themes: Recipe['themes']): void {
    const { recipe } = this.decisions;
    const kept = typeof recipe === 'object' ? { recipe: withThemes(recipe, themes) } : { themes };
    this.decisions = { ...this.decisions, ...kept };
    const shown = this.analysis.keepThemes(themes);
    if (shown) this.remember(shown);
  }

  withoutRecipe(): Promise<Report> {
    this.remembered = undefined;
    this.choseGroups = false;
    return this.begin(this.given, {});
  }

  remove(index: number): Promise<Report> {
    this.before = [...this.before, this.given];
    return this.read(
      this.given.filter((_, at) => at !== index),
      this.decisions,
    );
  }

  undoRemoval(): Promise<Report> {
    const given = this.before.at(-1) ?? this.given;
    this.before = this.before.slice(0, -1);
    return this.read(given, this.decisions);
  }

  /** Forgets the files, not what was decided. */
  reset(): void {
    this.start([], {});
    this.waiting = {};
    this.analysis.reset();
  }

  private begin(files: readonly FileInput[], decisions: Decisions, applied?: Applied, recognised?: Plan): Promise<Report> {
    this.start(files, decisions, applied, recognised);
    return this.read(files, decisions);
  }

  private start(files: readonly FileInput[], decisions: Decisions, applied?: Applied, recognised?: Plan): void {
    this.given = files;
    this.decisions = decisions;
    this.applied = applied;
    this.recognised = recognised;
    this.before = [];
    this.repeated = undefined;
    this.askedTwice = [];
  }

  /** A reading begins: whatever comes of it is shown in the place of questions and plan. */
  private leave(): void {
    this.hidesBefore = this.view === 'questions' || (this.hidesBefore && this.analysis.state.phase === 'reading');
    this.view = 'result';
  }

  private async read(files: readonly FileInput[], decisions: Decisions): Promise<Report> {
    this.given = files;
    this.decisions = decisions;
    this.leave();
    const { onProgress } = this.base();
    const { options } = this;
    this.lastOptions = options;
    try {
      return await this.analysis.read(files, { ...options, ...(onProgress && { onProgress }) }, this.settle);
    } finally {
      // Nothing of files is kept whose reading was cancelled.
      if (this.analysis.state.phase === 'empty') this.given = [];
    }
  }

  private readonly settle = ({ report, plan }: { readonly report: Report; readonly plan: Plan }): void => {
    this.hidesBefore = false;
    if (this.decisions.recipe === undefined) this.recognised = plan;
    this.asked = plan.questions.filter((question) => !question.settled && !this.isAskedTwice(question, report));
    this.view = this.asked.length > 0 ? 'questions' : 'result';
  };

  private isAskedTwice({ code, file }: Asked, report: Report): boolean {
    if (code !== 'same-file') return false;
    const { recipe } = this.decisions;
    const said = this.applied?.how === 'given' && typeof recipe === 'object' && isSettled(recipe, report.files, file, code);
    return said || this.askedTwice.includes(keyOf(report, file));
  }

  private noteGroups({ recipe }: Decisions): void {
    const { state } = this.analysis;
    if (state.phase !== 'done' || typeof recipe !== 'object') return;
    if (!isSame(recipe.groupBy, state.report.recipe.groupBy)) this.choseGroups = true;
  }

  /** What is asked now is answered, or accepted as it is. */
  private noteTwice(): void {
    const { state } = this.analysis;
    if (state.phase !== 'done') return;
    const same = this.asked.filter(({ code }) => code === 'same-file');
    this.askedTwice = [...this.askedTwice, ...same.map(({ file }) => keyOf(state.report, file))];
  }

  private remember(recipe: Recipe): void {
    this.remembered = { name: this.given.map(nameOf)[0] ?? '', recipe };
  }
}

/** What is decided apart from the columns. */
function rulesOf({ cleaning, duplicates, policy, themes }: Recipe): Decisions {
  return { cleaning, duplicates, policy, ...(themes && { themes }) };
}

/** The decisions about columns hold in every format; how the bytes become a table is known from a file of the same format only. */
function sameContainers(recipe: Recipe, found: Recipe): Recipe {
  const sources = recipe.sources.map((source) => {
    const now = found.sources.find(({ fingerprint }) => fingerprint === source.fingerprint);
    if (!now || now.format === source.format) return source;
    const { format, encoding, delimiter, quote, sheet, headerRecords } = now;
    return { ...source, format, encoding, delimiter, quote, sheet, headerRecords };
  });
  return { ...recipe, sources };
}

/** An archive may hold several. */
function areSeveral(given: readonly FileInput[]): boolean {
  return given.length > 1 || given.some((file) => /\.zip$/i.test(nameOf(file)));
}

function keyOf({ files }: Report, file: number): string {
  return `${files[file]?.hash ?? ''} ${files.slice(0, file).filter(({ hash }) => hash === files[file]?.hash).length}`;
}
