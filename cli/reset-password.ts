// `mailspan reset-password`: a one-time link for somebody who can't sign in, an admin who lost the password among them.
import { Command, InvalidArgumentError } from 'commander';
import { parseEmailAddress } from '../lib/mailflow/email-address';
import { onStore } from './on-store';

/** The sub-command. Ends with 1 where nobody has the address. */
export const resetPasswordCommand = (): Command =>
  new Command('reset-password')
    .description('Print a one-time link that sets a new password; it works for 24 hours.')
    .requiredOption('--email <address>', 'the address that the person signs in with', toAddress)
    .option('--enable', 'let the account sign in again where it was disabled', false)
    .action(async ({ email, enable }: { email: string; enable: boolean }) => {
      process.exitCode = await resetPassword(email, enable);
    });

function toAddress(text: string): string {
  const read = parseEmailAddress(text);
  if (!read.ok) throw new InvalidArgumentError('It is not an email address.');
  return read.value.toLowerCase();
}

function resetPassword(email: string, enable: boolean): Promise<number> {
  return onStore(async (context) => {
    const { requestResetFromShell } = await import('../lib/operations/users-reset');
    const made = await requestResetFromShell(context, { email, enable });
    if (!made.ok) {
      console.error(`Nobody has an account with the address ${email}.`);
      return 1;
    }
    console.log(made.value.link);
    console.error(`It works once, until ${made.value.expiresAt.toISOString()}.`);
    if (made.value.disabled) console.error('The account is disabled: add --enable to let it sign in again.');
    return 0;
  });
}
