// `mailspan restore`: a backup takes the place of the console's database, which is kept aside.
import { Command } from 'commander';
import { consoleSettings } from './console-settings';

/** The sub-command. Ends with 1 where nothing was restored; then the database is as it was. */
export const restoreCommand = (): Command =>
  new Command('restore')
    .description(
      'Put a backup in the place of the console’s database; stop the console and its workers first.',
    )
    .argument('<file>', 'what `mailspan backup` has written, in this or an older version')
    .option('--force', 'take it although entries of its audit log are missing or were changed', false)
    .action(async (file: string, { force }: { force: boolean }) => {
      const settings = consoleSettings();
      const { restoreFromShell } = await import('../lib/operations/restore');
      const input = { file, now: new Date(), despiteAudit: force };
      const { entries, migrations, ended, aside } = await restoreFromShell(settings, input);
      console.log(`The backup is in place, with ${entries} entries of the audit log.`);
      if (migrations > 0) console.log(`It was from an older version: ${migrations} migrations were applied.`);
      if (aside) console.log(`What was there before is kept: ${aside}`);
      console.log(
        `Ended: ${ended.sessions} sessions, ${ended.links} open links, ${ended.validations} waiting validations.`,
      );
    });
