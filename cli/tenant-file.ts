// A tenant's file as the commands are given it: by name, or on standard input.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EXCHANGE_FILE_MAX_BYTES, type FileRefusal } from '../lib/exchange/exchange-file';
import { escaped } from './terminal';
import { UsageError } from './usage-error';
import { getTranslations, terminalLocale } from './words';

/** sysexits.h: the input data was incorrect in some way. */
export const UNREADABLE = 65;

export type TenantFile = Readonly<{ fileName: string; bytes: Uint8Array }>;

/** `-` is standard input. Of what is larger than any tenant's file only so much is read that it is refused. */
export async function tenantFile(path: string): Promise<TenantFile> {
  if (path === '-') return { fileName: 'standard input', bytes: await standardInput() };
  try {
    const { size } = await stat(path);
    const bytes =
      size > EXCHANGE_FILE_MAX_BYTES ? new Uint8Array(EXCHANGE_FILE_MAX_BYTES + 1) : await readFile(path);
    return { fileName: basename(path), bytes };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} can't be read (${code}).`);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece);
    length += piece.length;
    if (length > EXCHANGE_FILE_MAX_BYTES) break;
  }
  return Buffer.concat(pieces);
}

/** Says on standard error why nothing of the file was taken, with the place; answers the exit code. */
export function sayRefusal({ fileName }: TenantFile, refusal: FileRefusal): number {
  const t = getTranslations('commandLine', terminalLocale(process.env));
  const { code, line, column, near, params } = refusal;
  const place = [fileName, line, line === undefined ? undefined : column].filter(
    (part) => part !== undefined,
  );
  const reason = t(`refusal.${code}`, { max: 0, path: '', count: 1, ...params });
  process.stderr.write(`${escaped(place.join(':'))}: ${reason}${near ? ` ${escaped(near)}` : ''}\n`);
  return UNREADABLE;
}
