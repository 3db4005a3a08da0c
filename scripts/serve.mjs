// SPDX-License-Identifier: MIT
// Serves a folder on this machine only, under the strict policy that the sealed build is made for: the page can open no
// connection. `node scripts/serve.mjs [FOLDER] [--port N]` serves the demo; tests call serve() with other policies.
import { createReadStream, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The directives of the strict policy. The README and dist/npscope.html hold the same. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  'worker-src blob:',
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html npscope',
].join('; ');

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folder` on 127.0.0.1, at a free port unless one is named. Resolves to its address, a way to end it, and the
 * reports that browsers sent to `/policy-report` where the policy names that address (workers report there too).
 */
export async function serve({ folder, port = 0, policy = strictPolicy }) {
  const root = resolve(folder);
  const reports = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/policy-report') {
      reports.push(await textOf(request));
      response.writeHead(204).end();
      return;
    }
    const path = fileFor(root, request.url ?? '/');
    const found = path && (await stat(path).catch(() => undefined));
    if (!found?.isFile() || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': found.size,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(path), response, () => undefined);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close, reports };
}

async function textOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

/** The file behind a request, or undefined when it would lie outside the folder. */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = resolve(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root + sep) && !file.includes('\0') ? file : undefined;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  const folder = positionals[0] ?? fileURLToPath(new URL('../dist/demo', import.meta.url));
  const { address } = await serve({ folder, port: Number(values.port ?? 0) });
  console.log(`npscope is at ${address} (Ctrl+C ends it)`);
}
