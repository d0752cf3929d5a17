// `mailspan trace`: which connector takes a message, and why, as the console's own pages tell it.
// Reads a set-up file, or the console's database; changes neither.
import { Command } from 'commander';
import { several } from './several';
import type { TraceOptions } from './trace-request';
import { reportUsage } from './usage-error';

const EXAMPLES = `
Examples:
  mailspan trace --to ada@contoso.com
      Says which connector of this console takes the message, why, and who was beaten by what.
  mailspan trace --to ada@contoso.com --to bob@fabrikam.com --from eve@contoso.com --header 'X-Class: secret' --json
      Prints one JSON object a line, one for each recipient, as docs/command-line.md describes it.
  mailspan trace --setup set-up.json --to - < addresses.txt
      Reads addresses from standard input, a line each, and prints a line of JSON for each as it comes.

Ends with 0 where every recipient has an answer, 2 where one can't be read or nobody can say, and 64 where an
option or the set-up file is wrong.`;

/** The sub-command. Its exit codes are those of its help. */
export const traceCommand = (): Command =>
  new Command('trace')
    .description('Tell which connector takes a message, for each of its recipients, and why.')
    .requiredOption(
      '--to <address>',
      'a recipient; repeatable; - reads them from standard input, a line each, and prints JSON lines',
      several,
    )
    .option('--from <address>', 'the sender; "" is the empty one of bounces (default: not known)')
    .option("--header <'Name: value'>", 'a header that rules may ask for; repeatable', several)
    .option('--size <bytes>', 'the size of the whole message, in bytes')
    .option('--setup <file>', 'a set-up file instead of the database of the console')
    .option('--json', 'print one JSON object a line, and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: TraceOptions, command: Command) =>
      reportUsage(command, async () => {
        const { runTrace } = await import('./run-trace');
        process.exitCode = await runTrace(options);
      }),
    );
