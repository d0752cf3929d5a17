import { describe, expect, test } from 'vitest';
import type { MxGuardCode } from '../mx-guard';
import type { MtaStsPolicy } from '../observation';
import type { CheckedDomain } from './domain-facts';
import { checked, SERVFAIL, SILENT, there, told } from './facts-for-tests';
import { judgeDkimDmarc, judgeInternetMail, judgeMxProtection, judgeMxRecord } from './judge-domain';
import { said } from './standing';

const mx = (...names: readonly string[]) =>
  checked({ mx: { exchangers: names.map((name, at) => ({ name, preference: 10 * at })) } });
const CLOUD = 'contoso-com.mail.protection.outlook.com';

describe('The MX record', () => {
  test.each<[string, CheckedDomain | undefined, MxGuardCode, string]>([
    ['nobody has looked', undefined, 'ready', 'toDo: i notChecked; checkNow'],
    ['it leads to the cloud', mx(CLOUD), 'ready', 'done: cloud, ready'],
    ['it may move', mx('mail.contoso.com'), 'ready', 'toDo: i elsewhere, ready; setMx'],
    [
      'not yet',
      mx('mail.contoso.com'),
      'neverValidated',
      'toDo: i elsewhere, ~neverValidated; waitForConnector',
    ],
    ['it moved too early', mx(CLOUD), 'connectorOff', 'failing: cloud, !connectorOff; waitForConnector'],
    [
      'it moved, and the validation is old by now',
      mx(CLOUD),
      'validationOld',
      'warning: cloud, ~validationOld; waitForConnector',
    ],
    ['others stand beside', mx(CLOUD, 'b.test'), 'ready', 'warning: ~cloudThenOthers, ready'],
    [
      'a null MX',
      checked({ mx: { failure: { kind: 'nullMx' } } }),
      'ready',
      'failing: !nullMx, ready; setMx',
    ],
    ['silence', checked({ mx: SILENT }), 'ready', 'couldNotCheck: ?unchecked, ready; checkLater'],
    ['SERVFAIL', checked({ mx: SERVFAIL }), 'ready', 'couldNotCheck: ?unchecked, ready; checkLater'],
  ])('%s', (_, facts, code, expected) =>
    expect(told(judgeMxRecord('contoso.com', facts, { code }))).toBe(expected),
  );

  test('a gateway that stays in front is for a person to say; what fails is not', () => {
    expect(judgeMxRecord('contoso.com', mx('gateway.test'), { code: 'ready' }).confirmable).toBe(true);
    expect(judgeMxRecord('contoso.com', mx(CLOUD), { code: 'connectorOff' }).confirmable).toBe(false);
  });
});

test.each<[string, CheckedDomain, readonly ReturnType<typeof said>[], string]>([
  ['mail arrives somewhere', mx('mail.contoso.com'), [], 'done: elsewhere'],
  ['nowhere', checked({ mx: { failure: { kind: 'dnsNotFound' } } }), [], 'failing: !noDomain'],
  ['nobody answered', checked({ mx: SILENT }), [], 'couldNotCheck: ?unchecked; checkLater'],
  [
    'a server forwards for anybody',
    mx('mail.contoso.com'),
    [said('bad', 'notReached', { host: 'mail.contoso.com' })],
    'failing: elsewhere, !notReached',
  ],
])('Internet mail: %s', (_, facts, servers, expected) =>
  expect(told(judgeInternetMail('contoso.com', facts, servers))).toBe(expected),
);

const sts = (mode: MtaStsPolicy['mode'], ...names: readonly string[]) =>
  checked({ mtaSts: { mtaSts: { record: 'v=STSv1; id=1', policy: { mode, mx: names, maxAgeSeconds: 1 } } } });
const tlsa = (
  answer: ReturnType<typeof there<{ count: number; vouched: boolean }>> | typeof SILENT,
  server = 'mail.contoso.com',
) => checked({ tlsa: [{ server, answer }] });

