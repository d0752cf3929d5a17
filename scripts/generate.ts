// Writes each engine's Prisma schema from prisma/models.prisma and generates both clients from them, offline.
// Does nothing where they are up to date.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Provider } from '../lib/data/store';

const root = resolve(import.meta.dirname, '..');
const generated = join(root, 'lib/data/generated');
const stampFile = join(generated, 'stamp');

export const PROVIDERS: readonly Provider[] = ['sqlite', 'postgresql'];

/** Where the generated schema of `provider` is kept. */
export const schemaFile = (provider: Provider): string => join(root, 'prisma', provider, 'schema.prisma');

/** The schema of `provider`: its header, then the models. */
export async function schemaText(provider: Provider): Promise<string> {
  const models = await readFile(join(root, 'prisma/models.prisma'), 'utf8');
  return `// Written by scripts/generate.ts from ../models.prisma: change that file.

datasource db {
  provider = "${provider}"
}

generator client {
  provider               = "prisma-client"
  output                 = "../../lib/data/generated/${provider}"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = ""
}

${models}`;
}

/**
 * Brings both schemas and both clients up to date; takes some seconds, or milliseconds where nothing changed.
 * Downloads nothing: `prisma generate` wants the path of a schema engine but never starts it.
 * Throws with Prisma's own words where a schema is wrong.
 */
export async function generateClients(log: (line: string) => void): Promise<void> {
  const texts = await Promise.all(PROVIDERS.map(schemaText));
  const version = await readFile(join(root, 'node_modules/prisma/package.json'), 'utf8');
  const stamp = createHash('sha256')
    .update([version, ...texts].join('\0'))
    .digest('hex');
  if ((await readIfThere(stampFile)) === stamp) return;
  log('Generating the database clients');
  for (const [index, provider] of PROVIDERS.entries()) {
    const text = texts[index] ?? '';
    if ((await readIfThere(schemaFile(provider))) === text) continue;
    await mkdir(join(root, 'prisma', provider), { recursive: true });
    await writeFile(schemaFile(provider), text);
  }
  await rm(stampFile, { force: true });
  await Promise.all(PROVIDERS.map(generate));
  // Renamed into place, so that a broken run never leaves a stamp that says "up to date".
  await writeFile(`${stampFile}.${process.pid}`, stamp);
  await rename(`${stampFile}.${process.pid}`, stampFile);
}

async function generate(provider: Provider): Promise<void> {
  const cli = join(root, 'node_modules/prisma/build/index.js');
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', schemaFile(provider)], {
    cwd: root,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
}

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generateClients((line) => console.log(line));
}
