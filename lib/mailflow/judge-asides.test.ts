import { describe, expect, test } from 'vitest';
import { judge } from './judge';
import { ADA, at, DOMAIN, down, found, MX1, MX2, mxPlan, rcpt, sent, told, up } from './mx-facts-for-tests';
import type { Failure, MtaStsPolicy, Observation, Pointer, TlsaRecord } from './observation';
import { NOW } from './tls-facts-for-tests';

const ADDRESS = '203.0.113.49';
const HASHES = {
  certificateSha256: 'c256',
  certificateSha512: 'c512',
  publicKeySha256: 'k256',
  publicKeySha512: 'k512',
};
const server = (certificate: Parameters<typeof up>[2] = {}) => up(MX1, sent(MX1), certificate);
const shown = { tlsaHashes: HASHES };

const ptr = (pointers: readonly Pointer[] | undefined, failure?: Failure, address = ADDRESS) =>
  at('ptr', MX1, { address, ...(pointers && { pointers }), ...(failure && { failure }) });
const tlsa = (records: readonly string[], vouched = false) =>
  at('tlsa', MX1, {
    tlsa: { name: `_25._tcp.${MX1}`, vouched, records: records.map(toRecord) },
  });
const toRecord = (text: string): TlsaRecord => {
  const [usage, selector, matchingType, data = ''] = text.split(' ');
  return { usage: Number(usage), selector: Number(selector), matchingType: Number(matchingType), data };
};

/** What is said of the server beside `ok`. */
const say = (aside: Observation, certificate?: Parameters<typeof up>[2]): string =>
  told([found([MX1]), ...server(certificate), aside])
    .replace('passed; records ok; mx1 ok', '')
    .replace('; mail ok', '')
    .trim();

describe('A PTR record', () => {
  test.each<[string, Observation, string]>([
    ['that leads back is in order', ptr([{ name: MX1, confirmed: true }]), ''],
    [
      'of which one name leads back is in order',
      ptr([
        { name: 'a.net', confirmed: false },
        { name: MX1, confirmed: true },
      ]),
      '',
    ],
    ['that is missing is noted', ptr([]), 'i ptrMissing'],
    ['that does not lead back is noted', ptr([{ name: 'a.net', confirmed: false }]), 'i ptrUnconfirmed'],
    ['whose way back is not known is not blamed', ptr([{ name: 'a.net' }]), 'i lookUpUnanswered'],
    ['that nobody told of is not blamed', ptr(undefined, { kind: 'dnsTimeout' }), 'i lookUpUnanswered'],
    [
      'that a broken zone hides is not blamed',
      ptr(undefined, { kind: 'dnsError', detail: 'ESERVFAIL' }),
      'i lookUpUnanswered',
    ],
    ['of a private address is nobody’s business', ptr([], undefined, '10.0.0.1'), ''],
    ['that the run’s end cut off is not told of', ptr(undefined, { kind: 'cancelled' }), ''],
  ])('%s', (_what, aside, expected) => {
    expect(say(aside)).toBe(expected);
  });
});

describe('TLSA records', () => {
  test.each([['3 1 1 k256'], ['3 1 2 k512'], ['3 0 1 c256'], ['3 0 2 c512'], ['3 1 0 k256'], ['2 0 1 c256']])(
    '%s matches what was shown',
    (record) => {
      expect(say(tlsa([record], true), shown)).toBe('');
      expect(say(tlsa([record]), shown)).toBe('i tlsaNotVouched');
    },
  );

  test.each([['3 1 1 other'], ['3 1 1 c256'], ['3 0 1 k256'], ['3 1 2 k256'], ['2 1 1 other']])(
    '%s does not, which warns and fails nothing',
    (record) => {
      expect(say(tlsa([record], true), shown)).toBe('tlsaMismatch');
      expect(say(tlsa([record]), shown)).toBe('tlsaMismatch');
    },
  );

  test('need one that matches only: the next certificate may be announced already', () => {
    expect(say(tlsa(['3 1 1 next', '3 1 1 k256'], true), shown)).toBe('');
  });

  test('of an authority count with the host’s name and dates', () => {
    const other = { ...shown, subjectAlternativeNames: ['other.net'] };
    expect(say(tlsa(['2 0 1 c256'], true), other)).toMatch(/tlsaNameMismatch/);
    expect(say(tlsa(['3 0 1 c256'], true), other)).not.toMatch(/tlsa/);
  });

  test('of web usages protect no mail', () => {
    expect(say(tlsa(['1 1 1 k256', '0 0 1 c256']), shown)).toBe('tlsaUnusable');
    expect(say(tlsa(['1 1 1 k256', '3 1 1 k256'], true), shown)).toBe('');
  });

  test('are none, unanswered, or not comparable without a word of blame', () => {
    expect(say(tlsa([]), shown)).toBe('');
    expect(say(tlsa(['3 1 1 k256']))).toBe('i tlsaNotVouched');
    expect(say(at('tlsa', MX1, { failure: { kind: 'dnsTimeout' } }))).toBe('i lookUpUnanswered');
  });

  test('promise TLS, which a server then must have', () => {
    const clear = [...up(MX1).slice(0, 4), ...sent(MX1)];
    const verdict = told([found([MX1]), ...clear, tlsa(['3 1 1 k256'])], mxPlan({ level: 'opportunistic' }));
    expect(verdict).toMatch(/^passed; records ok; mx1 ok clearText tlsaWithoutTls/);
  });

  test('say nothing of a server that was not reached', () => {
    expect(told([found([MX1]), ...down(MX1), tlsa(['3 1 1 k256'])])).not.toMatch(/tlsa/);
  });
});

