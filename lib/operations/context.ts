// What every operation is handed: who asks, the store, the clock, the settings. Nothing is reached for.
import { type Actor, may, type Permission } from '../auth/permissions';
import type { Store } from '../data/store';
import type { Settings } from '../settings';
import type { Outcome } from './outcome';

export type OperationContext = Readonly<{
  /** The signed-in person, or null. */
  who: Actor | null;
  store: Store;
  now: () => Date;
  settings: Settings;
  /** Where the request came from, for the audit log. */
  remoteAddress?: string;
}>;

/** First line of every operation: the actor who may do this, or the problem to answer with. */
export function allowed(
  context: OperationContext,
  permission: Permission,
): Readonly<{ ok: true; actor: Actor }> | Extract<Outcome<never>, { ok: false }> {
  if (!context.who) return { ok: false, problem: { kind: 'signedOut' } };
  if (!may(context.who.role, permission)) return { ok: false, problem: { kind: 'forbidden', permission } };
  return { ok: true, actor: context.who };
}
