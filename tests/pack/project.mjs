// SPDX-License-Identifier: MIT
// The package as somebody gets it: packed into a tarball, installed into a fresh project, and built there by other tools.
// Done once for the same contents; tests in Node and in the browser share the result.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build as bundle } from 'esbuild';
import { build as vite } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const folder = join(root, 'build/pack');

/** Paths of what there is after `prepareProject()`. */
export const packed = {
  tarball: join(folder, 'npscope.tgz'),
  project: join(folder, 'project'),
  /** Pages to serve. */
  vite: join(folder, 'project/vite/dist'),
  esbuild: join(folder, 'project/esbuild/dist'),
};

const stamp = join(folder, 'stamp');

/** Packs, installs and builds. Quick when nothing has changed since. */
export async function prepareProject() {
  const contents = hashOf([...filesBelow(join(root, 'dist')), ...filesBelow(fixtures), join(root, 'package.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === contents) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(packed.project, { recursive: true });

  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  cpSync(join(folder, filename), packed.tarball);
  writeFileSync(join(packed.project, 'package.json'), JSON.stringify({ name: 'fresh', private: true, type: 'module' }));
  npm(packed.project, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', packed.tarball);
  cpSync(fixtures, packed.project, { recursive: true });
  await Promise.all([buildWithVite(), buildWithEsbuild()]);
  writeFileSync(stamp, contents);
}

/** As a person would: no plugin and no setting but which pages there are. */
async function buildWithVite() {
  const page = (name) => join(packed.project, 'vite', name);
  const rollupOptions = { input: { index: page('index.html'), split: page('split.html') } };
  await vite({ root: join(packed.project, 'vite'), base: './', configFile: false, logLevel: 'warn', build: { rollupOptions } });
}

async function buildWithEsbuild() {
  const entryPoints = [join(packed.project, 'esbuild/main.js')];
  await bundle({ entryPoints, bundle: true, minify: true, format: 'esm', outdir: packed.esbuild, logLevel: 'warning' });
  cpSync(join(packed.project, 'esbuild/index.html'), join(packed.esbuild, 'index.html'));
}

function npm(cwd, ...args) {
  // What npm of this run tells its children about itself does not hold for another project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)),
  );
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function filesBelow(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
