// SPDX-License-Identifier: MIT
// `npm start`: installs what is missing, builds, and serves the demo page until Ctrl+C. `npm start -- --port 8080` fixes
// the port.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

for (const step of ['setup.mjs', 'build.mjs']) {
  const { status } = spawnSync(process.execPath, [script(step)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const server = spawn(process.execPath, [script('serve.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
