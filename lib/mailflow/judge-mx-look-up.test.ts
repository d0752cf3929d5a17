import { describe, expect, it, test } from 'vitest';
import { judge, judgeInternalFault } from './judge';
import { at, DOMAIN, found, MX1, mxPlan, sent, told, up } from './mx-facts-for-tests';
import type { Failure, MailExchanger } from './observation';
import { NOW } from './tls-facts-for-tests';

describe('An MX look-up', () => {
  test.each<[string, Failure, string]>([
    ['finds no domain', { kind: 'dnsNotFound' }, 'failed; records failed !mxNotFound'],
    ['finds that it takes no mail', { kind: 'nullMx' }, 'failed; records failed !nullMx'],
    ['waits in vain', { kind: 'dnsTimeout' }, 'inconclusive; records inconclusive ?dnsTimeout'],
    [
      'meets a broken zone',
      { kind: 'dnsError', detail: 'ESERVFAIL' },
      'failed; records failed !dnsServerFailure',
    ],
    [
      'finds no resolver',
      { kind: 'dnsError', detail: 'ECONNREFUSED' },
      'inconclusive; records inconclusive ?dnsUnusable',
    ],
    ['is cancelled', { kind: 'cancelled' }, 'inconclusive; records inconclusive ?cancelled'],
  ])('that %s', (_, failure, expected) => {
    expect(told([at('mx', DOMAIN, { failure })])).toBe(`${expected}; mail notRun`);
  });

  const literal = (name: string): MailExchanger => ({ name, preference: 1, unusable: 'address' });

  it('that brings addresses only fails', () => {
    expect(told([found([literal('203.0.113.7')])])).toBe('failed; records failed !mxUnusable; mail notRun');
  });

  it('that brings addresses beside names is a warning, one for all of them', () => {
    const seen = [
      found([literal('203.0.113.7'), literal('203.0.113.8'), { name: MX1, preference: 10 }]),
      ...up(MX1, sent(MX1)),
    ];
    expect(told(seen)).toBe('passed; records warned ~mxUnusable; mx1 ok; mail ok');
    expect(judge(seen, mxPlan(), NOW).tasks[0]?.findings[0]?.params).toEqual({
      flaw: 'address',
      names: '203.0.113.7, 203.0.113.8',
    });
  });

  it('that brings the domain itself is a warning, and the domain is visited under the same name', () => {
    const own = at('mx', DOMAIN, { implicitMx: true, exchangers: [{ name: DOMAIN, preference: 0 }] });
    expect(told([own, ...up(DOMAIN, sent(DOMAIN))])).toBe(
      'passed; records ok implicitMx; fabrikam ok; mail ok',
    );
  });

  it('that brings more servers than were tried says so', () => {
    const names = Array.from({ length: 30 }, (_, index) => `mx${10 + index}.fabrikam.com`);
    const [task] = judge([found(names), ...up('mx10.fabrikam.com')], mxPlan(), NOW).tasks;
    expect(task).toMatchObject({
      state: 'succeeded',
      findings: [{ code: 'mxTooMany', params: { count: 30, tried: 10 } }],
    });
  });

  it('that brings an alias is a warning at the server', () => {
    const [resolved, ...rest] = up(MX1, sent(MX1));
    const alias = resolved ? [{ ...resolved, alias: 'real.fabrikam.com' }] : [];
    expect(told([found([MX1]), ...alias, ...rest])).toBe('passed; records ok; mx1 ok mxAlias; mail ok');
  });
});

it('Nothing seen is nothing proven, and neither is nothing to be done', () => {
  expect(told([])).toBe('inconclusive; records notRun; mail notRun');
  expect(told([], mxPlan(undefined, []))).toBe('inconclusive');
});

it('A fault of the console’s own is held against no domain', () => {
  const { outcome, tasks } = judgeInternalFault(mxPlan());
  expect([outcome, ...tasks.map(({ kind, state, findings }) => [kind, state, findings[0]?.code])]).toEqual([
    'inconclusive',
    ['mailServers', 'inconclusive', 'internal'],
    ['testEmail', 'notRun', undefined],
  ]);
});
