// Reads a tenant's file and keeps it with its plan. Takes nothing over: apply-import.ts does. Refuses a file as a whole where it
// is not one.
import { insertImport, tenantAsRead } from '../data/exchange-imports';
import { isStorable } from '../data/json';
import { readSetup } from '../data/mail-setup';
import {
  EXCHANGE_FILE_MAX_BYTES,
  type ExchangeFile,
  type FileRefusal,
  type ReadFile,
} from '../exchange/exchange-file';
import { fileText } from '../exchange/file-text';
import { planImport } from '../exchange/import-plan';
import { readExchangeFile } from '../exchange/read-exchange-file';
import { allowed, type OperationContext } from './context';
import { auditExchange } from './exchange-audit';
import { digestOf, toReport } from './import-report';
import { done, type Outcome, problem } from './outcome';

export type GivenFile = Readonly<{ fileName: string; bytes: Uint8Array }>;

/** Longer than what a file system allows. */
const NAME_MAX = 255;

/** Whether a file may be handed in; reading it asks again. */
export function mayReadImport(context: OperationContext): Outcome<undefined> {
  const asked = allowed(context, 'exchange:import');
  return asked.ok ? done(undefined) : asked;
}

/** Keeps the file; answers the import's id. Problem: unreadableFile. */
export async function readImport(
  context: OperationContext,
  { fileName, bytes }: GivenFile,
): Promise<Outcome<{ id: string }>> {
  const asked = allowed(context, 'exchange:import');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const read = readTenantFile(bytes);
  if (!read.ok) return problem({ kind: 'unreadableFile', refusal: read.refusal });
  const { file } = read;
  return context.store.write(async (tx) => {
    const rows = planImport(await readSetup(tx), file, await tenantAsRead(tx));
    const summary = digestOf(file, rows);
    const name = fileName
      .slice(0, NAME_MAX)
      // Also the half of a character that a cut leaves.
      .replace(/\p{C}/gu, '')
      .trim();
    const at = context.now();
    const id = await insertImport(tx, {
      fileName: name,
      createdAt: at,
      createdById: actor.userId,
      createdByName: actor.name,
      file,
      report: toReport(rows),
      summary,
    });
    const details = { fileName: name, counts: summary.counts };
    await auditExchange(tx, context, { actor, at, action: 'exchange.read', subject: { id, name }, details });
    return done({ id });
  });
}

/** Bytes → what the file says, or why nothing of it is taken. */
export function readTenantFile(bytes: Uint8Array): ReadFile {
  if (bytes.byteLength > EXCHANGE_FILE_MAX_BYTES) return { ok: false, refusal: TOO_LARGE };
  const read = readExchangeFile(fileText(bytes));
  const refusal = read.ok ? unstorable(read.file) : undefined;
  return refusal ? { ok: false, refusal } : read;
}

export const TOO_LARGE: FileRefusal = {
  code: 'tooLarge',
  params: { max: EXCHANGE_FILE_MAX_BYTES / 1_024 / 1_024 },
};

/** Text with NUL, or with half of a character, that no database takes: the first object that has it. */
function unstorable(file: ExchangeFile): FileRefusal | undefined {
  if (isStorable(file)) return undefined;
  const objects = [...file.connectors, ...file.acceptedDomains, ...file.transportRules];
  const line = objects.find((object) => !isStorable(object))?.line;
  return { code: 'notText', ...(line !== undefined && { line }) };
}
