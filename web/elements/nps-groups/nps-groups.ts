// SPDX-License-Identifier: MIT
// <nps-groups>: the NPS by file, by month and by the values of columns, each with its interval on one scale; and the choice by what.
// Draws a report; sends `nps-decide` with its recipe when a person chose.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { axisFor, intervalLine, kIntervalHeight, type Axis } from '../../charts/intervals.js';
import type { GroupTable, NpsSummary, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsDecideEvent } from '../../events/events.js';
import { allows, groupingsOf, inOrder, otherGroupings, withGroupings, type Grouping } from '../../files/groupings.js';
import { formatCount, formatLevel, formatMonth, formatNps, formatPoints } from '../../i18n/format.js';
import { infoIcon } from '../../styles/icons.js';
import { styles } from './nps-groups.styles.js';

/** Below this many responses the interval says much more than the point. */
const kFewResponses = 30;
/** More groups than this show when asked. */
const kFirstGroups = 20;
/** More groupings than this are behind a disclosure. */
const kFirstGroupings = 8;

/** What is no column: as it is chosen, and as the title of its table. */
const kFile = { choice: 'groups.file', title: 'groups.by-file' } as const;
const kMonth = { choice: 'groups.month', title: 'groups.by-month' } as const;

const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

/**
 * The NPS of groups, and the choice of groupings.
 *
 * @fires {NpsDecideEvent} nps-decide - A person chose by what the NPS is shown.
 * @csspart card - The surface everything stands on.
 * @csspart by - A grouping that can be chosen.
 * @cssprop --nps-accent - Colour of the intervals.
 */
export class NpsGroups extends LitElement {
  static override styles = styles;

  /** The report to draw. */
  @property({ attribute: false }) report: Report | undefined;

  /** Columns of employees are offered: a person switched that on. */
  @state() private employees = false;

  /** Tables that show all of their groups, by what they are grouped. */
  @state() private whole: ReadonlySet<string> = new Set();

  /** The grouping that was chosen last, where the focus comes back to. */
  private last = '';

