import { describe, expect, onTestFinished, test } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { judgeSpf } from '../mailflow/guide/judge-spf';
import { createResolver } from './dns-resolver';
import { ANSWERED } from './forbidden-places-for-tests';
import { LOOK_UP_MS, lookUpDomain, lookUpMx } from './guide-look-ups';

const DOMAIN = 'contoso.test';

/** Looks up DOMAIN in a zone. Nothing may be fetched: no policy of these tests has a server. */
async function lookUp(zone: Zone, domain = DOMAIN) {
  const dns = await startFakeDns(zone);
  onTestFinished(() => dns.close());
  return lookUpDomain(domain, {
    resolver: createResolver([dns.server]),
    now: () => performance.now(),
    signal: new AbortController().signal,
    guard: { allowLoopback: false, denyPrivate: true },
  });
}

const KEY = 'v=DKIM1; k=rsa; p=MIGfMA0GCSq';

test('A domain that has everything', async () => {
  const facts = await lookUp({
    [DOMAIN]: {
      MX: ['10 mail.contoso.test'],
      TXT: ['other', 'v=spf1 include:A.test redirect=b.test'],
      ttl: 300,
    },
    'a.test': { TXT: ['v=spf1 include:b.test -all'] },
    'b.test': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
    [`selector1._domainkey.${DOMAIN}`]: { CNAME: 'selector1-contoso._domainkey.x.test' },
    'selector1-contoso._domainkey.x.test': { TXT: [KEY] },
    [`selector2._domainkey.${DOMAIN}`]: { TXT: ['v=DKIM1; p='] },
    [`_dmarc.${DOMAIN}`]: { TXT: ['v=DMARC1; p=reject', 'other'] },
    [`_mta-sts.${DOMAIN}`]: { TXT: ['v=STSv1'] },
    '_25._tcp.mail.contoso.test': { TLSA: ['3 1 1 00ff'], vouched: true },
  });
  expect(facts.mx).toEqual({
    exchangers: [{ name: 'mail.contoso.test', preference: 10 }],
    ttlSeconds: { MX: 300 },
  });
  expect(facts.spf.map(({ name, answer }) => [name, answer.ok && answer.value.records])).toEqual([
    [DOMAIN, ['v=spf1 include:A.test redirect=b.test']],
    ['a.test', ['v=spf1 include:b.test -all']],
    ['b.test', ['v=spf1 ip4:192.0.2.1 -all']],
  ]);
  expect(facts.dkim.map(({ answer }) => answer)).toEqual([
    { ok: true, value: { key: true, alias: 'selector1-contoso._domainkey.x.test' } },
    { ok: true, value: { key: false } },
  ]);
  expect(facts.dmarc).toEqual([
    { name: `_dmarc.${DOMAIN}`, answer: { ok: true, value: ['v=DMARC1; p=reject'] } },
  ]);
  expect(facts.mtaSts).toMatchObject({ failure: { kind: 'policyUnusable', problem: 'record' } });
  expect(facts.tlsa).toEqual([
    { server: 'mail.contoso.test', answer: { ok: true, value: { count: 1, vouched: true } } },
  ]);
});

test('A subdomain’s DMARC may stand with the domain above it', async () => {
  const facts = await lookUp(
    { 'a.contoso.test': {}, [`_dmarc.${DOMAIN}`]: { TXT: ['v=DMARC1; p=none'] } },
    'a.contoso.test',
  );
  expect(facts.dmarc.map(({ name }) => name)).toEqual(['_dmarc.a.contoso.test', `_dmarc.${DOMAIN}`]);
});

