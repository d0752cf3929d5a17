// The links that wait to be opened, for the people who handed them out.

import type { Role } from '../auth/permissions';
import type { InvitationPurpose } from './invitations';
import type { Store, Tx } from './store';

export type OpenInvitation = Readonly<{
  id: string;
  purpose: InvitationPurpose;
  role: Role;
  email?: string;
  createdAt: Date;
  expiresAt: Date;
}>;

/** Every link for a person that can still be used at `now`, the newest first; not the set-up link. */
export async function listOpenInvitations(store: Store, now: Date): Promise<OpenInvitation[]> {
  const rows = await store.client.invitation.findMany({
    where: { purpose: { in: ['invite', 'reset'] }, usedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as InvitationPurpose,
    role: row.role as Role,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    ...(row.email !== null && { email: row.email }),
  }));
}

/** Makes one link worthless; answers what it was for, or undefined where it was used or is gone. */
export async function removeOpenInvitation(
  tx: Tx,
  id: string,
): Promise<{ purpose: string; role: string; email: string | null } | undefined> {
  const row = await tx.invitation.findFirst({ where: { id, usedAt: null, purpose: { not: 'setup' } } });
  if (!row) return undefined;
  await tx.invitation.deleteMany({ where: { id } });
  return row;
}