  /** What the page or a recipe asked for beside what is offered; it stays a choice when it is switched off. */
  private others: readonly Grouping[] = [];

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { report } = this;
    if (!changed.has('report') || !report) return;
    const offered = groupingsOf(report);
    const asked = otherGroupings(report.recipe, [...offered, ...this.others]);
    this.others = [...this.others, ...asked].filter(
      ({ by }) => allows(report.files, report.recipe, by) && !offered.some((one) => one.by === by),
    );
    const chosen = offered.filter(({ by }) => report.recipe.groupBy.includes(by));
    if (chosen.some(({ role }) => role === 'employee')) this.employees = true;
  }

  /** Puts the focus on the grouping that was chosen last, without scrolling to it. */
  override focus(options?: FocusOptions): void {
    const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.by input')];
    const last = inputs.find(({ value }) => value === this.last) ?? inputs[0];
    last?.focus(options);
  }

  private choose(grouping: string, event: Event): void {
    const { report } = this;
    if (!report) return;
    this.last = grouping;
    const others = report.recipe.groupBy.filter((by) => by !== grouping);
    const { checked } = event.target as HTMLInputElement;
    this.dispatchEvent(new NpsDecideEvent(withGroupings(report.recipe, checked ? [...others, grouping] : others)));
  }

  /** Switched off, the groups of employees go. */
  private readonly allow = (event: Event): void => {
    this.employees = (event.target as HTMLInputElement).checked;
    const { report } = this;
    if (!report || this.employees) return;
    const named: readonly string[] = groupingsOf(report).flatMap(({ by, role }) => (role === 'employee' ? [by] : []));
    const rest = report.recipe.groupBy.filter((by) => !named.includes(by));
    if (rest.length < report.recipe.groupBy.length) this.dispatchEvent(new NpsDecideEvent(withGroupings(report.recipe, rest)));
  };

  private showAll(table: string): void {
    this.whole = new Set([...this.whole, table]);
  }

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    const groupings = [...groupingsOf(report), ...this.others];
    const tables = (report.groupBy ?? []).filter((table) => table.by !== 'file' || report.files.length > 1);
    if (groupings.length === 0 && tables.length === 0) return html``;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('groups.title')}</h3>
        ${this.renderChoice(groupings, report)}
        ${tables.length > 0 ? html`<p class="soft small">${this.words.t('groups.sentence')}</p>` : nothing}
        ${tables.map((table, index) => this.renderTable(table, index, groupings, report))}
      </section>
    `;
  }

  private renderChoice(groupings: readonly Grouping[], { recipe }: Report): TemplateResult | typeof nothing {
    const offered = groupings.filter(({ role }) => role !== 'employee' || this.employees);
    const isChosen = ({ by }: Grouping): boolean => recipe.groupBy.includes(by);
    const first = offered.filter((one, index) => index < kFirstGroupings || isChosen(one));
    const others = offered.filter((one) => !first.includes(one));
    const chip = (one: Grouping): TemplateResult => this.renderChip(one, isChosen(one));
    return html`
      ${
        offered.length > 0
          ? html`
              <fieldset>
                <legend>${this.words.t('groups.by')}</legend>
                <div class="chips">${first.map(chip)}</div>
                ${
                  others.length > 0
                    ? html`<details>
                        <summary>${this.words.plural('groups.columns', others.length)}</summary>
                        <div class="chips">${others.map(chip)}</div>
                      </details>`
                    : nothing
                }
              </fieldset>
            `
          : nothing
      }
      ${groupings.some(({ role }) => role === 'employee') ? this.renderEmployees() : nothing}
    `;
  }

  private renderChip(grouping: Grouping, chosen: boolean): TemplateResult {
    const { by } = grouping;
    const choose = (event: Event): void => this.choose(by, event);
    return html`
      <label class="by" part="by">
        <input type="checkbox" value=${by} .checked=${live(chosen)} @change=${choose} />
        <bdi>${this.choiceText(grouping)}</bdi>
      </label>
    `;
  }

  private choiceText({ by, name }: Grouping): string {
    if (by === 'month' || by === 'file') return this.words.t((by === 'file' ? kFile : kMonth).choice);
    return name || this.words.t('mapping.unnamed', { position: by.replace(/^column:#/, '') });
  }

  private renderEmployees(): TemplateResult {
    return html`
      <div class="employees">
        <label class="switch">
          <input type="checkbox" role="switch" .checked=${live(this.employees)} aria-describedby="note" @change=${this.allow} />
          <span>${this.words.t('employees.switch')}</span>
        </label>
        <p class="note small soft" id="note">${infoIcon}<span>${this.words.t('employees.note')}</span></p>
      </div>
    `;
  }

  private nameOf({ by, name }: GroupTable): string {
    return by === 'column'
      ? this.words.t('groups.by-column', { name: `\u2068${name}\u2069` })
      : this.words.t(`groups.by-${by}`);
  }

  private renderTable(table: GroupTable, index: number, groupings: readonly Grouping[], { nps }: Report): TemplateResult {
    const key = `${table.by}:${table.name}`;
    const role = groupings.find(({ by, name }) => by.startsWith('column:') && name === table.name)?.role ?? null;
    const all = inOrder(table, table.by === 'column' ? role : null, this.words.lang);
    const shown = this.whole.has(key) || all.length <= kFirstGroups + 1 ? all : all.slice(0, kFirstGroups);
    const figures = [...shown.map((group) => group.nps), ...(nps ? [nps] : [])];
    const axis = axisFor(figures.map(placesOf));
    const id = `by-${index}`;
    const rest = all.length - shown.length;
    return html`
      <h4 id=${id}>${this.nameOf(table)}</h4>
      ${all.length > 0 ? this.renderGroups(table, shown, axis, id, nps) : nothing}
      ${
        rest > 0
          ? html`<button class="more" @click=${() => this.showAll(key)}>${this.words.plural('groups.more', rest)}</button>`
          : nothing
      }
      ${table.hidden ? html`<p class="soft small hidden">${this.renderHidden(table.hidden)}</p>` : nothing}
    `;
  }

  private renderHidden({ groups, responses }: NonNullable<GroupTable['hidden']>): string {
    return this.words.plural('groups.hidden', groups, { responses: this.words.plural('score.responses', responses) });
  }

  private renderGroups(
    table: GroupTable,
    groups: GroupTable['groups'],
    axis: Axis,
    id: string,
    all: NpsSummary | null,
  ): TemplateResult {
    const level = formatLevel(this.words.lang, all?.interval.level ?? groups[0]?.nps.interval.level ?? 0.95);
    return html`
      <div class="scroll" tabindex="0" role="group" aria-labelledby=${id}>
        <table aria-labelledby=${id}>
          <thead>
            <tr>
              <th scope="col">${this.words.t('groups.group')}</th>
              <th scope="col" class="number">${this.words.t('sensitivity.responses')}</th>
              <th scope="col" class="number">${this.words.t('sensitivity.nps')}</th>
              <th scope="col" class="interval">${this.words.t('sensitivity.interval', { level })}</th>
              <th scope="col" class="chart" aria-hidden="true">${this.renderEnds(axis)}</th>
            </tr>
          </thead>
          <tbody>
            ${groups.map(({ value, nps }) => this.renderGroup(this.valueText(table, value), nps, axis, value === null))}
          </tbody>
          ${
            all
              ? html`<tfoot>
                  ${this.renderGroup(this.words.t('groups.all'), all, axis, false)}
                </tfoot>`
              : nothing
          }
        </table>
      </div>
    `;
  }

  private valueText({ by }: GroupTable, value: string | null): string {
    if (value === null) return this.words.t(by === 'month' ? 'groups.no-date' : 'groups.no-value');
    return by === 'month' ? formatMonth(this.words.lang, value) : value;
  }

  private renderEnds({ low, high }: Axis): TemplateResult {
    const { lang } = this.words;
    return html`<span class="ends"><span>${formatCount(lang, low)}</span><span>${formatCount(lang, high)}</span></span>`;
  }

  private renderGroup(name: string, nps: NpsSummary, axis: Axis, none: boolean): TemplateResult {
    const { lang } = this.words;
    const few = nps.responses < kFewResponses;
    return html`
      <tr>
        <th scope="row" class=${none ? 'soft' : ''}>
          <bdi>${name}</bdi>
          ${few ? html`<span class="badge warning">${this.words.t('score.few')}</span>` : nothing}
        </th>
        <td class="number" data-label=${this.words.t('sensitivity.responses')}>${formatCount(lang, nps.responses)}</td>
        <td class="number figure">${formatNps(lang, nps.nps)}</td>
        <td class="interval">${formatPoints(lang, nps.interval.low)} – ${formatPoints(lang, nps.interval.high)}</td>
        <td class="chart" aria-hidden="true">
          <svg height=${kIntervalHeight} class=${few ? 'few' : ''}>${intervalLine(placesOf(nps), axis)}</svg>
        </td>
      </tr>
    `;
  }
}
