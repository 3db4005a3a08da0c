// SPDX-License-Identifier: MIT
// By what the NPS can be shown: which groupings the files of a report allow, which of them a recipe asks for, and in what order the
// groups of one stand. Pure functions; a column of employees is a grouping like others here, and who offers it must ask first.
import type { GroupBy } from '../client/options.js';
import type { GroupTable, Recipe, Role } from '../client/report.js';
import { columnReference, rolesOf, type KnownFile } from './recipe-edits.js';

/** A grouping that can be chosen: files, months, or the values of a column. */
export interface Grouping {
  readonly by: GroupBy;
  /** Header of the column, empty for files and months. */
  readonly name: string;
  /** What the column is used for; `date` for months, null for files. */
  readonly role: Role | null;
}

/** Roles whose values are groups, in the order they are offered. */
const groupable: readonly Role[] = ['segment', 'channel', 'touchpoint', 'language', 'wave', 'survey', 'account', 'employee'];

type Group = GroupTable['groups'][number];

/**
 * The groupings that every file with a figure allows: a file without the column would give nothing. Of several files a column is
 * known by its header.
 */
export function groupingsOf({ files, recipe }: { readonly files: readonly KnownFile[]; readonly recipe: Recipe }): Grouping[] {
  const [first, ...others] = usableFiles(files, recipe);
  if (!first) return [];
  const columns = first.roles.flatMap((role, index) => (groupable.includes(role) ? [{ role, index }] : []));
  const named = columns.map(({ role, index }): Grouping => {
    return { by: `column:${columnReference(first.file, index)}`, name: first.file.columns[index]?.name ?? '', role };
  });
  return [
    ...(others.length > 0 ? [{ by: 'file', name: '', role: null } as const] : []),
    { by: 'month', name: '', role: 'date' } as const,
    ...named.sort((one, other) => rank(one) - rank(other)),
  ].filter(({ by }) => allows(files, recipe, by));
}

/** Whether every file with a figure can be grouped so. */
export function allows(files: readonly KnownFile[], recipe: Recipe, by: string): boolean {
  const each = usableFiles(files, recipe);
  if (by === 'file') return true;
  if (by === 'month') return each.every(({ roles }) => roles.includes('date'));
  return each.every(({ file }) => file.columns.some((_, index) => by === `column:${columnReference(file, index)}`));
}

interface UsableFile {
  readonly file: KnownFile;
  readonly roles: readonly Role[];
}

function usableFiles(files: readonly KnownFile[], recipe: Recipe): UsableFile[] {
  const all = files.map((file, index) => ({ file, roles: rolesOf(recipe, files, index) }));
  return all.filter(({ file }) => !file.failure && file.columns.length > 0);
}

function rank({ role }: Grouping): number {
  return role === null ? -1 : groupable.indexOf(role);
}

/** What is grouped by although nothing offers it, such as a column without a role that the page asked for. */
export function otherGroupings({ groupBy }: Recipe, offered: readonly Grouping[]): Grouping[] {
  return groupBy.flatMap((by) => {
    const isOffered = by === 'file' || offered.some((one) => one.by === by);
    return isOffered ? [] : [{ by: by as GroupBy, name: by.replace(/^column:/, ''), role: null }];
  });
}

/** The recipe that shows the NPS by these; one that is chosen twice counts once. */
export function withGroupings(recipe: Recipe, groupBy: readonly string[]): Recipe {
  return { ...recipe, groupBy: [...new Set(groupBy)] };
}

/** Whether a recipe shows the NPS of single employees: somebody has switched that on when it was made. */
export function groupsEmployees({ groupBy, sources }: Recipe): boolean {
  const columns = sources.flatMap((source) => source.columns.filter(({ role }) => role === 'employee'));
  return columns.some(({ column }) => groupBy.includes(`column:${column}`));
}

/**
 * The groups as they are read: months and waves in their own order, others by their responses and then by their names; never by
 * their figures, which chance moves most where there are few. Responses without a value stand last.
 */
export function inOrder({ by, groups }: Pick<GroupTable, 'by' | 'groups'>, role: Role | null, lang: string): Group[] {
  const names = new Intl.Collator(lang, { numeric: true });
  const byName = (one: Group, other: Group): number => names.compare(one.value ?? '', other.value ?? '');
  const inTime = by === 'month' || role === 'wave';
  return [...groups].sort(
    (one, other) =>
      Number(one.value === null) - Number(other.value === null) ||
      (inTime ? 0 : other.nps.responses - one.nps.responses) ||
      byName(one, other),
  );
}
