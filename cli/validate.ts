// `mailspan validate`: the console's own validation, for a terminal, a schedule or a monitoring system.
// Needs no database and makes none; what it does not need it does not load.
import { Command, Option } from 'commander';
import { several } from './several';
import { reportUsage } from './usage-error';
import type { ValidateOptions } from './validation-request';

const EXAMPLES = `
Examples:
  mailspan validate --host mail.contoso.com --tls ca
      Connects to every address of the smart host and holds its certificate against a trusted authority.
  mailspan validate --host mail.contoso.com --host 192.0.2.25:2525 --tls domain=*.contoso.com --to ada@contoso.com
      Asks both hosts whether they take mail for the mailbox, and sends none.
  mailspan validate --to ada@fabrikam.com --from validation@contoso.com --send
      Sends the test message to the mail servers that the MX records of fabrikam.com name.
  mailspan validate --host '[2001:db8::25]' --to ada@contoso.com --json
      Prints one JSON object, as docs/command-line.md describes it.

Ends with 0 where the validation passed, 1 where it failed, 2 where it was inconclusive, and 64, connecting
nowhere, where an option is wrong. Further limits and DNS servers come from the PROBE_ variables of the console.`;

/** The sub-command. Its exit codes are those of its help. */
export const validateCommand = (): Command =>
  new Command('validate')
    .description('Validate smart hosts, or the mail servers of domains, as a connector would use them.')
    .option(
      '--host <host[:port]>',
      'a smart host: a name, an IPv4 address or an [IPv6] address; repeatable',
      several,
    )
    .addOption(
      new Option(
        '--tls <demand>',
        'off: TLS where it is offered; any: any certificate; ca: one from a trusted authority; domain=<name or *.name>: one that names it too',
      ).default('off'),
    )
    .option('--ca <file>', 'a PEM file with roots to trust in addition to those of Node.js')
    .option(
      '--to <address>',
      'a mailbox to ask for; without --host, by the MX of its domain; repeatable',
      several,
    )
    .option('--from <address>', 'the envelope sender; "" is the null return path (default: PROBE_SENDER)')
    .option('--helo <name>', 'the name said in EHLO (default: PROBE_HELO_NAME, or the name of this machine)')
    .option(
      '--send',
      'send the test message; without it, recipients are asked for and nothing is sent',
      false,
    )
    .option(
      '--check-refusals',
      'also ask each server for postmaster, an invented mailbox and a foreign domain',
      false,
    )
    .option('--allow-loopback', 'let it connect to this machine itself', false)
    .option(
      '--timeout <seconds>',
      'how long the whole validation may take, 1 to 600 (default: PROBE_RUN_TIMEOUT_MS, or 30)',
    )
    .option('--json', 'print one JSON object, and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: ValidateOptions, command: Command) =>
      reportUsage(command, async () => {
        const { readRequest } = await import('./validation-request');
        const request = await readRequest(options);
        const { runValidate } = await import('./run-validate');
        process.exitCode = await runValidate(request, options.json);
      }),
    );
