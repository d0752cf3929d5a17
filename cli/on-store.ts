// What the sub-commands on the console's database stand on: its settings, the open database, nobody signed in.
import type { OperationContext } from '../lib/operations/context';
import { consoleSettings } from './console-settings';

/** Runs `work` on the console's database and closes it. */
export async function onStore<T>(work: (context: OperationContext) => Promise<T>): Promise<T> {
  const settings = consoleSettings();
  // Loaded when it is needed: not every sub-command has a use for a database.
  const { openStore } = await import('../lib/data/store');
  const store = await openStore(settings);
  try {
    return await work({ who: null, store, settings, now: () => new Date() });
  } finally {
    await store.close();
  }
}
