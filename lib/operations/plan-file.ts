// The plan of a tenant's file that is not kept: for a look, or a pipeline. Leaves no trace.
import { tenantAsRead } from '../data/exchange-imports';
import { readSetup } from '../data/mail-setup';
import type { ExchangeFile } from '../exchange/exchange-file';
import { planImport } from '../exchange/import-plan';
import type { PlanRow } from '../exchange/plan-row';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { readTenantFile } from './read-import';

/** `connectorNames` are those of here by id, for rules that lead to them. */
export type FilePlan = Pick<ExchangeFile, 'covers' | 'leftAside'> &
  Readonly<{ rows: readonly PlanRow[]; connectorNames: ReadonlyMap<string, string> }>;

/** Problem: unreadableFile. */
export async function planFile(
  context: OperationContext,
  { bytes }: Readonly<{ bytes: Uint8Array }>,
): Promise<Outcome<FilePlan>> {
  const asked = allowed(context, 'exchange:import');
  if (!asked.ok) return asked;
  const read = readTenantFile(bytes);
  if (!read.ok) return problem({ kind: 'unreadableFile', refusal: read.refusal });
  const { covers, leftAside } = read.file;
  const [setup, last] = [await readSetup(context.store), await tenantAsRead(context.store)];
  const connectorNames = new Map(setup.connectors.map(({ id, connector: { name } }) => [id, name]));
  return done({ rows: planImport(setup, read.file, last), covers, leftAside, connectorNames });
}