test('What was looked up beside a dialogue that never was changes nothing', () => {
  const [task] = judge(
    [
      at('resolve', 'mail.contoso.com', { addresses: [ADDRESS] }),
      at('ptr', 'mail.contoso.com', { address: ADDRESS, pointers: [] }),
    ],
    {
      hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }],
      tls: { level: 'opportunistic' },
      recipients: [],
    },
    NOW,
  ).tasks;
  expect(task?.state).toBe('notRun');
});

describe('An MTA-STS policy', () => {
  const policy = (mode: MtaStsPolicy['mode'], mx: readonly string[]): Observation =>
    at('mtaSts', DOMAIN, {
      mtaSts: { record: 'v=STSv1; id=1', policy: { mode, mx, maxAgeSeconds: 86_400 } },
    });
  const unusable = (failure: Failure): Observation =>
    at('mtaSts', DOMAIN, { mtaSts: { record: 'v=STSv1; id=1' }, failure });
  const say = (aside: Observation, certificate?: Parameters<typeof up>[2]): string =>
    /records (.*?);/.exec(
      told([aside, found([MX1, MX2]), ...server(certificate), ...up(MX2, rcpt(MX2))]),
    )?.[1] ?? '';

  test.each<[string, Observation, string]>([
    ['that is not there is no matter', at('mtaSts', DOMAIN, { mtaSts: {} }), 'ok'],
    ['that is withdrawn is no matter', policy('none', []), 'ok'],
    ['that names every server is in order', policy('enforce', ['*.fabrikam.com']), 'ok'],
    ['on trial is told of', policy('testing', [MX1, MX2]), 'ok i mtaStsTesting'],
    ['that leaves out a server warns', policy('enforce', [MX1]), 'ok mtaStsMxMismatch'],
    ['on trial that leaves out a server is noted', policy('testing', [MX1]), 'ok i mtaStsMxMismatch'],
    [
      'that is announced and not there warns',
      unusable({ kind: 'policyUnusable', problem: 'status', detail: '404' }),
      'ok mtaStsUnusable',
    ],
    [
      'behind a bad certificate warns',
      unusable({ kind: 'tlsHandshake', code: 'CERT_HAS_EXPIRED' }),
      'ok mtaStsUnusable',
    ],
    ['that can’t be reached warns', unusable({ kind: 'timeout', limitMs: 3_000 }), 'ok mtaStsUnusable'],
    [
      'that the console held back from says nothing',
      unusable({ kind: 'budget', why: 'used', retryAt: '2026-11-25T09:00:00.000Z' }),
      'ok',
    ],
    ['that the run’s end cut off is not told of', unusable({ kind: 'cancelled' }), 'ok'],
    [
      'of which DNS told nothing is not blamed',
      at('mtaSts', DOMAIN, { failure: { kind: 'dnsTimeout' } }),
      'ok i lookUpUnanswered',
    ],
  ])('%s', (_what, aside, expected) => {
    expect(say(aside)).toBe(expected);
  });

  test('demands certificates with the servers’ names', () => {
    const other = { subjectAlternativeNames: ['other.net'] };
    expect(say(policy('enforce', ['*.fabrikam.com']), other)).toBe('ok mtaStsCertificate');
    expect(say(policy('testing', ['*.fabrikam.com']), other)).toBe('ok i mtaStsCertificate');
  });

  test('names the servers it leaves out', () => {
    const { tasks } = judge(
      [policy('enforce', [MX1]), found([MX1, MX2]), ...server(), ...up(MX2, rcpt(MX2))],
      mxPlan(undefined, [ADA]),
      NOW,
    );
    expect(tasks[0]?.findings[0]).toMatchObject({
      code: 'mtaStsMxMismatch',
      severity: 'warning',
      stage: 'mtaSts',
      host: DOMAIN,
      params: { names: MX2 },
    });
  });
});
