// `mailspan audit`: whether the audit log is whole, and the log itself as JSON, for a schedule or a safe place.
import { Command } from 'commander';
import type { OperationContext } from '../lib/operations/context';
import { onStore } from './on-store';

/** The sub-commands. `verify` ends with 1 where the log is not whole. */
export const auditCommand = (): Command =>
  new Command('audit')
    .description('Verify or export the audit log.')
    .addCommand(
      new Command('verify')
        .description('Read every entry of the audit log; ends with 1 where one is missing, changed or added.')
        .action(async () => {
          process.exitCode = await onStore(verify);
        }),
    )
    .addCommand(
      new Command('export')
        .description('Print the whole audit log as JSON, as docs/audit-log.md describes it.')
        .action(() => onStore(print)),
    );

async function verify(context: OperationContext): Promise<number> {
  const { verifyAuditLogFromShell } = await import('../lib/operations/audit-log-verify');
  const verdict = await verifyAuditLogFromShell(context);
  if (verdict.ok) {
    console.log(`All ${verdict.count} entries of the audit log are intact.`);
    if (verdict.newestHash) console.log(`Entry ${verdict.count} has the hash ${verdict.newestHash}.`);
    return 0;
  }
  const what = { missing: 'is missing', changed: 'was changed', added: 'was added past the chain' }[
    verdict.fault
  ];
  console.error(`Entry ${verdict.atSequence} of the audit log ${what}. Entries before it are intact.`);
  console.error(
    'Keep a copy of the database before anything else is done: docs/audit-log.md says how to go on.',
  );
  return 1;
}

async function print(context: OperationContext): Promise<void> {
  const { exportAuditLogFromShell } = await import('../lib/operations/audit-log-export');
  for await (const piece of await exportAuditLogFromShell(context)) {
    if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
