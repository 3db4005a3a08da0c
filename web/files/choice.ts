// SPDX-License-Identifier: MIT
// What a person explores: the filter and the attributes that all views share. It lasts as long as the files are on the page.
import type { Report } from '../client/report.js';
import { attributeOf, attributesOf, commentColumns, haveRole, numberColumns, type Attribute } from './attributes.js';
import { keptConditions, placeOf, type Filter } from './filters.js';

export interface Choice {
  readonly filter: Filter;
  /** Ids of attributes (web/files/attributes.ts): what responses are split by, and a second one for tables of two. */
  readonly by?: string | undefined;
  readonly second?: string | undefined;
  /** Columns of employees are offered: a person switched that on. */
  readonly employees: boolean;
}

export const nothingChosen: Choice = { filter: [], employees: false };

/** What is offered to split by: columns of employees only where a person wants them. */
export function offeredAttributes(report: Report, { employees }: Choice): Attribute[] {
  return attributesOf(report).filter(({ role }) => role !== 'employee' || employees);
}

/** The attribute that responses are split by, as long as it is offered. */
export function chosenAttribute(report: Report, choice: Choice, which: 'by' | 'second' = 'by'): Attribute | undefined {
  const found = attributeOf(report, choice[which]);
  return found?.role === 'employee' && !choice.employees ? undefined : found;
}

/** What is left of a choice for other files: without columns that they do not have. */
export function choiceFor(report: Report, choice: Choice): Choice {
  const columns = new Set([
    ...attributesOf(report).map(({ id }) => id),
    ...[...numberColumns(report), ...commentColumns(report)].map(({ column }) => `column:${column}`),
  ]);
  const filter = keptConditions(choice.filter, (condition) => {
    const place = placeOf(condition);
    if (place === 'role:date') return haveRole(report, 'date');
    return !place.startsWith('column:') || columns.has(place);
  });
  const [by, second] = [choice.by, choice.second].map((id) => attributeOf(report, id)?.id);
  return filter === choice.filter && by === choice.by && second === choice.second ? choice : { ...choice, filter, by, second };
}
