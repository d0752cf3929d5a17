import { describe, expect, test } from 'vitest';
import { isMtaStsRecord, isWholeMtaStsRecord, parseMtaStsPolicy, policyNames } from './mta-sts';

const LINES = ['version: STSv1', 'mode: enforce', 'mx: mx1.contoso.com', 'max_age: 604800'];
const policy = (...lines: readonly string[]) => parseMtaStsPolicy(lines.join('\n'));
const without = (key: string) => LINES.filter((line) => !line.startsWith(key));

test('A policy is read with any line end, unknown keys passed over', () => {
  const text = [...LINES, 'mx: *.Contoso.com.', 'later: a thing', ''].join('\r\n');
  expect(parseMtaStsPolicy(text)).toEqual({
    mode: 'enforce',
    mx: ['mx1.contoso.com', '*.contoso.com'],
    maxAgeSeconds: 604_800,
  });
});

test('One that protects nothing any more names no server', () => {
  expect(policy('version: STSv1', 'mode: none', 'max_age: 86400')).toMatchObject({ mode: 'none', mx: [] });
});

test.each([
  ['no version', without('version')],
  ['another version', [...without('version'), 'version: STSv2']],
  ['no mode', without('mode')],
  ['a mode nobody knows', [...without('mode'), 'mode: strict']],
  ['no server', without('mx')],
  ['a server that is none', [...LINES, 'mx: mail server']],
  ['a wildcard in the middle', [...LINES, 'mx: mx.*.contoso.com']],
  ['no age', without('max_age')],
  ['an age of two years', [...without('max_age'), 'max_age: 63115200']],
  ['an age in words', [...without('max_age'), 'max_age: 7d']],
])('A policy with %s is none', (_what, lines) => {
  expect(policy(...lines)).toBeUndefined();
});

describe('A policy names', () => {
  const names = (pattern: string, server: string) =>
    policyNames({ mode: 'enforce', mx: [pattern], maxAgeSeconds: 1 }, server);
  test.each([
    ['mx1.contoso.com', 'MX1.contoso.com.', true],
    ['mx1.contoso.com', 'mx2.contoso.com', false],
    ['*.contoso.com', 'mx1.contoso.com', true],
    ['*.contoso.com', 'a.mx1.contoso.com', false],
    ['*.contoso.com', 'contoso.com', false],
    ['*.contoso.com', 'evilcontoso.com', false],
  ])('by %s the server %s: %s', (pattern, server, expected) => {
    expect(names(pattern, server)).toBe(expected);
  });
});

test('A record is one of MTA-STS by its first field, and whole with an id', () => {
  expect(isMtaStsRecord('v=STSv1; id=1;')).toBe(true);
  expect(isMtaStsRecord('v=spf1 -all')).toBe(false);
  expect(isMtaStsRecord('v=STSv11; id=1')).toBe(false);
  expect(isWholeMtaStsRecord('v=STSv1; id=20261101T000000;')).toBe(true);
  expect(isWholeMtaStsRecord('v=STSv1; id=2026-11-01;')).toBe(false);
  expect(isWholeMtaStsRecord('v=STSv1')).toBe(false);
});
