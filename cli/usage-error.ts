// How a command says that it was not used as it should be.
import type { Command } from 'commander';

/** The message is for the person who typed it. */
export class UsageError extends Error {}

/** Runs `work`; a UsageError of it ends the command as a wrong option does. */
export async function reportUsage(command: Command, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UsageError) command.error(`error: ${error.message}`);
    throw error;
  }
}
