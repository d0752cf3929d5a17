import { describe, expect, test } from 'vitest';
import { at, MX1, up } from './mx-facts-for-tests';
import { find, told } from './verdict-rows-for-tests';

const visit = (before: readonly string[], after: readonly string[]) =>
  up(MX1).map((each) => {
    if (each.stage === 'ehlo') return { ...each, capabilities: before };
    return each.stage === 'ehloAfterTls' ? { ...each, capabilities: after } : each;
  });

describe('What EHLO announces before and after TLS', () => {
  test.each([
    ['the same but STARTTLS', ['STARTTLS', '8BITMIME'], ['8BITMIME'], ''],
    ['sign-in only over TLS', ['STARTTLS'], ['AUTH PLAIN LOGIN', 'AUTH=PLAIN'], ''],
    ['STARTTLS still', ['STARTTLS'], ['starttls'], '?starttlsAfterTls'],
    ['less', ['STARTTLS', 'CHUNKING', 'DSN'], ['DSN'], 'icapabilitiesDiffer'],
    ['a limit of Postfix’s 10 MB', ['STARTTLS'], ['SIZE 10240000'], 'isizeLimit'],
    ['a limit of 35 MB', ['STARTTLS'], ['SIZE 36700160'], ''],
    ['a limit of none', ['STARTTLS'], ['SIZE 0'], ''],
    ['a limit without a number', ['STARTTLS'], ['SIZE'], ''],
    ['a limit that is no number', ['STARTTLS'], ['SIZE a lot'], ''],
  ])('%s', (_, before, after, codes) => {
    expect(told(find(visit(before, after)))).toBe(codes);
  });

  test('is told with what differs and how much fits', () => {
    const findings = find(visit(['STARTTLS', 'CHUNKING'], ['SMTPUTF8', 'SIZE 10240000']));
    expect(findings.map(({ params }) => params)).toEqual([
      { gone: 'CHUNKING', added: 'SMTPUTF8' },
      { megabytes: 9.7 },
    ]);
  });
});

test('a banner that was slow to come is a note, and says how slow', () => {
  const stages = up(MX1).map((each) => (each.stage === 'banner' ? { ...each, durationMs: 6_020 } : each));
  const findings = find(stages);
  expect(told(findings)).toBe('ibannerSlow');
  expect(findings[0]?.params).toEqual({ seconds: 6 });
});

test('a banner that never came is to be tried again, and is no failure', () => {
  const end = { failure: { kind: 'timeout', limitMs: 10_000 } } as const;
  const [connect] = up(MX1).filter(({ stage }) => stage === 'connect');
  const [finding] = find([
    ...(connect ? [connect] : []),
    at('banner', MX1, { address: '203.0.113.49', ...end }),
  ]);
  expect(finding).toMatchObject({
    code: 'neverGreets',
    severity: 'warning',
    retryAt: '2026-11-24T09:10:00.000Z',
  });
});
