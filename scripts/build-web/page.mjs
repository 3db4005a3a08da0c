// SPDX-License-Identifier: MIT
// The demo page as a folder (dist/demo) and as one file (dist/npscope.html), both sealed and both under their own policy.
// The one file is opened from a disk: classic script, everything inline, named by its hash in the policy.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build, transform } from 'esbuild';

import { strictPolicy } from '../serve.mjs';
import { inText } from './loaders.mjs';
import { outFolder, root } from './places.mjs';

const scriptTag = '<script src="demo.js"></script>';
const styleTag = '<link rel="stylesheet" href="demo.css" />';

/** Builds both pages. `options` are those of a page's script, with what it embeds. */
export async function buildPages(options) {
  const folder = join(outFolder, 'demo');
  await mkdir(folder, { recursive: true });
  await build({ ...options, entryPoints: ['web/demo/demo.ts'], outfile: join(folder, 'demo.js') });

  const page = await readFile(join(root, 'web/demo/index.html'), 'utf8');
  const sheet = await readFile(join(root, 'web/demo/demo.css'), 'utf8');
  const script = inlineScript(await readFile(join(folder, 'demo.js'), 'utf8'));
  const { code: style } = await transform(sheet, { loader: 'css', minify: true, target: options.target });

  const policy = put(
    put(strictPolicy, "script-src 'self'", `script-src ${source(script)}`),
    "style-src 'self'",
    `style-src ${source(style)}`,
  );
  const single = put(put(page, styleTag, `<style>${style}</style>`), scriptTag, `<script>${script}</script>`);
  await Promise.all([
    writeFile(join(folder, 'demo.css'), style),
    writeFile(join(folder, 'index.html'), withPolicy(page, strictPolicy)),
    writeFile(join(outFolder, 'npscope.html'), withPolicy(single, policy)),
  ]);
}

/** First in the head, so that nothing comes before it. */
function withPolicy(page, policy) {
  const charset = '<meta charset="utf-8" />';
  return put(page, charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

/** The script as it may stand between tags. */
function inlineScript(script) {
  const loaders = inText(script);
  if (loaders.length > 0) throw new Error(`the sealed script holds a loader: ${loaders.join(', ')}`);
  const safe = script.trim().replaceAll('<!--', '\\x3c!--');
  if (/<\/script/i.test(safe)) throw new Error('the script would end its own tag');
  return safe;
}

function source(text) {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

function put(whole, place, text) {
  if (whole.split(place).length !== 2) throw new Error(`the page or its policy should hold ${place} once`);
  return whole.replace(place, () => text);
}
