import { describe, expect, it, test } from 'vitest';
import { judge } from './judge';
import {
  ADA,
  at,
  DOMAIN,
  down,
  endsAt,
  found,
  MX1,
  MX2,
  mxPlan,
  rcpt,
  refusal,
  sent,
  told,
  up,
} from './mx-facts-for-tests';
import type { Observation } from './observation';
import { NOW } from './tls-facts-for-tests';

const GREYLISTED = refusal(450, '4.7.1 Greylisted');
const UNKNOWN = refusal(550, '5.1.1 User unknown');
const RELAY = refusal(554, '5.7.1 Relay access denied');
const BUSY = refusal(421, '4.7.0 busy');
const DENIED = { failure: { kind: 'addressDenied', reason: 'private' } } as const;
const NO_TLS = { failure: { kind: 'starttlsNotOffered' } } as const;
const NOT_NOW = refusal(454, '4.7.0 no');
const CUT = { kind: 'deadline', limitMs: 30_000 } as const;
const YESTERDAY = { validTo: '2026-11-23T00:00:00.000Z' };

const takes = (host: string): Observation[] => up(host, sent(host));
const accepts = (host: string, answer?: Partial<Observation>): Observation[] => up(host, rcpt(host, answer));

describe('Two servers, the first preferred', () => {
  test.each<[string, Observation[], Observation[], string]>([
    ['both in order', takes(MX1), accepts(MX2), 'passed; records ok; mx1 ok; mx2 ok; mail ok'],

    // A backup that can't be reached: mail doesn't need it.
    ['backup down', takes(MX1), down(MX2), 'passed; records ok; mx1 ok; mx2 warned ~connectTimeout; mail ok'],
    [
      'backup without a name',
      takes(MX1),
      [at('resolve', MX2, { failure: { kind: 'dnsNotFound' } })],
      'passed; records ok; mx1 ok; mx2 warned ~dnsNotFound; mail ok',
    ],
    [
      'backup in a private network',
      takes(MX1),
      [at('resolve', MX2, DENIED)],
      'passed; records ok; mx1 ok; mx2 warned ~addressDenied; mail ok',
    ],
    [
      'backup busy',
      takes(MX1),
      endsAt('banner', MX2, BUSY),
      'passed; records ok; mx1 ok; mx2 warned ~serviceBusy; mail ok',
    ],

    // The validation itself came to no end: nothing is known of the backup.
    [
      'out of time before the backup was known',
      takes(MX1),
      down(MX2, CUT),
      'inconclusive; records ok; mx1 ok; mx2 inconclusive ?runDeadline; mail ok',
    ],
    ['backup never tried', takes(MX1), [], 'inconclusive; records ok; mx1 ok; mx2 notRun; mail ok'],

    // The preferred one can't be reached: only the message itself proves that mail gets through.
    [
      'preferred down, the backup takes the message',
      down(MX1),
      takes(MX2),
      'passed; records ok mxPreferredDown; mx1 warned ~connectTimeout; mx2 ok; mail ok',
    ],
    [
      'preferred busy, the backup takes the message',
      endsAt('banner', MX1, BUSY),
      takes(MX2),
      'passed; records ok mxPreferredDown; mx1 warned ~serviceBusy; mx2 ok; mail ok',
    ],
    [
      'preferred down, the backup greylists',
      down(MX1),
      accepts(MX2, GREYLISTED),
      'failed; records ok; mx1 failed !connectTimeout; mx2 ok; mail inconclusive ?greylisted',
    ],
    [
      'both down',
      down(MX1),
      down(MX2, { kind: 'refused' }),
      'failed; records ok; mx1 failed !connectTimeout; mx2 failed !connectionRefused; mail notRun',
    ],

    // TLS holds for both: whoever keeps a sender from the first chooses the second.
    [
      'backup without TLS',
      takes(MX1),
      endsAt('starttls', MX2, NO_TLS),
      'failed; records ok; mx1 ok; mx2 failed !starttlsNotOffered; mail ok',
    ],
    [
      'backup with an expired certificate',
      takes(MX1),
      up(MX2, [], YESTERDAY, 'CERT_HAS_EXPIRED'),
      'failed; records ok; mx1 ok; mx2 failed !certificateExpired; mail ok',
    ],
    [
      'backup whose handshake breaks',
      takes(MX1),
      endsAt('tls', MX2, { failure: { kind: 'closed' } }),
      'failed; records ok; mx1 ok; mx2 failed !tlsClosed; mail ok',
    ],
    [
      'backup whose TLS is not available just now',
      takes(MX1),
      endsAt('starttls', MX2, NOT_NOW),
      'inconclusive; records ok; mx1 ok; mx2 inconclusive ?tlsTemporarilyUnavailable; mail ok',
    ],
    [
      'preferred without TLS, the backup takes the message',
      endsAt('starttls', MX1, NO_TLS),
      takes(MX2),
      'failed; records ok mxPreferredDown; mx1 failed !starttlsNotOffered; mx2 ok; mail ok',
    ],

    // The mail itself: who puts it off leaves it to the next, who refuses it decides.
    [
      'preferred greylists, the backup takes the message',
      accepts(MX1, GREYLISTED),
      takes(MX2),
      'passed; records ok; mx1 ok; mx2 ok; mail warned ~greylisted',
    ],
    [
      'preferred knows no such mailbox, whatever the backup takes',
      accepts(MX1, UNKNOWN),
      takes(MX2),
      'failed; records ok; mx1 ok; mx2 ok; mail failed !unknownRecipient',
    ],
    [
      'backup would not relay',
      takes(MX1),
      accepts(MX2, RELAY),
      'passed; records ok; mx1 ok; mx2 ok; mail warned ~relayDenied',
    ],
    [
      'preferred greylists, the backup would not relay',
      accepts(MX1, GREYLISTED),
      accepts(MX2, RELAY),
      'failed; records ok; mx1 ok; mx2 ok; mail failed ~greylisted !relayDenied',
    ],
    [
      'both greylist',
      accepts(MX1, GREYLISTED),
      accepts(MX2, GREYLISTED),
      'inconclusive; records ok; mx1 ok; mx2 ok; mail inconclusive ?greylisted ~greylisted',
    ],
    [
      'out of time before the message was sent',
      accepts(MX1),
      accepts(MX2),
      'inconclusive; records ok; mx1 ok; mx2 ok; mail notRun',
    ],
  ])('%s', (_, first, second, expected) => {
    expect(told([found([MX1, MX2]), ...first, ...second])).toBe(expected);
  });

  it('need only one that works where their preferences are equal', () => {
    const records = [MX1, MX2].map((name) => ({ name, preference: 10 }));
    expect(told([found(records), ...down(MX1), ...takes(MX2)])).toBe(
      'passed; records ok; mx1 warned ~connectTimeout; mx2 ok; mail ok',
    );
  });

  it('fail nothing in clear text where the connector does not ask for TLS', () => {
    const clear = takes(MX1).filter(({ stage }) => !['tls', 'ehloAfterTls'].includes(stage));
    expect(told([found([MX1]), ...clear], mxPlan({ level: 'opportunistic' }))).toBe(
      'passed; records ok; mx1 ok clearText; mail ok',
    );
  });

  it('may have an address that is down, since a sender tries the others', () => {
    const bad = at('connect', MX1, { address: '203.0.113.250', failure: { kind: 'refused' } });
    expect(told([found([MX1]), ...takes(MX1), bad])).toBe(
      'passed; records ok; mx1 warned ~connectionRefused addressesDisagree; mail ok',
    );
  });
});

