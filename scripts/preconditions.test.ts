import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../lib/settings';
import { checkDataDir } from './preconditions';

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailspan-start-'));
  if (isRoot) await chown(folder, NOBODY, NOBODY);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a start says; as root it is tried as somebody who may not do everything. */
async function startIn(dataDir: string): Promise<string> {
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await checkDataDir(readSettings({ DATA_DIR: dataDir }));
    return 'goes on';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

it('a start goes on in a folder of its own, made where there is none, and leaves nothing there', async () => {
  expect(await startIn(join(folder, 'new'))).toBe('goes on');
  expect(await readdir(join(folder, 'new'))).toEqual([]);
});

it('a data folder that can only be read ends the start with its name', async () => {
  await chmod(folder, 0o555);
  expect(await startIn(folder)).toBe(`DATA_DIR: ${folder} can't be written (EACCES)`);
  expect(await startIn(join(folder, 'new'))).toBe(`DATA_DIR: ${folder}/new can't be written (EACCES)`);
});

it('so does a database that another user has made, with the name of the file', async () => {
  const file = join(folder, 'mailspan.db');
  await writeFile(file, '', { mode: 0o444 });
  expect(await startIn(folder)).toBe(`DATA_DIR: ${file} can't be written (EACCES)`);
});

it('and a file in the place of the folder', async () => {
  await mkdir(join(folder, 'kept'));
  await writeFile(join(folder, 'kept', 'data'), '');
  await chmod(join(folder, 'kept'), 0o755);
  expect(await startIn(join(folder, 'kept', 'data'))).toBe(
    `DATA_DIR: ${folder}/kept/data is not a folder (EEXIST)`,
  );
});
