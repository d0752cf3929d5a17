// The `mailspan` command, for whoever has a shell on the server. Works while the console runs.
import { Command, CommanderError } from 'commander';
import { attributeCommand } from './attribute';
import { auditCommand } from './audit';
import { backupCommand } from './backup';
import { exportCommand } from './export';
import { importCommand } from './import';
import { planCommand } from './plan';
import { resetPasswordCommand } from './reset-password';
import { restoreCommand } from './restore';
import { traceCommand } from './trace';
import { validateCommand } from './validate';

/** sysexits.h: the command was not used as it should be. */
const USAGE = 64;

const program = new Command('mailspan')
  .description('Care for a Mailspan console from the command line.')
  .addCommand(auditCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(resetPasswordCommand())
  .addCommand(validateCommand())
  .addCommand(traceCommand())
  .addCommand(attributeCommand())
  .addCommand(planCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand());

const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
for (const command of all(program))
  command.exitOverride().showHelpAfterError('Add --help to see what it takes.');

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
