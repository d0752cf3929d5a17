import { describe, expect, test } from 'vitest';
import { acceptedLookup } from '../accepted-lookup';
import { judge } from '../judge';
import { at, down, endsAt, MX1, up } from '../mx-facts-for-tests';
import type { Observation } from '../observation';
import { outbound, setup } from '../setup-for-tests';
import { NOW } from '../tls-facts-for-tests';
import { told } from './facts-for-tests';
import {
  judgeExternalName,
  judgePort25,
  judgeReceiveCertificate,
  judgeTls,
  openRelays,
} from './judge-server';
import { type GuideServer, guideServers } from './server-facts';

const HOST = { kind: 'name', host: MX1, port: 25 } as const;
const SETUP = setup(
  [outbound('A', 'accepted', { delivery: { by: 'smartHosts', hosts: [HOST] } })],
  'fabrikam.com',
);

/** The server as a validation that ended with `observations` shows it. */
function seen(observations: readonly Observation[], checkRefusals = false): GuideServer {
  const tls = { level: 'certificateValidation' } as const;
  const plan = { hosts: [HOST], tls, recipients: [], ...(checkRefusals && { checkRefusals }) };
  const verdict = judge(observations, plan, NOW);
  const last = { id: 'run', finishedAt: NOW.toISOString(), verdict, observations };
  const [server] = guideServers(SETUP, 'onPremises', () => ({ last }));
  if (!server) throw new Error('The set-up has one server.');
  return server;
}
const unseen = (runningId?: string): GuideServer => ({
  host: MX1,
  connector: { id: 'A', name: 'A' },
  byAddress: false,
  ...(runningId && { runningId }),
});

describe('Port 25', () => {
  test.each<[string, GuideServer, string]>([
    ['was not validated', unseen(), 'toDo: i notValidated; validate'],
    ['is being validated', unseen('r'), 'toDo: i validationRunning'],
    ['greets', seen(up(MX1)), 'done: serverPassed'],
    [
      'is refused',
      seen(down(MX1, { kind: 'refused' })),
      'failing: !connectionRefused, i consolePath; openPort',
    ],
    [
      'keeps silent to the console',
      seen(down(MX1)),
      'couldNotCheck: ?connectTimeout, i consolePath; openPort',
    ],
    [
      'has a name that DNS failed for',
      seen([at('resolve', MX1, { failure: { kind: 'dnsError', detail: 'ESERVFAIL' } })]),
      'couldNotCheck: ?dnsServerFailure, i consolePath; openPort',
    ],
    [
      'has a name that does not exist',
      seen([at('resolve', MX1, { failure: { kind: 'dnsNotFound' } })]),
      'failing: !dnsNotFound, i consolePath; openPort',
    ],
  ])('%s', (_, server, expected) => expect(told(judgePort25(server))).toBe(expected));
});

describe('TLS', () => {
  const accepted = (domains: string) => acceptedLookup(setup([], domains).acceptedDomains);
  test.each<[string, GuideServer, string, string]>([
    ['with a certificate of an own domain', seen(up(MX1)), 'fabrikam.com', 'done: certificate'],
    [
      'with somebody else’s certificate',
      seen(up(MX1)),
      'contoso.com',
      'warning: certificate, ~certificateNotAccepted; useOwnCertificate',
    ],
    [
      'expired',
      seen(up(MX1, [], { validTo: '2020-01-01T00:00:00.000Z' }, 'CERT_HAS_EXPIRED')),
      'fabrikam.com',
      'failing: !certificateExpired, certificate',
    ],
    [
      'not offered',
      seen(endsAt('starttls', MX1, { failure: { kind: 'starttlsNotOffered' } })),
      'fabrikam.com',
      'failing: !starttlsNotOffered',
    ],
    ['never reached', seen(down(MX1)), 'fabrikam.com', 'couldNotCheck: ?notReached'],
  ])('%s', (_, server, domains, expected) =>
    expect(told(judgeTls(server, accepted(domains)))).toBe(expected),
  );

  test('two addresses that show different certificates: one was forgotten', () => {
    const other = up(MX1, [], { fingerprint256: 'OTHER' }).map((each) =>
      each.address ? { ...each, address: '203.0.113.99' } : each,
    );
    expect(told(judgeReceiveCertificate([seen([...up(MX1), ...other])]))).toBe(
      'failing: !certificatesDiffer, i notConfirmed; sameCertificateEverywhere',
    );
    expect(told(judgeReceiveCertificate([seen(up(MX1))]))).toBe(
      'toDo: sameCertificate, i notConfirmed; confirm',
    );
  });
});

