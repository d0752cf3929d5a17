// `mailspan backup`: the console's database in one file, while the console runs.
import { Command } from 'commander';
import { consoleSettings } from './console-settings';

/** The sub-command. Ends with 1 where no backup was made, or where the audit log in it is not whole. */
export const backupCommand = (): Command =>
  new Command('backup')
    .description('Write all that the console’s database holds to one file; works while the console runs.')
    .argument('<file>', 'where to; readable by you alone')
    .option('--force', 'replace a file that is there', false)
    .action(async (target: string, { force }: { force: boolean }) => {
      process.exitCode = await backUp(target, force);
    });

async function backUp(target: string, replace: boolean): Promise<number> {
  const settings = consoleSettings();
  const { backUpFromShell } = await import('../lib/operations/back-up');
  const { bytes, audit, newestHash } = await backUpFromShell(settings, { target, replace });
  if (!audit.ok) {
    console.error(`${target} was written, but entry ${audit.atSequence} of the audit log is ${audit.fault}:`);
    console.error('docs/audit-log.md says how to go on.');
    return 1;
  }
  console.log(`${target} has the whole database (${bytes} bytes); it was read back and is sound.`);
  console.log(`All ${audit.count} entries of its audit log are intact.`);
  if (newestHash) console.log(`Entry ${audit.count} has the hash ${newestHash}.`);
  return 0;
}
