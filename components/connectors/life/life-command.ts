// What can be done with connectors that are there, to one or to many.
import type { Permission } from '@/lib/auth/permissions';
import type { BulkReport } from '@/lib/operations/bulk';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import type { ConnectorRow } from '@/lib/operations/list-connectors';
import type { Outcome } from '@/lib/operations/outcome';

/** `undelete` only takes a deletion back. */
export type LifeCommand = 'turnOn' | 'turnOff' | 'delete' | 'undelete' | 'validate';
/** Those that ask before they do anything. */
export type AskedCommand = Exclude<LifeCommand, 'undelete' | 'validate'>;

export type BulkAction = (input: unknown) => Promise<Outcome<BulkReport>>;
export type LifeActions = Readonly<{
  switchConnectors: BulkAction;
  deleteConnectors: BulkAction;
  undeleteConnectors: BulkAction;
  validateConnectors: BulkAction;
}>;

/** A connector as the person sees it when the command is given. */
export type Target = Readonly<
  Pick<ConnectorRow, 'id' | 'name' | 'version' | 'enabled' | 'direction' | 'health'>
>;

export const targetOf = ({ id, connector, version, health }: ConnectorReport): Target => ({
  id,
  name: connector.name,
  version: version.number,
  enabled: connector.enabled,
  direction: connector.direction,
  health,
});

/** True where turning it on takes a typed reason: mail would use settings that no passed validation stands behind. */
export const needsReason = ({ direction, health }: Target): boolean =>
  direction === 'outbound' && health !== 'passed';

export const PERMISSION_OF = {
  turnOn: 'connector:switch',
  turnOff: 'connector:switch',
  delete: 'connector:delete',
  undelete: 'connector:restore',
  validate: 'validation:run',
} as const satisfies Record<LifeCommand, Permission>;
