// SPDX-License-Identifier: MIT
// What a filter can be about, for the files of a report: values of columns, days, scores, groups of scores, numbers and texts of comments.
// Each field knows its condition from what a person entered, and what was entered from a condition.
import type { QueryCondition, QueryGrouping } from '../../client/query.js';
import type { Report } from '../../client/report.js';
import { attributesOf, commentColumns, haveRole, numberColumns } from '../../files/attributes.js';
import { chosenValues, placeOf, valuesCondition, type ChoosableValue } from '../../files/filters.js';
import { groups } from '../../charts/groups.js';
import type { MessageKey } from '../../i18n/index.js';

export interface Field {
  /** The place of its conditions (`placeOf`). */
  readonly id: string;
  readonly kind: 'values' | 'days' | 'range' | 'groups' | 'text';
  /** Header of the column; empty where `label` names it. */
  readonly name: string;
  /** As a question names it; empty for what is no column. */
  readonly column: string;
  readonly label?: MessageKey;
  readonly section: MessageKey;
  /** What its values are asked by. */
  readonly grouping?: QueryGrouping;
}

/** What a person has entered so far. */
export interface Entry {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly values: readonly ChoosableValue[];
}

export const emptyEntry: Entry = { from: '', to: '', text: '', values: [] };

export const groupValues = ['promoter', 'passive', 'detractor'] as const;

/** Everything that can be filtered by; columns of employees are left out, because a person alone would be a group. */
export function fieldsOf(report: Report): Field[] {
  const values = attributesOf(report).flatMap(({ id, name, role, grouping }): Field[] => {
    if (typeof grouping !== 'object' || !('column' in grouping) || role === 'employee') return [];
    return [{ id, kind: 'values', name, column: grouping.column, section: 'filter.columns', grouping }];
  });
  const others: Field[] = [
    { id: 'score', kind: 'range', name: '', column: '', label: 'filter.score', section: 'filter.others' },
    { id: 'group', kind: 'groups', name: '', column: '', label: 'filter.group', section: 'filter.others' },
  ];
  if (haveRole(report, 'date')) {
    others.unshift({ id: 'role:date', kind: 'days', name: '', column: '', label: 'filter.date', section: 'filter.others' });
  }
  const columns = (found: ReturnType<typeof numberColumns>, kind: Field['kind'], section: MessageKey): Field[] =>
    found.map(({ column, name }) => ({ id: `column:${column}`, kind, name, column, section }));
  return [
    ...values,
    ...others,
    ...columns(numberColumns(report), 'range', 'filter.numbers'),
    ...columns(commentColumns(report), 'text', 'filter.texts'),
  ];
}

/** The field that a condition belongs to. */
export function fieldOf(fields: readonly Field[], condition: QueryCondition): Field | undefined {
  return fields.find(({ id }) => id === placeOf(condition));
}

/** The condition that was entered; nothing as long as it says nothing. `all` are the values of the column. */
export function conditionOf(
  { kind, column, id }: Field,
  entry: Entry,
  all: readonly ChoosableValue[],
): QueryCondition | undefined {
  switch (kind) {
    case 'values':
      return valuesCondition(column, entry.values, all);
    case 'groups': {
      const group = groupValues.filter((one) => entry.values.includes(one));
      return group.length > 0 && group.length < groups.length ? { group } : undefined;
    }
    case 'text':
      return entry.text.trim() === '' ? undefined : { column, contains: entry.text.trim() };
    case 'days': {
      const days = ends(entry, (text) => text);
      return days && { role: 'date', ...days };
    }
    case 'range': {
      const range = ends(entry, Number);
      return range && (id === 'score' ? { score: range } : { column, ...range });
    }
  }
}

/** Both ends that were entered, in order; nothing without any. */
function ends<Value extends string | number>(
  { from, to }: Entry,
  read: (text: string) => Value,
): { from?: Value; to?: Value } | undefined {
  const [first, last] = [from, to].map((text) => (text === '' ? undefined : read(text)));
  if (first !== undefined && last !== undefined && last < first) return { from: last, to: first };
  if (first === undefined && last === undefined) return undefined;
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

/** What a person would have entered for a condition. */
export function entryOf(condition: QueryCondition, all: readonly ChoosableValue[]): Entry {
  if ('group' in condition) return { ...emptyEntry, values: condition.group };
  if ('contains' in condition) return { ...emptyEntry, text: condition.contains };
  const range = ('score' in condition ? condition.score : condition) as { from?: string | number; to?: string | number };
  if ('from' in range || 'to' in range) {
    return { ...emptyEntry, from: String(range.from ?? ''), to: String(range.to ?? '') };
  }
  return { ...emptyEntry, values: chosenValues(condition, all) };
}