describe('Several domains', () => {
  const BOB = 'bob@wingtip.com';
  const both = mxPlan(undefined, [ADA, BOB]);
  const SHARED = 'shared.hoster.net';
  const records = [found([MX1, SHARED]), found([SHARED], 'wingtip.com')];

  it('are judged one after the other, a server that they share with the first', () => {
    const mail = [...rcpt(SHARED), ...sent(SHARED, BOB)];
    const { outcome, tasks } = judge([...records, ...takes(MX1), ...up(SHARED, mail)], both, NOW);
    expect(outcome).toBe('passed');
    expect(
      tasks.map(({ domain, kind, host, preference, servers }) => [
        domain,
        kind,
        preference ?? servers ?? host,
      ]),
    ).toEqual([
      [DOMAIN, 'mailServers', DOMAIN],
      [DOMAIN, 'connectivity', 10],
      [DOMAIN, 'connectivity', 20],
      [DOMAIN, 'testEmail', [MX1, SHARED]],
      ['wingtip.com', 'mailServers', 'wingtip.com'],
      ['wingtip.com', 'testEmail', [SHARED]],
    ]);
  });

  it('fail where a server is down that only one of them can do without', () => {
    expect(told([...records, ...takes(MX1), ...down(SHARED)], both)).toBe(
      'failed; records ok; mx1 ok; shared failed !connectTimeout; mail ok; records ok; mail notRun',
    );
  });
});
