import { expect, test } from 'vitest';
import type { MailSetup } from '../mail-setup';
import type { MxGuard } from '../mx-guard';
import { compileRoutes } from '../route';
import { fromOrganization, fromPartner, outbound, setup } from '../setup-for-tests';
import { told } from './facts-for-tests';
import {
  judgeInbound,
  judgeOutbound,
  judgePartnerOutbound,
  judgeRoutingChoice,
  judgeSenderIdentity,
  judgeTestAddress,
  partnerDomains,
} from './judge-setup';

const routed = (mail: MailSetup) => ({ setup: mail, routes: compileRoutes(mail) });

test.each<[MxGuard['code'], string, string]>([
  ['ready', 'done: ready', 'done: ready'],
  [
    'noConnectorAuthoritative',
    'toDo: i noConnectorAuthoritative; createOutbound',
    'notApplicable: i noConnectorAuthoritative',
  ],
  ['noConnector', 'toDo: ~noConnector; createOutbound', 'toDo: ~noConnector; createOutbound'],
  ['connectorOff', 'toDo: ~connectorOff; turnOnOutbound', 'toDo: ~connectorOff; turnOnOutbound'],
  ['validationStale', 'toDo: ~validationStale; validate', 'toDo: ~validationStale; validate'],
  ['validationOld', 'warning: ~validationOld; validate', 'warning: ~validationOld; validate'],
  ['validationFailed', 'failing: ~validationFailed; validate', 'failing: ~validationFailed; validate'],
  [
    'validationInconclusive',
    'couldNotCheck: ~validationInconclusive; validate',
    'couldNotCheck: ~validationInconclusive; validate',
  ],
])('The outbound connector, %s: with own servers, with mailboxes in both places', (code, own, both) => {
  expect(told(judgeOutbound('contoso.com', { code }, 'ownServers'))).toBe(own);
  expect(told(judgeOutbound('contoso.com', { code }, 'both'))).toBe(both);
});

const partner = { partnerKind: 'partner' } as const;
test.each<[string, MailSetup, string]>([
  ['is not there', setup([]), 'toDo: i noOutbound; createOutbound'],
  ['is the organization’s own', setup([outbound('A', 'p.test')]), 'toDo: i noOutbound; createOutbound'],
  [
    'is off',
    setup([outbound('A', 'p.test', { ...partner, enabled: false })]),
    'toDo: ~partnerConnectorOff; turnOnOutbound',
  ],
  [
    'was never validated',
    setup([outbound('A', 'p.test', partner)]),
    'toDo: partnerConnectorOn, ~partnerNotValidated; validate',
  ],
  [
    'failed',
    setup([outbound('A', 'p.test', { ...partner, health: 'failed' })]),
    'failing: partnerConnectorOn, ~partnerNotValidated; validate',
  ],
  ['passed', setup([outbound('A', 'p.test', { ...partner, health: 'passed' })]), 'done: partnerConnectorOn'],
])('A partner’s connector %s', (_, mail, expected) =>
  expect(told(judgePartnerOutbound('p.test', routed(mail)))).toBe(expected),
);

test('Partner domains are those that partner connectors name one by one', () => {
  const mail = setup([
    outbound('A', 'p.test *.q.test', partner),
    outbound('B', 'p.test r.test', partner),
    outbound('C', 's.test'),
  ]);
  expect(partnerDomains(mail)).toEqual(['p.test', 'r.test']);
});

test('Every domain wants a mailbox of its own to be tested with', () => {
  const tested = routed(setup([outbound('A', 'accepted', { validationRecipients: ['ada@CONTOSO.com'] })]));
  expect(told(judgeTestAddress('contoso.com', { id: 'A' }, tested))).toBe('done: testAddresses');
  expect(told(judgeTestAddress('fabrikam.com', { id: 'A' }, tested))).toBe(
    'toDo: ~noTestAddress; addTestAddress',
  );
  expect(told(judgeTestAddress('contoso.com', undefined, tested))).toBe('toDo: i noOutbound; createOutbound');
});

test.each<[string, MailSetup, string, string]>([
  ['none', setup([]), 'toDo: i noInbound; createInbound', 'toDo: i noInbound; createInbound'],
  [
    'one that is off',
    setup([fromOrganization('A', 'mail.contoso.com', { enabled: false })], 'contoso.com'),
    'toDo: ~inboundOff; turnOnInbound',
    'toDo: i noInbound; createInbound',
  ],
  [
    'an own certificate',
    setup([fromOrganization('A', '*.contoso.com')], 'contoso.com'),
    'done: inboundOn',
    'done: certificateAccepted',
  ],
  [
    'a foreign certificate',
    setup([fromOrganization('A', 'mail.host.test')], 'contoso.com'),
    'done: inboundOn',
    'toDo: ~certificateForeign; acceptSenders confirm',
  ],
  [
    'addresses',
    setup([fromOrganization('A', '192.0.2.1')], 'contoso.com'),
    'done: inboundOn',
    'toDo: i knownByAddress; acceptSenders confirm',
  ],
  [
    'a partner’s only',
    setup([fromPartner('A', 'p.test')]),
    'toDo: i noInbound; createInbound',
    'toDo: i noInbound; createInbound',
  ],
])('Into Office 365, %s: the connector, and whether senders are accepted', (_, mail, connector, identity) => {
  expect(told(judgeInbound('onPremises', routed(mail)))).toBe(connector);
  expect(told(judgeSenderIdentity(routed(mail)))).toBe(identity);
});

test('Rules or domains: read off the connectors that are on', () => {
  const mail = setup([
    outbound('A', 'accepted'),
    outbound('B', 'rule'),
    outbound('C', 'c.test', { enabled: false }),
  ]);
  expect(told(judgeRoutingChoice(routed(mail)))).toBe('done: routesByDomain, routesByRule');
  expect(told(judgeRoutingChoice(routed(setup([]))))).toBe('toDo: i noOutbound; createOutbound');
});
