// The wizard's screens as data: for each scenario the list of its steps, and which fields each step owns.
import type { ConnectorDraft, DraftField } from './connector-draft';
import { type Scenario, scenarioOf } from './scenario';

export const STEP_IDS = [
  'scenario',
  'name',
  'scope',
  'routing',
  'authentication',
  'security',
  'restrictions',
  'validation',
  'review',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** `fields` are in the order of the screen, `advanced` ones in a section that stays closed. A step owns their findings. */
export type ConnectorStep = Readonly<{
  id: StepId;
  fields: readonly DraftField[];
  advanced: readonly DraftField[];
}>;

const step = (
  id: StepId,
  fields: readonly DraftField[],
  advanced: readonly DraftField[] = [],
): ConnectorStep => ({ id, fields, advanced });

const scenario = step('scenario', ['from', 'to']);
const name = step('name', ['name', 'description', 'enabled', 'retainInternalHeaders']);
const scope = step('scope', ['scope', 'recipientDomains'], ['alsoRecipientDomains']);
const TLS: readonly DraftField[] = ['tlsRequired', 'tlsCertificate', 'tlsMatchDomain', 'tlsDomain'];
const DELIVERY_ADVANCED: readonly DraftField[] = ['smtpDaneMode', 'mtaStsMode', 'testMode'];
const SENDER_ADVANCED: readonly DraftField[] = [
  'associatedAcceptedDomains',
  'enhancedFiltering',
  'skippedAddresses',
  'filteredUsers',
];
const validation = step('validation', ['validationRecipients']);
const review = step('review', []);

const STEPS: Record<Scenario, readonly ConnectorStep[]> = {
  office365ToOrganization: [
    scenario,
    name,
    scope,
    step('routing', ['delivery', 'smartHosts']),
    step('security', TLS, [...DELIVERY_ADVANCED, 'routeAllViaOnPremises', 'senderRewriting']),
    validation,
    review,
  ],
  office365ToPartner: [
    scenario,
    name,
    scope,
    step('routing', ['delivery', 'smartHosts']),
    step('security', TLS, DELIVERY_ADVANCED),
    validation,
    review,
  ],
  organizationToOffice365: [
    scenario,
    name,
    step(
      'authentication',
      ['identifiedBy', 'senderCertificateName', 'senderIpAddresses'],
      ['treatAsInternal', ...SENDER_ADVANCED],
    ),
    review,
  ],
  partnerToOffice365: [
    scenario,
    name,
    step('authentication', ['identifiedBy', 'senderDomains', 'senderIpAddresses']),
    step(
      'restrictions',
      [
        'rejectWithoutTls',
        'rejectOtherCertificates',
        'senderCertificateName',
        'rejectOtherAddresses',
        'allowedIpAddresses',
      ],
      SENDER_ADVANCED,
    ),
    review,
  ],
};

/** The steps of the draft's scenario; while it is open, those of Office 365 to your organization. */
export const visibleSteps = (draft: Pick<ConnectorDraft, 'from' | 'to'>): readonly ConnectorStep[] =>
  STEPS[scenarioOf(draft) ?? 'office365ToOrganization'];

/** The step of the draft's scenario that shows `field`; undefined where the scenario has no such field. */
export const stepOfField = (draft: ConnectorDraft, field: string): ConnectorStep | undefined =>
  visibleSteps(draft).find(({ fields, advanced }) => [...fields, ...advanced].some((own) => own === field));
