// Which key signs sessions on this database. All consoles must have the same one, and only the database sees them all.
import type { Store } from './store';

/** Makes the key of this fingerprint the one in force, from `at` on. True where another was before. */
export async function claimSessionKey(store: Store, fingerprint: string, at: Date): Promise<boolean> {
  const before = await sessionKeyInForce(store);
  // Nothing is written then: a console whose disk is full still starts.
  if (before === fingerprint) return false;
  const key = { fingerprint, since: at };
  await store.write((tx) =>
    tx.sessionKey.upsert({ where: { id: 1 }, create: { id: 1, ...key }, update: key }),
  );
  return before !== undefined;
}

/** The fingerprint of the key in force; undefined where no console has started yet. */
export async function sessionKeyInForce({ client }: Store): Promise<string | undefined> {
  return (await client.sessionKey.findUnique({ where: { id: 1 } }))?.fingerprint;
}
