// What a restored database must not bring back to life: who was signed in, links that were open, validations that waited.
import type { Tx } from './store';

/** How many rows of each were ended. */
export type Ended = Readonly<{ sessions: number; links: number; validations: number }>;

/** Ends them all as of `at`: since the backup, sessions were revoked, links used, and test messages sent. */
export async function endWhatWasOpen(tx: Tx, at: Date): Promise<Ended> {
  const sessions = await tx.session.deleteMany();
  const links = await tx.invitation.updateMany({
    where: { usedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  });
  const validations = await tx.validationRun.updateMany({
    where: { state: { in: ['queued', 'running'] } },
    data: { state: 'cancelled', finishedAt: at, leaseOwner: null, leaseUntil: null },
  });
  return { sessions: sessions.count, links: links.count, validations: validations.count };
}