test.each<[string, CheckedDomain, string]>([
  ['neither policy nor TLSA', checked(), 'done: mtaStsNone, tlsaNone'],
  [
    'a policy of today’s servers',
    sts('enforce', 'mail.contoso.com'),
    'failing: !mtaStsWouldRefuse, tlsaNone; nameCloudInMtaSts',
  ],
  [
    'the same, in testing',
    sts('testing', 'mail.contoso.com'),
    'warning: ~mtaStsTesting, tlsaNone; nameCloudInMtaSts',
  ],
  [
    'a policy with the cloud',
    sts('enforce', 'mail.contoso.com', '*.mail.protection.outlook.com'),
    'done: mtaStsNamesCloud, tlsaNone',
  ],
  ['a policy of none', sts('none'), 'done: mtaStsNone, tlsaNone'],
  [
    'a policy that can’t be read',
    checked({
      mtaSts: {
        mtaSts: { record: 'v=STSv1; id=1' },
        failure: { kind: 'policyUnusable', problem: 'syntax', detail: '' },
      },
    }),
    'warning: ~mtaStsUnusable, tlsaNone; fixMtaSts',
  ],
  [
    'a policy that nobody answered for',
    checked({ mtaSts: SILENT }),
    'couldNotCheck: ?dnsTimeout, tlsaNone; checkLater',
  ],
  [
    'a policy that was not asked for again',
    checked({
      mtaSts: {
        mtaSts: { record: 'v=STSv1; id=1' },
        failure: { kind: 'budget', why: 'used', retryAt: '2026-11-25T09:00:00.000Z' },
      },
    }),
    'couldNotCheck: ?notAskedAgain, tlsaNone; checkLater',
  ],
  [
    'TLSA records of today’s server',
    tlsa(there({ count: 1, vouched: true })),
    'warning: mtaStsNone, ~tlsaEnds; useNewMx',
  ],
  [
    'TLSA records of the cloud',
    tlsa(there({ count: 1, vouched: true }), 'contoso-com.x-v1.mx.microsoft'),
    'done: mtaStsNone, tlsaNone',
  ],
  ['TLSA that nobody answered for', tlsa(SILENT), 'couldNotCheck: mtaStsNone, ?dnsTimeout'],
])('What breaks with the MX: %s', (_, facts, expected) =>
  expect(told(judgeMxProtection('contoso.com', facts))).toBe(expected),
);

const dkim = (...keys: readonly boolean[]) =>
  keys.map((key, at) => ({ selector: `selector${at + 1}`, answer: there({ key }) }));
const dmarc = (...texts: readonly string[]) => [{ name: '_dmarc.contoso.com', answer: there(texts) }];

test.each<[string, CheckedDomain, string]>([
  [
    'both',
    checked({ dkim: dkim(true, false), dmarc: dmarc('v=DMARC1; p=reject') }),
    'done: dkimFound, dmarcFound',
  ],
  [
    'neither',
    checked({ dkim: dkim(false, false), dmarc: dmarc() }),
    'warning: ~dkimNone, ~dmarcNone; turnOnDkim publishDmarc',
  ],
  [
    'two DMARC records',
    checked({ dkim: dkim(true), dmarc: dmarc('v=DMARC1', 'v=DMARC1') }),
    'warning: dkimFound, ~dmarcSeveral; oneDmarc',
  ],
  [
    'a subdomain under its parent’s DMARC',
    checked({
      dkim: dkim(true),
      dmarc: [...dmarc(), { name: '_dmarc.com.test', answer: there(['v=DMARC1; p=none']) }],
    }),
    'done: dkimFound, dmarcFound',
  ],
  [
    'nobody answered',
    checked({
      dkim: [{ selector: 'selector1', answer: SERVFAIL }],
      dmarc: [{ name: '_dmarc.contoso.com', answer: SILENT }],
    }),
    'couldNotCheck: ?dnsFailed, ?dnsTimeout; checkLater',
  ],
])('DKIM and DMARC: %s', (_, facts, expected) =>
  expect(told(judgeDkimDmarc('contoso.com', facts))).toBe(expected),
);
