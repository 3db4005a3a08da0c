// SPDX-License-Identifier: MIT
// Conditions that a person puts together: which values, days, numbers or texts responses must have. Pure functions that make, compare and
// shift the conditions of a question; what they read like in words is said in web/i18n/explore.ts.
import type { QueryCell, QueryCondition } from '../client/query.js';

export type Filter = readonly QueryCondition[];

/** Days such as `2025-03-31`, both included. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** What a condition is about: conditions about the same place take each other's place. */
export function placeOf(condition: QueryCondition): string {
  if ('group' in condition) return 'group';
  if ('score' in condition) return 'score';
  return 'role' in condition ? `role:${condition.role}` : `column:${condition.column}`;
}

/** A value that a person can choose: a text, or null for responses without one. */
export type ChoosableValue = string | null;

/**
 * The condition that holds for exactly these values of a column; nothing when all or none are chosen. Where responses without a value
 * are among those chosen, it names the values that were left out.
 */
export function valuesCondition(
  column: string,
  chosen: readonly ChoosableValue[],
  all: readonly ChoosableValue[],
): QueryCondition | undefined {
  const texts = chosen.filter((value) => value !== null);
  const left = all.filter((value) => value !== null && !texts.includes(value)) as string[];
  if (chosen.length === 0 || chosen.length >= all.length) return undefined;
  if (!chosen.includes(null)) return { column, in: texts };
  return texts.length === 0 ? { column, missing: true } : { column, not: true, in: left };
}

/** Which of `all` values a condition lets through: what `valuesCondition` was made of. */
export function chosenValues(condition: QueryCondition | undefined, all: readonly ChoosableValue[]): ChoosableValue[] {
  if (!condition || !('column' in condition)) return [];
  const named = 'in' in condition ? condition.in : 'equals' in condition ? [condition.equals] : [];
  if ('missing' in condition) return all.filter((value) => (value === null) !== Boolean(condition.not));
  return condition.not
    ? all.filter((value) => value === null || !named.includes(value))
    : all.filter((value) => value !== null && named.includes(value));
}

/** The values of a question that was split by one column; what stands together at the end is not choosable. */
export function valuesIn(cells: readonly QueryCell[] | undefined): { value: ChoosableValue; responses: number }[] {
  return (cells ?? []).flatMap(({ values, responses = 0 }) => {
    const [value] = values;
    return typeof value === 'string' || value === null ? [{ value, responses }] : [];
  });
}

/** The period that a filter is about. */
export function periodOf(filter: Filter): Period | undefined {
  return filter.find(isPeriod);
}

/** The same filter about another period. */
export function withPeriod(filter: Filter, period: Period): Filter {
  return filter.map((condition) => (isPeriod(condition) ? { role: 'date', ...period } : condition));
}

function isPeriod(condition: QueryCondition): condition is { role: 'date'; from?: string; to?: string } {
  return 'role' in condition && condition.role === 'date' && !condition.not && !('missing' in condition);
}

const kDayMs = 86_400_000;

/**
 * The period just before, of the same length: whole months before whole months, else as many days. Nothing for one without a beginning or
 * an end.
 */
export function previousPeriod({ from, to }: Period): Required<Period> | undefined {
  const first = dayOf(from);
  const last = dayOf(to);
  if (first === undefined || last === undefined || last < first) return undefined;
  const before = last + kDayMs;
  const [start, end] = [new Date(first), new Date(before)];
  if (start.getUTCDate() === 1 && end.getUTCDate() === 1) {
    const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
    const earlier = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - months, 1);
    return { from: written(earlier), to: written(first - kDayMs) };
  }
  return { from: written(first - (before - first)), to: written(first - kDayMs) };
}

function dayOf(day: string | undefined): number | undefined {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}

function written(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The filter with one condition in place of another, or behind the others. */
export function withCondition(filter: Filter, condition: QueryCondition, instead?: number): Filter {
  return instead === undefined ? [...filter, condition] : filter.map((other, index) => (index === instead ? condition : other));
}

/** Only conditions about columns that are still there. */
export function keptConditions(filter: Filter, isThere: (condition: QueryCondition) => boolean): Filter {
  const kept = filter.filter(isThere);
  return kept.length === filter.length ? filter : kept;
}
