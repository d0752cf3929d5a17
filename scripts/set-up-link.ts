// Tells whoever started the console how to become its first admin.
import type { Settings } from '../lib/settings';

/** Prints the one-time set-up link where nobody has an account yet. */
export async function printSetUpLink(settings: Settings): Promise<void> {
  const { openStore } = await import('../lib/data/store');
  const { ensureSetUpLink } = await import('../lib/operations/set-up');
  const store = await openStore(settings);
  try {
    const link = await ensureSetUpLink(store, settings, new Date());
    if (link) console.log(`\nNobody has an account yet. Create the first admin here:\n  ${link}\n`);
  } finally {
    await store.close();
  }
}
