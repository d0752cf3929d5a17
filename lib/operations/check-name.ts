// Tells the wizard early that a name is taken; saving checks again.
import { z } from 'zod';
import { nameTaken } from '../data/connectors';
import { connectorId } from './bulk';
import { allowed, type OperationContext } from './context';
import { done, type Outcome } from './outcome';

/** `connectorId` is the connector that is edited: its own name is no other's. */
export const checkNameInput = z.strictObject({
  name: z.string().max(1_000),
  connectorId: connectorId.optional(),
});

/** Whether another connector with that name exists, without regard to case. */
export async function checkName(
  context: OperationContext,
  { name, connectorId }: z.output<typeof checkNameInput>,
): Promise<Outcome<{ taken: boolean }>> {
  const asked = allowed(context, 'connector:create');
  if (!asked.ok) return asked;
  return done({ taken: await nameTaken(context.store, name.trim(), connectorId) });
}
