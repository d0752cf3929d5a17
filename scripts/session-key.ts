// Says which secret signs sessions from now on, and what that means where it was another one before.
import type { Settings } from '../lib/settings';

/** A console that runs on the same database with another secret is not ready from here on. */
export async function claimSessionSecret(settings: Settings): Promise<void> {
  const { openStore } = await import('../lib/data/store');
  const { claimSessionKey } = await import('../lib/data/session-key');
  const { authSecret, secretFingerprint } = await import('../lib/auth/auth-secret');
  const store = await openStore(settings);
  try {
    const wasAnother = await claimSessionKey(store, secretFingerprint(authSecret(settings)), new Date());
    if (wasAnother)
      console.warn(
        'AUTH_SECRET is not the one that signed sessions so far: everybody signs in again. Every console on this ' +
          'database needs the same one; those that have another are not ready from now on.',
      );
  } finally {
    await store.close();
  }
}
