// What every sub-command stands on: the settings as the console reads them, the open database, nobody signed in.
import { openStore } from '../lib/data/store';
import type { OperationContext } from '../lib/operations/context';
import { readSettings } from '../lib/settings';

/** Runs `work` on the console's database and closes it. */
export async function onStore<T>(work: (context: OperationContext) => Promise<T>): Promise<T> {
  for (const file of ['.env.local', '.env']) loadIfThere(file);
  const settings = readSettings(process.env);
  const store = await openStore(settings);
  try {
    return await work({ who: null, store, settings, now: () => new Date() });
  } finally {
    await store.close();
  }
}

function loadIfThere(file: string): void {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
