// Links that let somebody set a password once. Only the hash of a link's token is kept.
import type { Role } from '../auth/permissions';
import { clientOf, type Store, type Tx } from './store';

/** `setup`: the first admin's. `invite`: a new person's. `reset`: a new password for the account with `email`. */
export type InvitationPurpose = 'setup' | 'invite' | 'reset';

export type Invitation = Readonly<{
  id: string;
  purpose: InvitationPurpose;
  role: Role;
  email?: string;
  createdById?: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt?: Date;
}>;

/** Keeps an invitation; answers its id. `tokenHash` is the hash of the secret in the link. */
export async function insertInvitation(
  store: Store | Tx,
  invitation: Omit<Invitation, 'id' | 'usedAt'> & Readonly<{ tokenHash: string }>,
): Promise<string> {
  const { email = null, createdById = null, ...rest } = invitation;
  const { id } = await clientOf(store).invitation.create({ data: { ...rest, email, createdById } });
  return id;
}

/** The invitation of a link, used or not, expired or not; undefined where there is none. */
export async function findInvitation(store: Store | Tx, tokenHash: string): Promise<Invitation | undefined> {
  const row = await clientOf(store).invitation.findUnique({ where: { tokenHash } });
  if (!row) return undefined;
  return {
    id: row.id,
    purpose: row.purpose as InvitationPurpose,
    role: row.role as Role,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    ...(row.email !== null && { email: row.email }),
    ...(row.createdById !== null && { createdById: row.createdById }),
    ...(row.usedAt && { usedAt: row.usedAt }),
  };
}

/** Uses the invitation up. True for exactly one caller, and never after it expired. */
export async function markInvitationUsed(store: Store | Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await clientOf(store).invitation.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Makes every open link of `purpose` worthless, for `email` only where it is given; answers how many. */
export async function withdrawInvitations(
  store: Store | Tx,
  { purpose, email }: Readonly<{ purpose: InvitationPurpose; email?: string }>,
): Promise<number> {
  const { count } = await clientOf(store).invitation.deleteMany({
    where: { purpose, usedAt: null, ...(email !== undefined && { email }) },
  });
  return count;
}
