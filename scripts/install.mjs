// Brings node_modules to the lock file, where it is not there yet. Plain JavaScript: it runs before packages exist.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { step } from './steps.mjs';

const root = resolve(import.meta.dirname, '..');
const lockFile = resolve(root, 'package-lock.json');
const stampFile = resolve(root, 'node_modules/.mailspan-lock');
const OLDEST = [20, 19];

/** Ends the process with one line where this Node.js is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Mailspan needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs dependencies where the lock file has changed since the last time; false where it has not. */
export async function installDependencies() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  if (isInstalled()) {
    writeFileSync(stampFile, stamp);
    return false;
  }
  return step('Dependencies', async () => {
    await npmCi();
    writeFileSync(stampFile, stamp);
    return true;
  });
}

/** True where npm's own record of node_modules has every package of the lock file: somebody ran `npm install`. */
function isInstalled() {
  const record = resolve(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages ?? {};
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    ([path, wanted]) =>
      path === '' ||
      installed[path]?.version === wanted.version ||
      // Another platform's package.
      (wanted.optional === true && installed[path] === undefined),
  );
}

function npmCi() {
  // Under `npm start`, npm says where it lives. Development packages are part of the build.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command = 'npm', ...first] = npm;
  const child = spawn(
    command,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && npm.length === 1,
    },
  );
  const passOn = (signal) => {
    child.kill(signal);
    child.once('exit', () => process.exit(128 + constants.signals[signal]));
  };
  process.on('SIGTERM', passOn);
  process.on('SIGINT', passOn);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => {
      process.off('SIGTERM', passOn);
      process.off('SIGINT', passOn);
      if (code === 0) done(undefined);
      else {
        const message = `npm ci ended with code ${code}. Is the npm registry reachable?`;
        fail(Object.assign(new Error(message), { name: 'StepError' }));
      }
    });
  });
}
