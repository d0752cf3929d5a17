// The set-up that routes hang on, for whoever may read it, and its routes compiled. Compiled once in a process, and again
// when anything that they hang on has changed, on whichever machine.
import { readSetup, routeRevision } from '../data/mail-setup';
import type { Store } from '../data/store';
import type { MailSetup } from '../mailflow/mail-setup';
import { type CompiledRoutes, compileRoutes } from '../mailflow/route';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

/** `revision` is another number after each change of the set-up. */
export type CompiledSetup = Readonly<{ revision: number; setup: MailSetup; routes: CompiledRoutes }>;

/** For pages that need none of it and are for the same people. */
export function mayReadMailSetup(context: OperationContext): Outcome<undefined> {
  const may = allowed(context, 'mailSetup:read');
  return may.ok ? done(undefined) : may;
}

/** The set-up in force and its routes, from memory where they still hold. */
export async function mailSetup(context: OperationContext): Promise<Outcome<CompiledSetup>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  return done(await compiledSetup(context.store));
}

/** The same for whoever has a shell on the server, and so is not asked who they are: only `cli/` may call it. */
export const mailSetupFromShell = ({ store }: OperationContext): Promise<CompiledSetup> =>
  compiledSetup(store);

const compiled = new WeakMap<Store['client'], Promise<CompiledSetup>>();

async function compiledSetup(store: Store): Promise<CompiledSetup> {
  const revision = await routeRevision(store);
  const known = await compiled.get(store.client)?.catch(() => undefined);
  if (known?.revision === revision) return known;
  const next = compile(store, revision);
  compiled.set(store.client, next);
  return next;
}

/** The revision was read first: what changes while the set-up is read makes the whole old, never new and wrong. */
async function compile(store: Store, revision: number): Promise<CompiledSetup> {
  const setup = await readSetup(store);
  return { revision, setup, routes: compileRoutes(setup) };
}
