// For every finding the set-ups that have it, and their nearest neighbours that have it not.
import type { DraftField } from './connector-draft';
import type { StepId } from './connector-steps';
import type { MailSetup } from './mail-setup';
import type { Fix, SetupFinding, SetupFindingCode } from './setup-finding';
import { fromOrganization, fromPartner, outbound, rule, setup } from './setup-for-tests';

const to = (text: string, kind: 'name' | 'ipv4' = 'name') =>
  ({ by: 'smartHosts', hosts: [{ kind, host: text, port: 25 }] }) as const;
const named = (level: 'domainValidation') => ({ level, domain: 'mail.contoso.com' }) as const;
const other = { delivery: to('other.contoso.com') };
const HYBRID = '11111111-2222-3333-4444-555555555555';

/** What a rule says, and the nearest set-up about which it says nothing. */
export type SetupReviewRow = Readonly<{ code: SetupFindingCode } & Row>;
type Row = Readonly<{ with: MailSetup; without: MailSetup; finding: Partial<SetupFinding> }>;
const names = (...names: string[]) => names.map((name) => ({ id: name, name }));
const step = (id: string, step: StepId, field: DraftField): Fix => ({ at: 'connector', id, step, field });

const ROWS: Record<SetupFindingCode, Row | readonly Row[]> = {
  duplicateScope: [
    {
      with: setup([outbound('A', 'x.com y.com'), outbound('B', 'y.com x.com')]),
      without: setup([outbound('A', 'x.com y.com'), outbound('B', 'y.com x.com', { enabled: false })]),
      finding: {
        connectors: names('B', 'A'),
        params: { name: 'B', other: 'A' },
        fix: step('B', 'scope', 'recipientDomains'),
      },
    },
    {
      with: setup([outbound('A', 'accepted'), outbound('B', 'accepted')], 'x.com'),
      without: setup([outbound('A', 'accepted'), outbound('B', 'x.com')], 'x.com'),
      finding: { connectors: names('B', 'A'), fix: step('B', 'scope', 'scope') },
    },
  ],
  shadowedConnector: [
    {
      with: setup([outbound('A', 'x.com y.com'), outbound('B', 'x.com')]),
      without: setup([outbound('A', 'x.com y.com'), outbound('B', 'x.com *.y.com')]),
      finding: {
        connectors: names('B', 'A'),
        params: { name: 'B', other: 'A', pattern: 'x.com', count: 1 },
        fix: step('B', 'scope', 'recipientDomains'),
      },
    },
    {
      with: setup([outbound('All', 'accepted'), outbound('B', '*.x.com')], 'x.com a.x.com'),
      without: setup([outbound('All', 'accepted'), outbound('B', '*.x.com')], 'x.com a.x.com y.com'),
      finding: { connectors: names('All', 'B'), fix: step('All', 'scope', 'scope') },
    },
    {
      with: setup([outbound('A', 'x.com y.com'), outbound('B', 'x.com')]),
      // A rule still sends mail there.
      without: setup([outbound('A', 'x.com y.com'), outbound('B', 'x.com')], '', [rule('Rule', 'B')]),
      finding: { connectors: names('B', 'A') },
    },
  ],
  tie: {
    with: setup([outbound('A', 'x.com'), outbound('B', 'x.com y.com')]),
    without: setup([outbound('A', 'x.com'), outbound('B', '*.x.com y.com')]),
    finding: {
      connectors: names('B', 'A'),
      params: { name: 'B', other: 'A', pattern: 'x.com', count: 1 },
      fix: step('B', 'scope', 'recipientDomains'),
    },
  },
  everyDomain: [
    {
      with: setup([outbound('A', 'x.com *')]),
      without: setup([outbound('A', '*', { routeAllViaOnPremises: true })]),
      finding: { connectors: names('A'), fix: step('A', 'scope', 'recipientDomains') },
    },
    // As it is seen in tenants: all accepted domains and, beside them, everything.
    {
      with: setup([outbound('A', 'accepted *')], 'x.com'),
      without: setup([outbound('A', 'accepted y.com')], 'x.com'),
      finding: { connectors: names('A'), fix: step('A', 'scope', 'alsoRecipientDomains') },
    },
  ],
  relayWithoutConnector: [
    {
      with: setup([outbound('A', 'y.com')], 'x.com;relay y.com;relay'),
      without: setup([outbound('A', 'accepted')], 'x.com;relay y.com;relay'),
      finding: {
        connectors: [],
        domain: 'x.com',
        params: { domain: 'x.com', which: 'domain' },
        fix: { at: 'acceptedDomain', domain: 'x.com' },
      },
    },
    {
      with: setup([outbound('A', 'x.com')], 'x.com;relay+'),
      without: setup([outbound('A', '*.x.com')], 'x.com;relay+'),
      finding: { params: { domain: 'x.com', which: 'subdomains' } },
    },
  ],
  authoritativeWithConnector: {
    with: setup([outbound('A', 'accepted')], 'x.com y.com z.com;relay'),
    without: setup([outbound('A', '*'), outbound('B', 'z.com')], 'x.com z.com;relay'),
    finding: {
      connectors: names('A'),
      params: { name: 'A', domain: 'x.com', more: 1 },
      fix: { at: 'acceptedDomain', domain: 'x.com' },
    },
  },
  connectorWithoutDomains: [
    {
      with: setup([outbound('A', 'accepted')]),
      without: setup([outbound('A', 'accepted')], 'x.com'),
      finding: { params: { name: 'A', scope: 'acceptedDomains' }, fix: step('A', 'scope', 'scope') },
    },
    {
      with: setup([outbound('A', 'rule')], '', [rule('Rule', 'A', { enabled: false })]),
      without: setup([outbound('A', 'rule')], '', [rule('Rule', 'A')]),
      finding: { params: { name: 'A', scope: 'transportRule' } },
    },
  ],
  ruleToMissingConnector: [
    {
      with: setup([], '', [rule('Rule', 'Gone')]),
      without: setup([], '', [rule('Rule', 'Gone', { enabled: false })]),
      finding: {
        rule: { id: 'Rule', name: 'Rule' },
        params: { rule: 'Rule', name: 'Gone', why: 'ruleConnectorMissing' },
        fix: { at: 'rule', id: 'Rule' },
      },
    },
    {
      with: setup([fromOrganization('In', 'mail.x.com')], '', [rule('Rule', 'In')]),
      without: setup([outbound('In', 'rule')], '', [rule('Rule', 'In')]),
      finding: { connectors: names('In'), params: { rule: 'Rule', name: 'In', why: 'ruleConnectorInbound' } },
    },
  ],
  ruleToDisabledConnector: [
    {
      with: setup([outbound('A', 'rule', { enabled: false })], '', [rule('Rule', 'A')]),
      without: setup([outbound('A', 'rule')], '', [rule('Rule', 'A')]),
      finding: { connectors: names('A'), fix: step('A', 'name', 'enabled') },
    },
    {
      with: setup([outbound('A', 'rule', { testMode: true })], '', [rule('Rule', 'A')]),
      without: setup([outbound('A', 'rule')], '', [rule('Rule', 'A')]),
      finding: { fix: step('A', 'security', 'testMode') },
    },
  ],
  tlsDowngrade: {
    with: setup([outbound('A', 'x.com'), outbound('B', 'y.com', { tls: { level: 'opportunistic' } })]),
    without: setup([
      outbound('A', 'x.com'),
      outbound('B', 'y.com', { tls: { level: 'opportunistic' }, ...other }),
    ]),
    finding: {
      connectors: names('B', 'A'),
      params: {
        name: 'B',
        other: 'A',
        host: 'mail.contoso.com',
        level: 'opportunistic',
        otherLevel: 'certificateValidation',
      },
      fix: step('B', 'security', 'tlsRequired'),
    },
  },
  domainValidationByAddress: {
    with: setup([
      outbound('A', 'x.com', { tls: named('domainValidation'), delivery: to('192.0.2.25', 'ipv4') }),
    ]),
    without: setup([outbound('A', 'x.com', { delivery: to('192.0.2.25', 'ipv4') })]),
    finding: { params: { name: 'A', host: '192.0.2.25' }, fix: step('A', 'routing', 'smartHosts') },
  },
  smartHostIsCloud: {
    with: setup([outbound('A', 'x.com', { delivery: to('x-com.mail.protection.outlook.com') })]),
    without: setup([outbound('A', 'x.com', { delivery: to('mail.protection.outlook.com.x.com') })]),
    finding: {
      params: { name: 'A', host: 'x-com.mail.protection.outlook.com' },
      fix: step('A', 'routing', 'smartHosts'),
    },
  },
  allowBesideRestrict: [
    {
      with: setup([fromPartner('Allow', 'x.com'), fromPartner('Held', 'x.com', { certificate: 'x.com' })]),
      without: setup([fromPartner('Allow', 'x.com'), fromPartner('Held', 'y.com', { certificate: 'x.com' })]),
      finding: {
        connectors: names('Allow', 'Held'),
        params: { name: 'Allow', other: 'Held', pattern: 'x.com' },
        fix: step('Allow', 'authentication', 'senderDomains'),
      },
    },
    {
      with: setup([fromPartner('Allow', 'a.x.com'), fromPartner('Held', '*', { addresses: '192.0.2.1' })]),
      // What is restricted for one domain leaves an allowance for all others its effect.
      without: setup([fromPartner('Allow', '*'), fromPartner('Held', 'a.x.com', { addresses: '192.0.2.1' })]),
      finding: { params: { name: 'Allow', other: 'Held', pattern: 'a.x.com' } },
    },
  ],
  certificateNotAccepted: [
    {
      with: setup([fromOrganization('In', 'mail.x.com')], 'y.com'),
      without: setup([fromOrganization('In', 'mail.x.com')], 'x.com'),
      finding: {
        connectors: names('In'),
        params: { name: 'In', certificate: 'mail.x.com' },
        fix: step('In', 'authentication', 'senderCertificateName'),
      },
    },
    {
      with: setup([fromOrganization('In', '*.x.com')], 'y.com'),
      // Where no accepted domain is known, none can be missing.
      without: setup([fromOrganization('In', '*.x.com')]),
      finding: { connectors: names('In') },
    },
  ],
  overlappingRanges: {
    with: setup([fromOrganization('A', '192.0.2.0/24'), fromOrganization('B', '198.51.100.1 192.0.2.7')]),
    without: setup([
      fromOrganization('A', '192.0.2.0/25'),
      fromOrganization('B', '198.51.100.1 192.0.2.128'),
    ]),
    finding: {
      connectors: names('B', 'A'),
      params: { name: 'B', other: 'A', range: '192.0.2.7', otherRange: '192.0.2.0/24' },
      fix: step('B', 'authentication', 'senderIpAddresses'),
    },
  },
  headersDiffer: [
    {
      with: setup([
        outbound('Out', 'x.com'),
        fromOrganization('In', '192.0.2.1', { retainInternalHeaders: false }),
      ]),
      without: setup([outbound('Out', 'x.com'), fromOrganization('In', '192.0.2.1')]),
      finding: {
        connectors: names('In', 'Out'),
        params: { name: 'In', other: 'Out' },
        fix: step('In', 'name', 'retainInternalHeaders'),
      },
    },
    {
      with: setup([
        outbound(`Outbound to ${HYBRID}`, 'x.com', { retainInternalHeaders: false }),
        outbound('Other', 'y.com'),
        fromOrganization(`Inbound from ${HYBRID}`, '192.0.2.1'),
      ]),
      // Three connectors without a sign of which two belong together.
      without: setup([
        outbound('Out', 'x.com', { retainInternalHeaders: false }),
        outbound('Other', 'y.com'),
        fromOrganization('In', '192.0.2.1'),
      ]),
      finding: { connectors: names(`Outbound to ${HYBRID}`, `Inbound from ${HYBRID}`) },
    },
    {
      with: setup([
        outbound('Out', 'x.com', { retainInternalHeaders: false }),
        outbound('Other', 'y.com', other),
        fromOrganization('In', '*.contoso.com'),
        fromOrganization('In 2', '192.0.2.1'),
      ]),
      without: setup([
        outbound('Out', 'x.com'),
        outbound('Other', 'y.com', other),
        fromOrganization('In', '*.contoso.com'),
        fromOrganization('In 2', '192.0.2.1', { retainInternalHeaders: false }),
      ]),
      finding: { connectors: names('Out', 'In') },
    },
  ],
};

export const SETUP_REVIEW_ROWS: readonly SetupReviewRow[] = Object.entries(ROWS).flatMap(([code, given]) =>
  ([given].flat() as readonly Row[]).map((row) => ({ ...row, code: code as SetupFindingCode })),
);
