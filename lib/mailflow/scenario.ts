// The four pairs of "Connection from" and "Connection to" that EAC's first screen allows.
import type { ConnectorDraft, Endpoint } from './connector-draft';

export const SCENARIOS = {
  office365ToOrganization: { from: 'office365', to: 'organization' },
  office365ToPartner: { from: 'office365', to: 'partner' },
  organizationToOffice365: { from: 'organization', to: 'office365' },
  partnerToOffice365: { from: 'partner', to: 'office365' },
} as const satisfies Record<string, { from: Endpoint; to: Endpoint }>;
export type Scenario = keyof typeof SCENARIOS;

/** The scenarios that have their wizard. */
export const AVAILABLE: ReadonlySet<Scenario> = new Set(['office365ToOrganization']);

/** The scenario that the draft's two ends name, or undefined while they name none. */
export function scenarioOf({ from, to }: Pick<ConnectorDraft, 'from' | 'to'>): Scenario | undefined {
  const names = Object.keys(SCENARIOS) as Scenario[];
  return names.find((name) => SCENARIOS[name].from === from && SCENARIOS[name].to === to);
}

/** Where a connection from `from` can go; one choice means that it is fixed. */
export function destinationsOf(from: ConnectorDraft['from']): readonly Endpoint[] {
  if (from === '') return [];
  return from === 'office365' ? ['organization', 'partner'] : ['office365'];
}

/** `to` after `from` changed: the only choice, or open again. */
export function destinationAfter(from: ConnectorDraft['from']): ConnectorDraft['to'] {
  const [only, other] = destinationsOf(from);
  return only && !other ? only : '';
}
