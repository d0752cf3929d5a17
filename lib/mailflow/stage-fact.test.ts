import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { MESSAGES } from '../../messages';
import { stageFact } from './stage-fact';
import type { StageRow } from './stage-rows';

const fact = (given: Partial<StageRow>, locale: 'en' | 'it' = 'en'): string => {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'validation.fact' });
  const row: StageRow = { stage: 'resolve', host: 'mail.contoso.com', port: 25, startedAtMs: 0, ...given };
  return stageFact(row, (key, values) => t(key, values));
};

test('Addresses are told with how long they may be kept', () => {
  const addresses = ['203.0.113.1', '2001:db8::1'];
  expect(fact({ addresses })).toBe('203.0.113.1 · 2001:db8::1');
  expect(fact({ addresses, ttlSeconds: { A: 3_600, AAAA: 3_600 } })).toBe(
    '203.0.113.1 · 2001:db8::1 · TTL 3,600 s',
  );
  expect(fact({ addresses, ttlSeconds: { A: 3_600, AAAA: 60 } }, 'it')).toBe(
    '203.0.113.1 · 2001:db8::1 · A TTL 3600 s · AAAA TTL 60 s',
  );
  expect(fact({ addresses: ['203.0.113.1'], aliases: ['a.net', 'b.net'] })).toBe(
    '203.0.113.1 · alias of b.net',
  );
});

test('Reverse names are told with whether they lead back', () => {
  const pointers = [
    { name: 'a.net', confirmed: true },
    { name: 'b.net', confirmed: false },
    { name: 'c.net' },
  ];
  expect(fact({ stage: 'ptr', pointers })).toBe(
    'a.net leads back to the address · b.net does not lead back · c.net, way back not known',
  );
  expect(fact({ stage: 'ptr', pointers: [] })).toBe('no PTR record');
  expect(fact({ stage: 'ptr', failure: { kind: 'dnsTimeout' } })).toBe('could not be looked up');
});

test('TLSA records are told with whether the resolver vouches for them', () => {
  const records = ['aa', 'bb'].map((data) => ({ usage: 3, selector: 1, matchingType: 1, data }));
  const name = '_25._tcp.mail.contoso.com';
  expect(fact({ stage: 'tlsa', tlsa: { name, records, vouched: false } })).toBe(
    '3 1 1 · DNSSEC not verified',
  );
  expect(fact({ stage: 'tlsa', tlsa: { name, records, vouched: true } })).toBe(
    '3 1 1 · DNSSEC verified by the resolver',
  );
  expect(fact({ stage: 'tlsa', tlsa: { name, records: [], vouched: true } })).toBe('no TLSA record');
});

test('A policy is told with its mode, servers and age', () => {
  const policy = { mode: 'enforce', mx: ['*.fabrikam.com'], maxAgeSeconds: 86_400 } as const;
  expect(fact({ stage: 'mtaSts', mtaSts: { record: 'v=STSv1', policy } })).toBe(
    'enforce · *.fabrikam.com · kept 86,400 s',
  );
  expect(fact({ stage: 'mtaSts', mtaSts: { record: 'v=STSv1' } })).toBe('record found, policy not usable');
  expect(fact({ stage: 'mtaSts', mtaSts: {} })).toBe('no MTA-STS record');
});