test('The external name: its addresses, and who they say they are', () => {
  const address = '203.0.113.49';
  const with6 = [at('resolve', MX1, { addresses: ['2001:db8::1'] })];
  const named = at('ptr', MX1, { address, pointers: [{ name: MX1, confirmed: true }] });
  const nameless = at('ptr', MX1, { address, pointers: [] });
  expect(told(judgeExternalName(seen([...up(MX1), named])))).toBe('done: addresses, i pointers');
  expect(told(judgeExternalName(seen([...up(MX1), nameless])))).toBe(
    'done: addresses, i noPointer; setPointer',
  );
  expect(told(judgeExternalName(seen(with6)))).toMatch(/^warning: .*addresses, ~onlyIpv6/);
  expect(told(judgeExternalName({ ...seen(up(MX1)), byAddress: true }))).toBe(
    'warning: addresses, ~namedByAddress; useName',
  );
});

test('Open relays: only who was asked is said to refuse, and one that forwards is named', () => {
  const refused = { code: 550, lines: ['no'] };
  const question = (given: Partial<Observation>) =>
    at('rcptTo', MX1, { check: 'foreignDomain', address: '203.0.113.49', ...given });
  const no = question({ reply: refused, failure: { kind: 'reply', reply: refused } });
  const yes = question({ reply: { code: 250, lines: ['ok'] } });
  expect(told(judgePort25(seen(up(MX1))))).toBe('done: serverPassed');
  expect(told(judgePort25(seen([...up(MX1), no])))).toBe('done: serverPassed, openRelayChecked');
  expect(openRelays([seen([...up(MX1), no], true)])).toEqual([]);
  expect(openRelays([seen([...up(MX1), yes], true)])).toMatchObject([
    { level: 'bad', finding: { code: 'openRelay' } },
  ]);
});

test('Connectors that share a server have it once, as it was seen last', () => {
  const two = setup([
    outbound('A', 'accepted', { delivery: { by: 'smartHosts', hosts: [HOST] } }),
    outbound('B', 'b.test', { delivery: { by: 'smartHosts', hosts: [HOST] } }),
    outbound('C', 'c.test', { partnerKind: 'partner' }),
  ]);
  const run = (id: string, day: number) => ({
    id,
    finishedAt: `2026-11-0${day}T00:00:00.000Z`,
    observations: up(MX1),
    verdict: { outcome: 'passed', tasks: [] } as const,
  });
  const servers = guideServers(two, 'onPremises', (id) => ({
    last: id === 'A' ? run('old', 1) : run('new', 2),
  }));
  expect(servers.map(({ host, connector, seen: saw }) => [host, connector.name, saw?.runId])).toEqual([
    [MX1, 'B', 'new'],
  ]);
});

test('A partner’s connector by MX has no server before its first validation, and stands for itself', () => {
  const byMx = setup([outbound('To partner', 'p.test', { partnerKind: 'partner', delivery: { by: 'mx' } })]);
  const [server] = guideServers(byMx, 'partner', () => ({}));
  expect(server && told(judgePort25(server))).toBe('toDo: i notValidated; validate');
  expect(server?.host).toBe('To partner');
});
