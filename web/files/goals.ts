// SPDX-License-Identifier: MIT
// Targets and thresholds that a person has set: as options of the measure `goals`, and what of its answer is certain enough for an alert.
import type { CellValue, QueryMeasure } from '../client/query.js';
import type { NpsSummary } from '../client/report.js';
import type { Alert } from '../events/events.js';
import type { Goals } from './measure-answers.js';

/** NPS in points; what is not there is not asked for. */
export interface Targets {
  readonly overall?: number | undefined;
  /** For every value without a target of its own. */
  readonly every?: number | undefined;
  /** By attribute id, then by value (null as the text `null` in JSON). */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly below?: number | undefined;
  readonly above?: number | undefined;
}

export const noTargets: Targets = { own: new Map() };

export function hasTargets({ overall, every, own, below, above }: Targets): boolean {
  return [overall, every, below, above].some((one) => one !== undefined) || [...own.values()].some(({ size }) => size > 0);
}

/** The value of a cell as the key of its target. */
export function targetKey(value: CellValue): string {
  return JSON.stringify(value);
}

/** The targets with another one for a value; undefined takes it away. */
export function withTarget(targets: Targets, attribute: string, value: CellValue, points: number | undefined): Targets {
  const values = new Map(targets.own.get(attribute));
  if (points === undefined) values.delete(targetKey(value));
  else values.set(targetKey(value), points);
  return { ...targets, own: new Map([...targets.own, [attribute, values]]) };
}

/** The measure that answers, split by an attribute or by none; nothing when it would have nothing to answer. */
export function goalsMeasure(targets: Targets, attribute: string | undefined): QueryMeasure | undefined {
  const { overall, every, below, above, own } = targets;
  const values = attribute === undefined ? [] : [...(own.get(attribute) ?? [])];
  const list = [
    ...(overall === undefined ? [] : [{ nps: overall }]),
    ...values.map(([key, nps]) => ({ value: JSON.parse(key) as string | null, nps })),
  ];
  const thresholds = { ...(below !== undefined && { below }), ...(above !== undefined && { above }) };
  const options = {
    ...(list.length > 0 && { targets: list }),
    ...(attribute !== undefined && every !== undefined && { default: every }),
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
  };
  return Object.keys(options).length > 0 ? { measure: 'goals', ...options } : undefined;
}

/** What is missed for certain. */
export function alertsIn({ overall, cells = [], alerts = [] }: Goals, attribute: string | null): Alert[] {
  const about = (values: readonly CellValue[]) => {
    const [value] = values;
    return { attribute: values.length === 0 ? null : attribute, value: typeof value === 'string' ? value : null };
  };
  return [
    ...(overall?.status === 'missed' ? [{ goal: overall, values: [] }] : []),
    ...cells.flatMap((goal) => (goal.status === 'missed' ? [{ goal, values: goal.values }] : [])),
  ]
    .map(({ goal, values }): Alert => ({ kind: 'target', limit: goal.target, ...about(values), figure: figureOf(goal) }))
    .concat(
      alerts.flatMap((one): Alert[] =>
        one.certain ? [{ kind: one.bound, limit: one.threshold, ...about(one.values), figure: figureOf(one) }] : [],
      ),
    );
}

function figureOf({ responses, detractors, passives, promoters, nps, mean, histogram, interval }: NpsSummary): NpsSummary {
  return { responses, detractors, passives, promoters, nps, mean, histogram, interval };
}
