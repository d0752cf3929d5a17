// The set-up that trace and attribute answer from: a file, or the console's database.
import { readFile, stat } from 'node:fs/promises';
import { readSetUpFile, type SetUpProblem } from '../lib/exchange/set-up-file';
import type { MailSetup } from '../lib/mailflow/mail-setup';
import { onStore } from './on-store';
import { UsageError } from './usage-error';
import { findingWords, terminalLocale } from './words';

/** 100,000 patterns are about 3 MB. */
const FILE_MAX_BYTES = 64 * 1024 * 1024;
const SHOWN_MAX = 20;

/** The set-up of `file`, or of the database. Throws a UsageError that names every fault of the file with its place. */
export async function setupFrom(file: string | undefined): Promise<MailSetup> {
  if (file === undefined) {
    const { mailSetupFromShell } = await import('../lib/operations/mail-setup');
    return onStore(async (context) => (await mailSetupFromShell(context)).setup);
  }
  const read = readSetUpFile(await textOf(file));
  if (read.ok) return read.setup;
  const words = findingWords(terminalLocale(process.env));
  const lines = read.problems
    .slice(0, SHOWN_MAX)
    .map((problem) => `  ${problem.path || file}: ${say(problem, words)}`);
  const more = read.problems.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more`);
  throw new UsageError(`option '--setup': ${file} is not a set-up file:\n${lines.join('\n')}`);
}

const say = (problem: SetUpProblem, words: ReturnType<typeof findingWords>): string =>
  'shape' in problem ? problem.shape : words(problem.finding);

async function textOf(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > FILE_MAX_BYTES)
      throw new UsageError(`option '--setup': ${file} is larger than ${FILE_MAX_BYTES / 1024 / 1024} MB.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError(`option '--setup': ${file} can't be read (${code}).`);
  }
}
