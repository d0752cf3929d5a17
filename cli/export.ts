// `mailspan export`: the set-up as PowerShell or JSON. Changes nothing but the audit log, which says that it was made.
import { Command, Option } from 'commander';
import { several } from './several';
import { reportUsage } from './usage-error';

export const FORMATS = {
  json: 'json',
  'exchange-online': 'exchangeOnline',
  'exchange-server': 'exchangeServer',
} as const;

export type ExportOptions = Readonly<{
  format: keyof typeof FORMATS;
  form: 'create' | 'change';
  connector?: readonly string[];
  reverse: boolean;
  output?: string;
}>;

const EXAMPLES = `
Examples:
  mailspan export > set-up.json
      The whole set-up, for another console or a safe place.
  mailspan export --format exchange-online --connector HQ --output hq.ps1
      A script that creates one connector, with the rules that lead to it.
  mailspan export --format exchange-online --form change
      A script that brings the tenant from where it was last read to what is here; --reverse prints the way back.

Ends with 0, with 1 where a change is asked for and no file of the tenant was ever read, and with 64 with wrong usage.`;

/** The sub-command. Its exit codes are those of its help. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Print the set-up in force, or some connectors of it, as JSON or as PowerShell.')
    .addOption(new Option('--format <format>', 'what to print').choices(Object.keys(FORMATS)).default('json'))
    .option(
      '--connector <name>',
      'a connector by name or id, with the rules that lead to it; repeatable',
      several,
    )
    .addOption(
      new Option(
        '--form <form>',
        'of a script for Exchange Online: create from nothing, or change what is there',
      )
        .choices(['create', 'change'])
        .default('create'),
    )
    .option('--reverse', 'of a change: the way back', false)
    .option(
      '--output <file>',
      'write to this file; a script gets the line ends and the mark that Windows wants',
    )
    .addHelpText('after', EXAMPLES)
    .action((options: ExportOptions, command: Command) =>
      reportUsage(command, async () => {
        const { runExport } = await import('./run-export');
        process.exitCode = await runExport(options);
      }),
    );
