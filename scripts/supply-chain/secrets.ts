// `npm run secrets`: reads every file that git keeps for keys and tokens in the forms that services give them, by secretlint.
// Tells where one stands, never what it is.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lintSource } from '@secretlint/core';
import { creator, rules } from '@secretlint/secretlint-rule-preset-recommend';
import { keptFiles } from './kept-files';

const ROOT = resolve(import.meta.dirname, '../..');
const NO_TEXT = /\.(png|woff2?|ico|gz)$/;

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const DATABASES = '@secretlint/secretlint-rule-database-connection-string';
/** Passwords of databases that a test begins and ends with, on this machine. */
const OF_TESTS = ['/^postgresql:\\/\\/\\w+:\\w+@(127\\.0\\.0\\.1|localhost)[:\\/]/'];
const RULES = rules.map(({ meta }) => ({
  id: meta.id,
  ...(meta.id === DATABASES && { options: { allows: OF_TESTS } }),
}));

export type KeptText = Readonly<{ file: string; text: string }>;

/** `file:line what it looks like`, for each. One question for all texts: what secretlint measures of each takes longer than it. */
export async function secretsIn(texts: readonly KeptText[]): Promise<string[]> {
  const content = texts.map(({ text }) => text).join('\n');
  const { messages } = await lintSource({
    source: { filePath: 'all', content, contentType: 'text', ext: '' },
    options: { config: { rules: [{ id: PRESET, rule: creator, rules: RULES }] }, maskSecrets: true },
  });
  return messages.map(({ message, range }) => `${placeOf(range[0], texts)} ${message}`);
}

function placeOf(offset: number, texts: readonly KeptText[]): string {
  let left = offset;
  for (const { file, text } of texts) {
    if (left <= text.length) return `${file}:${text.slice(0, left).split('\n').length}`;
    left -= text.length + 1;
  }
  throw new Error('There is no such place.');
}

export async function secretsInProject(): Promise<Readonly<{ files: number; found: readonly string[] }>> {
  const files = (await keptFiles(ROOT)).filter((file) => !NO_TEXT.test(file));
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(resolve(ROOT, file), 'utf8') })),
  );
  return { files: files.length, found: await secretsIn(texts) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { files, found } = await secretsInProject();
  for (const line of found) console.error(line);
  console.log(`${files} files were read; ${found.length} secrets were found.`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
