// The four pairs of "Connection from" and "Connection to" that EAC's first screen allows, and what each leaves to choose.
import type { Connector } from './connector';
import type { ConnectorDraft, Endpoint } from './connector-draft';

export const SCENARIOS = {
  office365ToOrganization: { from: 'office365', to: 'organization' },
  office365ToPartner: { from: 'office365', to: 'partner' },
  organizationToOffice365: { from: 'organization', to: 'office365' },
  partnerToOffice365: { from: 'partner', to: 'office365' },
} as const satisfies Record<string, { from: Endpoint; to: Endpoint }>;
export type Scenario = keyof typeof SCENARIOS;

/** The scenario that the draft's two ends name, or undefined while they name none. */
export function scenarioOf({ from, to }: Pick<ConnectorDraft, 'from' | 'to'>): Scenario | undefined {
  const names = Object.keys(SCENARIOS) as Scenario[];
  return names.find((name) => SCENARIOS[name].from === from && SCENARIOS[name].to === to);
}

/** The two ends of a connector, as the wizard's first screen names them. */
export function endsOf({
  direction,
  partnerKind,
}: Pick<Connector, 'direction' | 'partnerKind'>): Readonly<{ from: Endpoint; to: Endpoint }> {
  const other = partnerKind === 'onPremises' ? 'organization' : 'partner';
  return direction === 'outbound' ? { from: 'office365', to: other } : { from: other, to: 'office365' };
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

type Choices = Readonly<{
  /** "Use of connector", in EAC's order. */
  scopes: readonly Exclude<ConnectorDraft['scope'], ''>[];
  deliveries: readonly Exclude<ConnectorDraft['delivery'], ''>[];
  /** How Office 365 knows the sender, in EAC's order. */
  identifications: readonly Exclude<ConnectorDraft['identifiedBy'], ''>[];
}>;

/** What a scenario's screens offer; a single choice is not asked for. */
export const CHOICES: Record<Scenario, Choices> = {
  office365ToOrganization: {
    scopes: ['acceptedDomains', 'transportRule', 'recipientDomains'],
    deliveries: ['smartHosts'],
    identifications: [],
  },
  office365ToPartner: {
    scopes: ['transportRule', 'recipientDomains'],
    deliveries: ['mx', 'smartHosts'],
    identifications: [],
  },
  organizationToOffice365: {
    scopes: [],
    deliveries: [],
    identifications: ['certificate', 'ipAddresses'],
  },
  partnerToOffice365: {
    scopes: [],
    deliveries: [],
    identifications: ['senderDomains', 'ipAddresses'],
  },
};

/** The draft after its two ends changed: a choice that the new scenario does not offer is open again. */
export function withEnds(draft: ConnectorDraft, from: Endpoint, to: ConnectorDraft['to']): ConnectorDraft {
  const ends = { ...draft, from, to };
  const scenario = scenarioOf(ends);
  if (!scenario) return ends;
  const { scopes, deliveries, identifications } = CHOICES[scenario];
  return {
    ...ends,
    // Meant for hybrid mail flow; Microsoft advises against it towards anybody else.
    retainInternalHeaders: from === 'organization' || to === 'organization',
    scope: kept(scopes, draft.scope),
    delivery: kept(deliveries, draft.delivery),
    // EAC preselects the certificate for the organization's own servers, and nothing for a partner.
    identifiedBy:
      kept(identifications, draft.identifiedBy) ||
      (identifications.includes('certificate') ? 'certificate' : ''),
  };
}

const kept = <T extends string>(offered: readonly T[], chosen: T | ''): T | '' =>
  chosen !== '' && offered.includes(chosen) ? chosen : '';
