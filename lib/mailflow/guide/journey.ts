// The article's journey from nothing to mail flowing, as data: parts and steps in its order. Judges nothing and says nothing:
// titles, reasons and remedies stand in messages/*/guide.json under these names.

/** Own servers protected by the cloud, mailboxes in both places, secure mail with a partner. */
export const GUIDE_SCENARIOS = ['ownServers', 'both', 'partner'] as const;
export type GuideScenario = (typeof GUIDE_SCENARIOS)[number];

/** The article's headings: prerequisites, Part 1 in three steps, Part 2 in two, and its last test. */
export const GUIDE_PARTS = [
  'prerequisites',
  'environment',
  'outbound',
  'mx',
  'inbound',
  'ownServer',
  'finalTest',
] as const;
export type GuidePartId = (typeof GUIDE_PARTS)[number];

type Step = Readonly<{
  part: GuidePartId;
  /** What it is held for: once for all, for each accepted domain, or for each server that mail is handed to. */
  scope: 'organization' | 'domain' | 'server';
  /** Who can tell that it is done. What only a person knows is confirmed with name and time. */
  by: 'console' | 'person';
  in: readonly GuideScenario[];
}>;

const OWN = ['ownServers', 'both'] as const;
const ALL = GUIDE_SCENARIOS;

/** In the article's order; those of `prerequisites` are its seven, one by one. */
export const GUIDE_STEPS = {
  internetMail: { part: 'prerequisites', scope: 'domain', by: 'console', in: OWN },
  tls: { part: 'prerequisites', scope: 'server', by: 'console', in: ALL },
  receiveCertificate: { part: 'prerequisites', scope: 'organization', by: 'person', in: OWN },
  externalName: { part: 'prerequisites', scope: 'server', by: 'console', in: ALL },
  port25: { part: 'prerequisites', scope: 'server', by: 'console', in: ALL },
  firewall: { part: 'prerequisites', scope: 'organization', by: 'person', in: OWN },
  testAddress: { part: 'prerequisites', scope: 'domain', by: 'console', in: ALL },
  permissions: { part: 'environment', scope: 'organization', by: 'person', in: ALL },
  senderIdentity: { part: 'environment', scope: 'organization', by: 'console', in: OWN },
  routingChoice: { part: 'environment', scope: 'organization', by: 'console', in: OWN },
  outboundConnector: { part: 'outbound', scope: 'domain', by: 'console', in: ALL },
  mxProtection: { part: 'mx', scope: 'domain', by: 'console', in: OWN },
  mxRecord: { part: 'mx', scope: 'domain', by: 'console', in: OWN },
  inboundConnector: { part: 'inbound', scope: 'organization', by: 'console', in: ALL },
  relay: { part: 'ownServer', scope: 'organization', by: 'person', in: OWN },
  spf: { part: 'ownServer', scope: 'domain', by: 'console', in: OWN },
  dkimDmarc: { part: 'ownServer', scope: 'domain', by: 'console', in: OWN },
  mailArrives: { part: 'finalTest', scope: 'organization', by: 'person', in: ALL },
  mailLeaves: { part: 'finalTest', scope: 'organization', by: 'person', in: ALL },
} as const satisfies Readonly<Record<string, Step>>;
export type GuideStepId = keyof typeof GUIDE_STEPS;
export const GUIDE_STEP_IDS = Object.keys(GUIDE_STEPS) as readonly GuideStepId[];

/** The steps of a journey, in order. */
export const stepsOf = (scenario: GuideScenario): readonly GuideStepId[] =>
  GUIDE_STEP_IDS.filter((id) => (GUIDE_STEPS[id].in as readonly GuideScenario[]).includes(scenario));
