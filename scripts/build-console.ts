// Builds the console with Next.js, where its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { exitOf, startChild } from './children';
import { StepError } from './step-error';

const root = resolve(import.meta.dirname, '..');
const stampFile = resolve(root, '.next/mailspan-build');

/** All that a build is made from; prisma/models.prisma stands for the database clients generated from it. */
const SOURCE_FOLDERS = ['app', 'components', 'lib', 'messages', 'i18n', 'public'];
const SOURCE_FILES =
  /^(prisma\/models\.prisma|(next\.config|proxy|i18n|package|package-lock|tsconfig)\.\w+)$/;
const NOT_SOURCES = /^lib\/data\/generated\/|\.test\.tsx?$|-for-tests\.tsx?$/;

/** The type check's memory keeps errors of files that are no longer as it saw them, and would fail a sound build. */
const OUTDATED = ['.next/mailspan-build', '.next/BUILD_ID', '.next/cache/.tsbuildinfo'];

/** Node's and Next.js's environment for a production build and server. */
export const PRODUCTION = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;

/** Builds, some 10 to 40 s; false where the last build is of the same sources. Throws a StepError with Next.js's words. */
export async function buildConsole(): Promise<boolean> {
  const sources = await sourcesHash();
  const stamp = `${process.version} ${sources}`;
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  await Promise.all(OUTDATED.map((file) => rm(resolve(root, file), { force: true })));
  const child = startChild(['node_modules/next/dist/bin/next', 'build'], {
    env: { ...PRODUCTION, ...sameEverywhere(sources) },
    quiet: true,
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await exitOf(child);
  // A build that lost its own helpers ends with code 0 too; its last file tells.
  if (code !== 0 || !existsSync(resolve(root, '.next/BUILD_ID')))
    throw new StepError(`${Buffer.concat(said).toString()}\nThe build ended with code ${code}.`);
  await writeFile(stampFile, stamp);
  return true;
}

/**
 * What Next.js would choose at random for each build: its id, and the key that goes into the ids of server actions. Made of the
 * sources, so that a page of one machine finds its actions on another that has built the same for itself. No secret rests on
 * the key: actions are exports of modules, and nothing is bound to them that it would encrypt.
 */
export const sameEverywhere = (sources: string): Readonly<Record<string, string>> => ({
  MAILSPAN_BUILD_ID: sources.slice(0, 20),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
    process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??
    createHash('sha256').update(`actions ${sources}`).digest('base64'),
});

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sourceFiles()) {
    hash.update(`\0${file}\0`).update(await readFile(resolve(root, file)));
  }
  return hash.digest('hex');
}

async function sourceFiles(): Promise<string[]> {
  const inFolders = await Promise.all(
    SOURCE_FOLDERS.map((folder) =>
      readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  );
  const beside = await Promise.all(
    ['.', 'prisma'].map((folder) => readdir(join(root, folder), { withFileTypes: true })),
  );
  const named = (entries: typeof beside) =>
    entries
      .flat()
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return [
    ...named(inFolders).filter((file) => !NOT_SOURCES.test(file)),
    ...named(beside).filter((file) => SOURCE_FILES.test(file)),
  ].sort();
}
