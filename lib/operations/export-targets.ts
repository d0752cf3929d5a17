// The connectors that can be exported, by name: more than a page needs before somebody wants to choose some.
import { z } from 'zod';
import type { Named } from '../mailflow/mail-setup';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

export const exportTargetsInput = z.strictObject({});

/** In the order of their names. */
export async function exportTargets(context: OperationContext): Promise<Outcome<readonly Named[]>> {
  const found = await mailSetup(context);
  if (!found.ok) return found;
  const named = found.value.setup.connectors.map(({ id, connector: { name } }) => ({ id, name }));
  return done(named.sort((a, b) => a.name.localeCompare(b.name)));
}
