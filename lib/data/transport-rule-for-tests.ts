// A transport rule as an admin would save it, for tests that need one.
import type { OwnRule } from './transport-rules';

/** The first rule, for mail to fabrikam.com. */
export const ownRule = (name: string, connectorId: string, given: Partial<OwnRule> = {}): OwnRule => ({
  name,
  enabled: true,
  priority: 0,
  conditions: [{ kind: 'recipientDomainIs', domains: ['fabrikam.com'] }],
  exceptions: [],
  connector: { by: 'id', id: connectorId },
  stopProcessing: false,
  ...given,
});
