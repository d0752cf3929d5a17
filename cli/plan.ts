// `mailspan plan`: what taking a tenant's file over would do, for people and pipelines. Changes nothing.
import { Command } from 'commander';
import { reportUsage } from './usage-error';

export type PlanOptions = Readonly<{ json: boolean }>;

const EXAMPLES = `
Examples:
  mailspan plan tenant.json
      Says what is new, changed, in conflict or only here, with every difference.
  mailspan plan - --json < tenant.json
      Reads standard input and prints one JSON object, as docs/command-line.md describes it.

Ends with 0 where there is nothing to do, 2 where there is, 64 with wrong usage, and 65 where the file can't be read:
standard error then says the line and the reason.`;

/** The sub-command. Its exit codes are those of its help. */
export const planCommand = (): Command =>
  new Command('plan')
    .description("Tell what taking over a tenant's file would change here. Changes nothing.")
    .argument('<file>', 'JSON of Get-OutboundConnector and the like, or a set-up file; - for standard input')
    .option('--json', 'print one JSON object, and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: PlanOptions, command: Command) =>
      reportUsage(command, async () => {
        const { runPlan } = await import('./run-import');
        process.exitCode = await runPlan(file, options);
      }),
    );
