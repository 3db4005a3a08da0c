// SPDX-License-Identifier: MIT
// The JSON Schemas of the package: that of the report as it stands in web/client, and that of an inspection, which describes
// the same file with other columns and without figures. Written from one source, so that the two can not part.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { outFolder, root } from './places.mjs';

/** Writes report.schema.json and inspect.schema.json. */
export async function writeSchemas() {
  const text = await readFile(join(root, 'web/client/report.schema.json'), 'utf8');
  await writeFile(join(outFolder, 'report.schema.json'), text);
  const inspection = inspectionSchema(JSON.parse(text));
  await writeFile(join(outFolder, 'inspect.schema.json'), `${JSON.stringify(inspection, null, 2)}\n`);
}

/** The schema of what `inspect()` resolves to, from the schema of a report. */
export function inspectionSchema(report) {
  const { code, count, share, role, dialect, issue, file, column } = report.$defs;
  const { ledger, hash, ...properties } = file.properties;
  if (!ledger || !hash) throw new Error('the schema of a report describes no ledger or no hash');
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
    $defs: {
      count,
      share,
      code,
      role,
      dialect,
      issue,
      file: { ...file, required: file.required.filter((key) => key !== 'ledger' && key !== 'hash'), properties },
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
    },
  };
}
