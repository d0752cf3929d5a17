// `mailspan import`: takes over all of a tenant's file that can be. Without --yes it only shows the plan.
import { Command } from 'commander';
import { reportUsage } from './usage-error';

export type ImportOptions = Readonly<{ yes: boolean; note: string }>;

const EXAMPLES = `
Examples:
  mailspan import tenant.json
      Shows the plan, as mailspan plan does, and takes nothing over.
  mailspan import tenant.json --yes
      Takes over what is new and what is changed, all of it or nothing. Each connector gets a version with the note.

Ends with 0 where nothing is left to do, 2 where something is (without --yes; or conflicts and what can't be read), 1 where
somebody changed the set-up meanwhile, 64 with wrong usage, and 65 where the file can't be read.`;

/** The sub-command. Its exit codes are those of its help. */
export const importCommand = (): Command =>
  new Command('import')
    .description("Take over a tenant's file: connectors, accepted domains and transport rules.")
    .argument('<file>', 'JSON of Get-OutboundConnector and the like, or a set-up file; - for standard input')
    .option('--yes', 'take over; without it the plan is shown and nobody is asked', false)
    .option('--note <text>', 'stands beside each version', 'imported')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions, command: Command) =>
      reportUsage(command, async () => {
        const { runImport } = await import('./run-import');
        process.exitCode = await runImport(file, options);
      }),
    );
