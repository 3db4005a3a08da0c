// SPDX-License-Identifier: MIT
// By what responses can be split and chosen: the attributes that the files of a report have, as a question names them. Pure functions;
// a column of employees is an attribute like others here, and who offers it must ask first.
import type { QueryGrouping } from '../client/query.js';
import type { Recipe, Role } from '../client/report.js';
import { groupingsOf } from './groupings.js';
import { columnReference, rolesOf, type KnownFile } from './recipe-edits.js';

/** What splits responses: the values of a column, months, or files. */
export interface Attribute {
  /** `column:Region`, `month` or `file`. */
  readonly id: string;
  /** Header of the column, empty for months and files. */
  readonly name: string;
  /** `date` for months, null for files. */
  readonly role: Role | null;
  readonly grouping: QueryGrouping;
}

/** A column by which responses can be chosen, beside its values. */
export interface FilterColumn {
  /** As a question names it. */
  readonly column: string;
  readonly name: string;
  readonly role: Role;
}

type Files = { readonly files: readonly KnownFile[]; readonly recipe: Recipe };

/** Roles whose cells are numbers. */
const numbered: readonly Role[] = ['driver', 'revenue', 'weight'];

/** Everything that splits responses, in the order it is offered. */
export function attributesOf(report: Files): Attribute[] {
  return groupingsOf(report).map(({ by, name, role }) => ({ id: by, name, role, grouping: groupingOf(by) }));
}

function groupingOf(by: string): QueryGrouping {
  if (by === 'file') return { by: 'file' };
  return by === 'month' ? { time: 'month' } : { column: by.replace(/^column:/, '') };
}

/** The attribute of a report with this id. */
export function attributeOf(report: Files, id: string | undefined): Attribute | undefined {
  return attributesOf(report).find((one) => one.id === id);
}

/** Columns of ratings and other numbers that some file with a figure has. */
export function numberColumns(report: Files): FilterColumn[] {
  return columnsOf(report, (role) => numbered.includes(role));
}

/** Columns of comments. */
export function commentColumns(report: Files): FilterColumn[] {
  return columnsOf(report, (role) => role === 'comment');
}

/** Whether every file with a figure has a column of this role. */
export function haveRole({ files, recipe }: Files, role: Role): boolean {
  const usable = files.flatMap((file, index) => (isUsable(file) ? [rolesOf(recipe, files, index)] : []));
  return usable.length > 0 && usable.every((roles) => roles.includes(role));
}

function columnsOf({ files, recipe }: Files, wanted: (role: Role) => boolean): FilterColumn[] {
  const found = new Map<string, FilterColumn>();
  for (const [at, file] of files.entries()) {
    if (!isUsable(file)) continue;
    for (const [index, role] of rolesOf(recipe, files, at).entries()) {
      const column = columnReference(file, index);
      if (wanted(role) && !found.has(column)) found.set(column, { column, name: file.columns[index]?.name ?? '', role });
    }
  }
  return [...found.values()];
}

function isUsable({ failure, columns }: KnownFile): boolean {
  return !failure && columns.length > 0;
}
