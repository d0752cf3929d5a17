// Debian's postfixadmin on PHP's own server, with as many mailboxes as the console has connectors: another mail admin's list page on
// the same machine. From unpacked packages: nothing is installed, and nothing is left behind but .cache.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../e2e/support/free-port';
import { unpackFromDebian } from '../scripts/debian-package';

const PACKAGES = [
  'php8.2-cli',
  'php8.2-common',
  'php8.2-opcache',
  'php8.2-mbstring',
  'php8.2-sqlite3',
] as const;
const EXTENSIONS = ['pdo', 'ctype', 'tokenizer', 'iconv', 'posix', 'mbstring', 'pdo_sqlite'] as const;
const ADMIN = 'ada@contoso.test';
const PASSWORD = 'correct horse battery 1';
const PAGE_SIZE = 25;
const START_LIMIT_MS = 10_000;

/** The one of mailboxes comes in pages, that of domains does not. */
const LISTS = [
  { name: `mailboxes, ${PAGE_SIZE} of them`, path: '/list-virtual.php?domain=contoso.com' },
  { name: 'domains, all of them', path: '/list.php?table=domain' },
] as const;

export type PostfixAdmin = Readonly<{
  /** What answers: its version, and how many processes. */
  described: string;
  /** One answer of each of its lists, for an admin who is signed in. Throws where it is no list. */
  lists: readonly Readonly<{ name: string; read: () => Promise<void> }>[];
  close: () => Promise<void>;
}>;

/** Or why it can't be had. */
export async function startPostfixAdmin(rows: number): Promise<PostfixAdmin | string> {
  const program = unpackFromDebian('postfixadmin');
  const parts = PACKAGES.map((name) => unpackFromDebian(name));
  if (program === undefined || parts.some((part) => part === undefined))
    return 'Debian’s postfixadmin and PHP 8.2 can’t be had here';
  const folder = await mkdtemp(join(tmpdir(), 'mailspan-postfixadmin-'));
  try {
    const php = installPhp(
      folder,
      parts.flatMap((part) => part ?? []),
    );
    const app = installProgram(folder, program);
    const file = join(folder, 'postfixadmin.db');
    writeFileSync(file, '');
    const env = { ...process.env, POSTFIXADMIN_DB: file, PHP_CLI_SERVER_WORKERS: String(cpus().length) };
    const run = (cwd: string, ...args: string[]) =>
      execFileSync(php.path, ['-c', php.ini, ...args], { cwd, env, stdio: 'pipe' });
    run(join(app, 'public'), 'upgrade.php');
    run(folder, resolve(import.meta.dirname, 'postfixadmin-seed.php'), file, String(rows), ADMIN, PASSWORD);
    const port = await freePort('127.0.0.1');
    const child = spawn(php.path, ['-c', php.ini, '-S', `127.0.0.1:${port}`, '-t', join(app, 'public')], {
      ...{ env, stdio: 'ignore', detached: true },
    });
    const close = async (): Promise<void> => {
      await endGroup(child);
      await rm(folder, { recursive: true, force: true });
    };
    return await serving(`http://127.0.0.1:${port}`, close);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return `it did not start: ${String(error).slice(0, 200)}`;
  }
}

/** The binary as Debian built it, and its extensions in one folder, with opcache on. */
function installPhp(folder: string, parts: readonly string[]): Readonly<{ path: string; ini: string }> {
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions);
  mkdirSync(join(folder, 'sessions'));
  for (const part of parts)
    for (const name of readdirSync(part, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.so'))
        copyFileSync(join(part, name), join(extensions, name.split('/').at(-1) ?? ''));
  const ini = join(folder, 'php.ini');
  const lines = [
    `extension_dir=${extensions}`,
    'zend_extension=opcache.so',
    ...EXTENSIONS.map((name) => `extension=${name}.so`),
    'opcache.enable=1',
    'opcache.enable_cli=1',
    'display_errors=0',
    `session.save_path=${join(folder, 'sessions')}`,
  ];
  writeFileSync(ini, `${lines.join('\n')}\n`);
  return { path: join(parts[0] ?? '', 'usr/bin/php8.2'), ini };
}

/** A copy with its settings beside it, where the package has links to /etc. */
function installProgram(folder: string, program: string): string {
  const app = join(folder, 'app');
  cpSync(join(program, 'usr/share/postfixadmin'), app, { recursive: true, verbatimSymlinks: true });
  for (const link of ['config.inc.php', 'config.local.php', 'templates_c'])
    rmSync(join(app, link), { force: true });
  mkdirSync(join(app, 'templates_c'));
  copyFileSync(join(program, 'etc/postfixadmin/config.inc.php'), join(app, 'config.inc.php'));
  const none = ['dbuser', 'dbpass', 'basepath', 'dbname', 'dbserver', 'dbport'].map(
    (name) => `$${name} = '';`,
  );
  writeFileSync(join(app, 'dbconfig.inc.php'), `<?php ${none.join(' ')} $dbtype = 'sqlite';\n`);
  const settings = {
    configured: 'true',
    database_type: "'sqlite'",
    database_name: "getenv('POSTFIXADMIN_DB')",
    page_size: String(PAGE_SIZE),
    encrypt: "'cleartext'",
  };
  const lines = Object.entries(settings).map(([name, value]) => `$CONF['${name}'] = ${value};`);
  writeFileSync(join(app, 'config.local.php'), `<?php\n${lines.join('\n')}\n`);
  return app;
}

async function serving(url: string, close: () => Promise<void>): Promise<PostfixAdmin> {
  try {
    const cookie = await signIn(url);
    const lists = LISTS.map(({ name, path }) => ({
      name,
      read: async (): Promise<void> => {
        const answer = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' });
        const text = await answer.text();
        if (answer.status !== 200 || !text.includes('branch-1'))
          throw new Error(`postfixadmin: ${answer.status}, no list.`);
      },
    }));
    for (const { read } of lists) await read();
    return {
      described: `postfixadmin on PHP 8.2 with opcache, ${cpus().length} processes, SQLite`,
      lists,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signIn(url: string): Promise<string> {
  const page = await untilAnswered(`${url}/login.php`);
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const token = /name="token" value="([0-9a-f]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams({
    token,
    fUsername: ADMIN,
    fPassword: PASSWORD,
    lang: 'en',
    submit: 'Login',
  });
  const answer = await fetch(`${url}/login.php`, {
    method: 'POST',
    headers: { cookie },
    body,
    redirect: 'manual',
  });
  if (answer.status !== 302) throw new Error(`postfixadmin does not let its admin in: ${answer.status}.`);
  const renewed = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return renewed.length > 0 ? renewed.join('; ') : cookie;
}

async function untilAnswered(url: string): Promise<Response> {
  for (const giveUpAt = performance.now() + START_LIMIT_MS; ; await pause(100)) {
    try {
      return await fetch(url);
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
  }
}

/** PHP's server has processes of its own, in its group. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