describe('Answers that mean ill', () => {
  test('a CNAME loop leads to nothing', async () => {
    const facts = await lookUp({ [DOMAIN]: { CNAME: 'a.test' }, 'a.test': { CNAME: DOMAIN } });
    expect(facts.mx).toEqual({ failure: { kind: 'dnsNotFound' } });
    expect(facts.spf).toEqual([{ name: DOMAIN, answer: { ok: true, value: { records: [] } } }]);
  });

  test('500 mail servers: a hundred are kept, ten are asked for TLSA', async () => {
    const MX = Array.from({ length: 500 }, (_, index) => `${index} mx${index}.contoso.test`);
    const facts = await lookUp({ [DOMAIN]: { MX } });
    expect(facts.mx.exchangers).toHaveLength(100);
    expect(facts.tlsa).toHaveLength(10);
  });

  test('a text of 20,000 characters is cut, and says so', async () => {
    const facts = await lookUp({ [DOMAIN]: { TXT: [`v=spf1 ${'ip4:192.0.2.1 '.repeat(1_500)}-all`] } });
    const [at] = facts.spf;
    if (!at?.answer.ok) throw new Error('There is an answer.');
    expect(at.answer.value.records[0]?.length).toBeLessThanOrEqual(4_000);
    expect(at.answer.value.cut).toBe(true);
  });

  test('control characters and markup come out as plain text', async () => {
    const facts = await lookUp({
      [DOMAIN]: { MX: ['5 m\u0007x.test'], TXT: ['v=spf1 \u001b[31m<script> -all'] },
      [`_dmarc.${DOMAIN}`]: { TXT: ['v=DMARC1; p=\u0000none'] },
    });
    const text = JSON.stringify(facts);
    expect(text).toContain('\\\\x1b[31m<script>');
    expect(text).not.toMatch(/\\u00/);
  });

  test('a tree of includes without end stops at twenty names', async () => {
    const leaf = (name: string) =>
      [name, { TXT: [`v=spf1 ${[0, 1, 2].map((at) => `include:${at}${name}`).join(' ')} -all`] }] as const;
    const names = ['x.test'];
    for (let at = 0; names.length < 200; at += 1) names.push(...[0, 1, 2].map((n) => `${n}${names[at]}`));
    const facts = await lookUp({
      [DOMAIN]: { TXT: ['v=spf1 include:x.test'] },
      ...Object.fromEntries(names.map(leaf)),
    });
    expect(facts.spf).toHaveLength(20);
    const state = judgeSpf(DOMAIN, { at: '', facts });
    expect(state.evidence.map((one) => one.kind === 'said' && one.code)).toContain('spfTooManyLookUps');
  });

  test.each(['__proto__', 'constructor', 'a..b', `${'x'.repeat(70)}.test`, 'ä.test'])(
    'an include of %j is a name that has no SPF',
    async (name) => {
      const facts = await lookUp({ [DOMAIN]: { TXT: [`v=spf1 include:${name} -all`] } });
      const state = judgeSpf(DOMAIN, { at: '', facts });
      expect(state.evidence.map((one) => one.kind === 'said' && one.code)).toContain('spfPartMissing');
    },
  );
});

describe('No answer', () => {
  test('SERVFAIL is told as it is, for each question', async () => {
    const trouble = { trouble: 'servfail' } as const;
    const failure = { kind: 'dnsError', detail: 'ESERVFAIL' };
    const facts = await lookUp({
      [DOMAIN]: trouble,
      [`_dmarc.${DOMAIN}`]: trouble,
      [`_mta-sts.${DOMAIN}`]: trouble,
      [`selector1._domainkey.${DOMAIN}`]: trouble,
    });
    expect(facts.mx).toEqual({ failure });
    expect(facts.spf).toEqual([{ name: DOMAIN, answer: { ok: false, failure } }]);
    expect(facts.dmarc).toMatchObject([{ answer: { ok: false, failure } }]);
    expect(facts.mtaSts).toEqual({ failure });
    expect(facts.dkim[0]).toMatchObject({ answer: { ok: false, failure } });
  });

  test('silence ends in time, and the others’ answers are kept', {
    timeout: LOOK_UP_MS + 5_000,
  }, async () => {
    const beganAt = performance.now();
    const facts = await lookUp({
      [DOMAIN]: { trouble: 'silent' },
      [`_dmarc.${DOMAIN}`]: { TXT: ['v=DMARC1; p=none'] },
    });
    expect(performance.now() - beganAt).toBeLessThan(LOOK_UP_MS + 1_000);
    expect(facts.mx).toEqual({ failure: { kind: 'dnsTimeout' } });
    expect(facts.spf).toMatchObject([{ answer: { ok: false, failure: { kind: 'dnsTimeout' } } }]);
    expect(facts.dmarc).toMatchObject([{ answer: { ok: true, value: ['v=DMARC1; p=none'] } }]);
  });
});

test('No policy is fetched from a forbidden place, in whatever way its name leads there', async () => {
  const zone = Object.fromEntries(
    ANSWERED.flatMap((address, at) => [
      [`_mta-sts.d${at}.test`, { TXT: ['v=STSv1; id=1;'] }],
      [`mta-sts.d${at}.test`, { CNAME: `h${at}.test` }],
      [`h${at}.test`, address.includes(':') ? { AAAA: [address] } : { A: [address] }],
    ]),
  );
  const dns = await startFakeDns(zone);
  onTestFinished(() => dns.close());
  const facts = await Promise.all(
    ANSWERED.map((_, at) =>
      lookUpDomain(`d${at}.test`, {
        resolver: createResolver([dns.server]),
        now: () => performance.now(),
        signal: new AbortController().signal,
        guard: { allowLoopback: false, denyPrivate: true },
        connect: ({ host }) => {
          throw new Error(`A socket was opened to ${host}.`);
        },
      }),
    ),
  );
  for (const [at, { mtaSts }] of facts.entries())
    expect([ANSWERED[at], mtaSts.failure?.kind]).toEqual([ANSWERED[at], 'addressDenied']);
});

test('What one resolver answers for the MX now, with what is left of its time', async () => {
  const dns = await startFakeDns({
    [DOMAIN]: { MX: ['0 contoso-test.mail.protection.outlook.com'], ttl: 77 },
  });
  onTestFinished(() => dns.close());
  const deps = { now: () => performance.now(), signal: new AbortController().signal };
  expect(await lookUpMx(DOMAIN, { ...deps, resolver: createResolver([dns.server]) })).toEqual({
    exchangers: [{ name: 'contoso-test.mail.protection.outlook.com', preference: 0 }],
    ttlSeconds: { MX: 77 },
  });
});
