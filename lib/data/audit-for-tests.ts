// What somebody with the database's own tools can do and this program can't: change what the audit log has written.
import type { Store } from './store';

/** Takes the database's guards off the audit log, whatever they are called. */
export async function unguardAudit({ client, provider }: Store): Promise<void> {
  if (provider === 'postgresql') {
    await client.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
    return;
  }
  const triggers = await client.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntry'`,
  );
  for (const { name } of triggers) await client.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
}
