// Accounts with their passwords, in the rows that better-auth reads. Holds hashes only, never a password.
import { randomUUID } from 'node:crypto';
import type { Role } from '../auth/permissions';
import { uniqueViolation } from './database-errors';
import { clientOf, type Store, type Tx } from './store';

export type NewAccount = Readonly<{ name: string; email: string; role: Role; passwordHash: string }>;

/** True where nobody has an account yet. */
export const noAccounts = async (store: Store | Tx): Promise<boolean> =>
  (await clientOf(store).user.count({ take: 1 })) === 0;

/** Makes an account; answers its id. `email` is lower case. Throws where isEmailTaken() says so. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { passwordHash, ...person } = account;
  const { id } = await tx.user.create({ data: { id: randomUUID(), ...person } });
  await tx.account.create({
    data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: passwordHash },
  });
  return id;
}

/** True where insertAccount() threw because somebody has the address already. */
export const isEmailTaken = (error: unknown): boolean => uniqueViolation(error)?.includes('email') ?? false;

/** Gives an account another password. */
export async function setPasswordHash(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash },
  });
  if (count > 0) return;
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: passwordHash },
  });
}
