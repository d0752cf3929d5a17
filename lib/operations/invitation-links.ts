// One-time links: making one, and reading what a link is still good for.
import { hashOfToken, newToken } from '../auth/one-time-token';
import {
  findInvitation,
  type Invitation,
  type InvitationPurpose,
  insertInvitation,
} from '../data/invitations';
import type { Store, Tx } from '../data/store';
import type { Settings } from '../settings';
import { conflict, done, type Outcome, problem } from './outcome';

const HOUR_MS = 60 * 60_000;
/** How long a link of each purpose can be used. */
const LIFE_MS: Record<InvitationPurpose, number> = {
  setup: 24 * HOUR_MS,
  invite: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

const PATHS: Record<InvitationPurpose, (token: string) => string> = {
  setup: (token) => `/set-up?token=${token}`,
  invite: (token) => `/invite/${token}`,
  reset: (token) => `/reset/${token}`,
};

/** The link to hand over: shown once, since only its hash is kept. */
export type OneTimeLink = Readonly<{ id: string; link: string; expiresAt: Date }>;

type NewLink = Pick<Invitation, 'purpose' | 'role' | 'email' | 'createdById'>;

/** Makes a link in the transaction `tx`. */
export async function makeLink(
  tx: Tx,
  { purpose, role, email, createdById }: NewLink,
  settings: Pick<Settings, 'publicUrl'>,
  now: Date,
): Promise<OneTimeLink> {
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(now.getTime() + LIFE_MS[purpose]);
  const id = await insertInvitation(tx, {
    tokenHash,
    purpose,
    role,
    createdAt: now,
    expiresAt,
    ...(email !== undefined && { email }),
    ...(createdById !== undefined && { createdById }),
  });
  return { id, link: `${settings.publicUrl}${PATHS[purpose](token)}`, expiresAt };
}

/** The invitation behind `token`. Problems: notFound (also for another purpose), `linkUsed`, `linkExpired`. */
export async function readLink(
  store: Store | Tx,
  token: string,
  purpose: InvitationPurpose,
  now: Date,
): Promise<Outcome<Invitation>> {
  const tokenHash = hashOfToken(token);
  const invitation = tokenHash ? await findInvitation(store, tokenHash) : undefined;
  if (invitation?.purpose !== purpose) return problem({ kind: 'notFound' });
  if (invitation.usedAt) return conflict('linkUsed');
  if (invitation.expiresAt <= now) return conflict('linkExpired');
  return done(invitation);
}
