// People, beside what better-auth does itself. Refuses to leave the console without an active admin.
import type { Role } from '../auth/permissions';
import { clientOf, type Store, type Tx } from './store';

export type User = Readonly<{
  id: string;
  name: string;
  email: string;
  role: Role;
  /** A disabled account can't sign in. */
  disabled: boolean;
  createdAt: Date;
}>;

/** `sessions`: how many are not expired at the time asked for. */
export type ListedUser = User & Readonly<{ sessions: number }>;

/** Everybody, by name. */
export async function listUsers(store: Store, now: Date): Promise<ListedUser[]> {
  const rows = await store.client.user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { sessions: { where: { expiresAt: { gt: now } } } } } },
  });
  return rows.map((row) => ({ ...toUser(row), sessions: row._count.sessions }));
}

export async function findUser(store: Store | Tx, id: string): Promise<User | undefined> {
  const row = await clientOf(store).user.findUnique({ where: { id } });
  return row ? toUser(row) : undefined;
}

/** `email` is compared as better-auth keeps it: in lower case. */
export async function findUserByEmail(store: Store | Tx, email: string): Promise<User | undefined> {
  const row = await clientOf(store).user.findUnique({ where: { email: email.toLowerCase() } });
  return row ? toUser(row) : undefined;
}

const ACTIVE_ADMIN = { role: 'admin', banned: false };

/** How many admins can sign in. Only inside `store.write` does it stay true until the transaction ends. */
export const countActiveAdmins = (store: Store | Tx): Promise<number> =>
  clientOf(store).user.count({ where: ACTIVE_ADMIN });

export type UserChange = 'done' | 'notFound' | 'lastAdmin';

/** Gives a person another role. `tx` must come from `store.write`, which lets no other change in between. */
export const setUserRole = (tx: Tx, userId: string, role: Role): Promise<UserChange> =>
  change(tx, userId, role !== 'admin', { role });

/** Lets a person sign in, or no more; what they have open is ended by removeSessions. `tx` as for setUserRole. */
export const setUserDisabled = (tx: Tx, userId: string, disabled: boolean): Promise<UserChange> =>
  change(tx, userId, disabled, { banned: disabled });

async function change(
  tx: Tx,
  id: string,
  losesAdmin: boolean,
  data: { role: Role } | { banned: boolean },
): Promise<UserChange> {
  if (losesAdmin) {
    const others = await tx.user.count({ where: { ...ACTIVE_ADMIN, NOT: { id } } });
    const isAdmin = await tx.user.count({ where: { ...ACTIVE_ADMIN, id } });
    if (isAdmin === 1 && others === 0) return 'lastAdmin';
  }
  const { count } = await tx.user.updateMany({ where: { id }, data });
  return count === 1 ? 'done' : 'notFound';
}

/** Signs a person out everywhere, but for `keepSessionId`; answers how many sessions ended. */
export async function removeSessions(
  store: Store | Tx,
  userId: string,
  keepSessionId?: string,
): Promise<number> {
  const { count } = await clientOf(store).session.deleteMany({
    where: { userId, ...(keepSessionId !== undefined && { NOT: { id: keepSessionId } }) },
  });
  return count;
}

const toUser = (row: {
  id: string;
  name: string;
  email: string;
  role: string;
  banned: boolean;
  createdAt: Date;
}): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  disabled: row.banned,
  createdAt: row.createdAt,
});
