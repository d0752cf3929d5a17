// Whether the audit log is whole. Reads every entry; repairs nothing.
import { type AuditVerdict, findAudit, verifyAudit } from '../data/audit';
import type { Store } from '../data/store';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

/** `newestHash`, kept elsewhere, proves later that nothing up to that entry was written anew; absent in an empty log. */
export type AuditLogVerdict = AuditVerdict & Readonly<{ newestHash?: string }>;

/** Reads the whole chain, about 3 seconds for 100,000 entries. */
export async function verifyAuditLog(context: OperationContext): Promise<Outcome<AuditLogVerdict>> {
  const may = allowed(context, 'audit:read');
  return may.ok ? done(await verdictOn(context.store)) : may;
}

/** The same for whoever has a shell on the server, and so is not asked who they are: only `cli/` may call it. */
export const verifyAuditLogFromShell = ({ store }: OperationContext): Promise<AuditLogVerdict> =>
  verdictOn(store);

async function verdictOn(store: Store): Promise<AuditLogVerdict> {
  const verdict = await verifyAudit(store);
  const newest = verdict.ok ? await findAudit(store, verdict.count) : undefined;
  return { ...verdict, ...(newest && { newestHash: newest.hash }) };
}
