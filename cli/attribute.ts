// `mailspan attribute`: to which inbound connector a connection belongs, and what Office 365 would reply.
// Reads a set-up file, or the console's database; changes neither, and connects nowhere.
import { Command } from 'commander';
import type { AttributeOptions } from './run-attribute';
import { several } from './several';
import { reportUsage } from './usage-error';

const EXAMPLES = `
Examples:
  mailspan attribute --ip 192.0.2.25 --certificate mail.contoso.com --mail-from ada@contoso.com --rcpt-to bob@fabrikam.com
      Says which connector of this console the connection belongs to, why, and whether the message is relayed.
  mailspan attribute --ip 192.0.2.25 --no-tls --mail-from '' --rcpt-to ada@contoso.com --setup set-up.json --json
      Prints one JSON object about a bounce without TLS, as docs/command-line.md describes it.

Ends with 0 where every recipient is accepted, 1 where one is refused, 2 where nobody can say, and 64 where an
option or the set-up file is wrong.`;

/** The sub-command. Its exit codes are those of its help. */
export const attributeCommand = (): Command =>
  new Command('attribute')
    .description('Tell which inbound connector a connection belongs to, why, and what would be replied.')
    .requiredOption('--mail-from <address>', 'MAIL FROM; "" is the empty one of bounces')
    .requiredOption('--rcpt-to <address>', 'RCPT TO; repeatable', several)
    .option('--ip <address>', 'the address that the connection comes from (default: not known)')
    .option(
      '--certificate <name>',
      "a name of the server's certificate: its subject or an alternative name; repeatable",
      several,
    )
    .option(
      '--untrusted',
      "the certificate's chain is incomplete, or leads to no authority that counts",
      false,
    )
    .option('--no-tls', 'the connection is not encrypted')
    .option(
      '--reject-direct-send <yes|no>',
      'Set-OrganizationConfig -RejectDirectSend of the organization (default: not known)',
    )
    .option('--setup <file>', 'a set-up file instead of the database of the console')
    .option('--json', 'print one JSON object, and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: AttributeOptions, command: Command) =>
      reportUsage(command, async () => {
        const { runAttribute } = await import('./run-attribute');
        process.exitCode = await runAttribute(options);
      }),
    );
