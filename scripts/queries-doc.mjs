// SPDX-License-Identifier: MIT
// Writes docs/queries.md: how questions are asked, and every measure with its options and its answer, from the comments that open the
// headers of core/measures/. A test holds the page to them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { repositoryRoot } from './setup/places.mjs';

const page = join(repositoryRoot, 'docs/queries.md');
const folder = join(repositoryRoot, 'core/measures');

/** In the order in which a person comes to them. */
const order = [
  ...['nps', 'shares', 'probability', 'bootstrap', 'sample-size', 'goals'],
  ...['difference', 'paired', 'homogeneity', 'segments', 'decomposition'],
  ...['weighted', 'clustered', 'accounts', 'raked', 'trend', 'events', 'drivers', 'association'],
  ...['terms', 'themes', 'languages', 'near-duplicates', 'comments'],
];

/** `{ name, text }` of each measure: what its header says before any code. */
function measures() {
  const headers = readdirSync(folder).filter((name) => name.endsWith('.h'));
  return headers.flatMap((header) => {
    const text = readFileSync(join(folder, header), 'utf8');
    const source = join(folder, header.replace(/h$/, 'cc'));
    if (!/extern const Measure k\w+Measure/.test(text)) return [];
    const [, name] = /const Measure k\w+Measure\s*=\s*\{\s*(?:\.name = )?"([^"]+)"/.exec(readFileSync(source, 'utf8')) ?? [];
    const lines = text.split('\n').slice(1);
    const end = lines.findIndex((line) => !line.startsWith('//'));
    return [{ name: name ?? header, text: lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, '')) }];
  });
}

/** Chapters of our notes on statistics are no help to readers: statistics.md is. */
const withoutNotes = (text) => text.replace(/ ?\(statistics [\d.]+(, [\d.]+)*\)/g, '').replace(/statistics [\d.]+, /g, '');

/** The first paragraph is a sentence about the measure; the rest keeps its columns. */
function section({ name, text }) {
  const gap = text.indexOf('');
  const first = text
    .slice(0, gap)
    .join(' ')
    .replace(/^(The measure|Measure) [`"][\w-]+[`"]:? ?/, '');
  const rest = text.slice(gap + 1).join('\n');
  return withoutNotes(`## \`${name}\`\n\n${first[0].toUpperCase()}${first.slice(1)}\n\n\`\`\`\`text\n${rest}\n\`\`\`\``);
}

const intro = `<!-- Made by scripts/queries-doc.mjs; change the headers in core/measures/ (or the intro in the script) instead. -->

# Questions and measures

A question is one JSON object, the same in the browser (\`session.query(question)\`), in the terminal (\`npscope query FILE… --query JSON\`) and
in C++ (\`Engine::ask\`). [statistics.md](statistics.md) explains each statistic and names its source.

\`\`\`json
{
  "filter": [{ "column": "Plan", "in": ["Pro", "Team"] }, { "role": "date", "from": "2025-01-01", "to": "2025-06-30" }],
  "with": { "filter": [{ "role": "date", "from": "2025-07-01" }] },
  "groupBy": ["Region", { "time": "quarter", "firstMonth": 4 }],
  "measures": ["nps", { "measure": "segments", "adjust": "holm" }],
  "interval": { "method": "score", "level": 0.95 },
  "policy": { "answers": "latest", "unit": "respondent" },
  "share": { "minimum": 10 }
}
\`\`\`

| member | what |
|---|---|
| \`filter\` | conditions that all hold. A column is \`{"column": "Plan"}\` (a header, or \`#3\`) or \`{"role": "channel"}\`, with one of \`"equals": "x"\`, \`"in": ["x", "y"]\`, \`"contains": "text"\` (whatever the case), \`"from"\` and \`"to"\` (numbers; days for the role \`date\`), \`"missing": true\`. Or \`{"group": ["promoter"]}\`, \`{"score": {"from": 0, "to": 6}}\`. \`"not": true\` turns a condition around |
| \`with\` | the other responses, for measures that compare; without it all that count and do not meet the filter |
| \`groupBy\` | at most two: a column, \`{"by": "group"}\`, \`{"by": "file"}\`, or \`{"time": "day", "week", "month", "quarter", "year"}\` (weeks of ISO 8601; \`firstMonth\` starts fiscal quarters and years) |
| \`measures\` | names, or objects with options; an option that is not known is refused |
| \`interval\`, \`policy\` | those of the analysis unless given; the policy may say \`answers\` (\`all\`, \`latest\`, \`first\`, \`mean\`), \`unit\`, \`from\`, \`to\`. Under \`mean\` only \`nps\` has an answer, the other measures are \`unavailable\` (\`mean-policy\`) |
| \`share\` | \`true\` or a minimum from 5: for what leaves the tab. Smaller groups are hidden, others with them so that nothing follows from sums, and no text of a comment is in the answer |
| \`mostValues\` | so many values of a grouping are told apart (1,000); the others are one |
| \`load\` | columns, or \`"all"\`: loaded in the same pass, so that later questions read nothing |

Conditions on a column of employees single out people, also when they are turned around: such a question is answered as one to share with a
minimum of at least 10, and when they leave fewer responses, or leave out fewer, every measure is \`unavailable\` (\`too-few-to-share\`).

The answer has \`responses\` (that meet the filter), \`counted\` (under the policy), \`interval\`, \`policy\`, \`groupBy\`, and \`answers\` in the order
of the measures. Figures are points (-100 to 100), shares and p are 0 to 1. A cell is \`{"values": ["EMEA"], …}\`, one value for each grouping;
\`null\` stands for responses without one, \`{"others": 12}\` for values beyond \`mostValues\`. A cell without responses is absent: never 0, never
NaN. What cannot be worked out is \`{"unavailable": {"code": "one-response"}}\`, and each code has a sentence in every language. One file or
five, one shard or many, natively or in WebAssembly: the bytes of an answer are the same.
`;

/** The page as it should be. */
export function queriesDocument() {
  const all = measures();
  const place = ({ name }) => (order.includes(name) ? order.indexOf(name) : order.length);
  return `${intro}\n${all
    .toSorted((a, b) => place(a) - place(b))
    .map(section)
    .join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, queriesDocument());
