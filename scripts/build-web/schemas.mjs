// SPDX-License-Identifier: MIT
// The JSON Schemas of the package: that of the report as it stands in web/client, and those of an inspection, a plan and a recipe,
// which are made of its parts. Written from one source, so that they can not part.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { outFolder, root } from './places.mjs';

/** Writes report.schema.json, inspect.schema.json, plan.schema.json and recipe.schema.json. */
export async function writeSchemas() {
  const text = await readFile(join(root, 'web/client/report.schema.json'), 'utf8');
  await writeFile(join(outFolder, 'report.schema.json'), text);
  const report = JSON.parse(text);
  const others = { inspect: inspectionSchema(report), plan: planSchema(report), recipe: recipeSchema(report) };
  for (const [name, schema] of Object.entries(others))
    await writeFile(join(outFolder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

/** The schema of what `inspect()` resolves to, from the schema of a report. */
export function inspectionSchema(report) {
  return {
    $schema: report.$schema,
    title: 'npscope inspection',
    description:
      'What inspect() resolves to and what `npscope inspect --json` prints: what was recognised of files, without scoring. Later versions only add keys.',
    type: 'object',
    required: ['schema', 'files'],
    properties: {
      schema: { const: 'npscope-inspect/1' },
      files: { type: 'array', items: { $ref: '#/$defs/file' } },
    },
    $defs: inspectionParts(report),
  };
}

/** The schema of what `plan()` resolves to. */
export function planSchema(report) {
  const { question, day, rule, unit, answers, policy, level, method, exclusion, source, recipe } = report.$defs;
  const texts = {
    description: 'The cells of the records in `proof`.',
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
  };
  const count = { $ref: '#/$defs/count' };
  const change = { rule: { $ref: '#/$defs/rule' }, file: count, record: count, column: count };
  const members = { ...change, before: { type: 'string' }, after: { type: 'string' } };
  return {
    $schema: report.$schema,
    title: 'npscope plan',
    description:
      'What plan() resolves to and what `npscope plan --json` prints: what was recognised of files, what has to be asked, and the recipe that analyze() would follow. Later versions only add keys.',
    type: 'object',
    required: ['schema', 'complete', 'certain', 'files', 'questions', 'changes', 'recipe'],
    properties: {
      schema: { const: 'npscope-plan/1' },
      complete: { description: 'All records were read, not only the start of each file.', type: 'boolean' },
      certain: { description: 'Nothing has to be asked.', type: 'boolean' },
      files: { type: 'array', items: { $ref: '#/$defs/file' } },
      questions: { type: 'array', items: { $ref: '#/$defs/question' } },
      changes: {
        description: 'Cells before and after a cleaning rule, at most three for each.',
        type: 'array',
        items: { type: 'object', required: Object.keys(members), properties: members },
      },
      recipe: { $ref: '#/$defs/recipe' },
    },
    $defs: {
      ...inspectionParts(report),
      ...{ day, rule, unit, answers, policy, level, method, exclusion, source, recipe },
      points: report.$defs.points,
      question: { ...question, required: [...question.required, 'texts'], properties: { ...question.properties, texts } },
    },
  };
}

/** The schema of a recipe on its own. */
export function recipeSchema(report) {
  const { code, share, role, day, format, answers, unit, policy, level, method, exclusion, source, recipe } = report.$defs;
  return {
    $schema: report.$schema,
    title: 'npscope recipe',
    description:
      'Every decision about files, to be kept, changed and applied again: analyze(files, { recipe }) and `npscope report --recipe`. No cell of a file is in it.',
    ...recipe,
    $defs: { code, share, role, day, format, answers, unit, policy, level, method, exclusion, source },
  };
}

/** What of a report is also in an inspection: files without what only counting tells, columns with samples. */
function inspectionParts({ $defs }) {
  const { code, count, share, role, format, failure, place, dialect, issue, file, column } = $defs;
  const counted = ['ledger', 'quality', 'hash', 'sha256'];
  const missing = counted.filter((key) => !(key in file.properties));
  if (missing.length > 0) throw new Error(`the schema of a report describes no ${missing}`);
  const isLeft = (key) => !counted.includes(key);
  return {
    ...{ code, count, share, role, format, failure, place, dialect, issue },
    file: {
      ...file,
      required: file.required.filter(isLeft),
      properties: Object.fromEntries(Object.entries(file.properties).filter(([key]) => isLeft(key))),
    },
    column: {
      ...column,
      required: [...column.required, 'samples', 'filled'],
      properties: {
        ...column.properties,
        samples: {
          description: 'The first few different values of the sample.',
          type: 'array',
          items: { type: 'string' },
          maxItems: 5,
        },
        filled: { description: "Share of the sample's records that have something here.", $ref: '#/$defs/share' },
      },
    },
  };
}
