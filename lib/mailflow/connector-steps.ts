// The wizard's screens as a list: which fields each owns, and for which scenarios it is shown.
import type { ConnectorDraft, DraftField } from './connector-draft';
import { type Scenario, scenarioOf } from './scenario';

export const STEP_IDS = ['scenario', 'name', 'scope', 'routing', 'security', 'validation', 'review'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** `fields` are in the order of the screen; a step owns the findings of its fields. */
export type ConnectorStep = Readonly<{
  id: StepId;
  fields: readonly DraftField[];
  shownFor: readonly Scenario[] | 'all';
}>;

const OUTBOUND: readonly Scenario[] = ['office365ToOrganization', 'office365ToPartner'];

export const CONNECTOR_STEPS: readonly ConnectorStep[] = [
  { id: 'scenario', fields: ['from', 'to'], shownFor: 'all' },
  { id: 'name', fields: ['name', 'description', 'enabled', 'retainInternalHeaders'], shownFor: 'all' },
  { id: 'scope', fields: ['scope', 'recipientDomains'], shownFor: OUTBOUND },
  { id: 'routing', fields: ['smartHosts'], shownFor: OUTBOUND },
  {
    id: 'security',
    fields: ['tlsRequired', 'tlsCertificate', 'tlsMatchDomain', 'tlsDomain'],
    shownFor: OUTBOUND,
  },
  { id: 'validation', fields: ['validationRecipients'], shownFor: OUTBOUND },
  { id: 'review', fields: [], shownFor: 'all' },
];

/** The steps of the draft's scenario; while it is open, those of Office 365 to your organization. */
export function visibleSteps(draft: ConnectorDraft): readonly ConnectorStep[] {
  const scenario = scenarioOf(draft) ?? 'office365ToOrganization';
  return CONNECTOR_STEPS.filter(({ shownFor }) => shownFor === 'all' || shownFor.includes(scenario));
}
