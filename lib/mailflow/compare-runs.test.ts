import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRun } from './arbitrary-run-for-tests';
import { type ComparedRun, compareRuns } from './compare-runs';
import type { Observation } from './observation';
import { handshake } from './tls-facts-for-tests';

const HOST = 'mail.contoso.com';
const ADDRESS = '203.0.113.1';
const at = (stage: Observation['stage'], given: Partial<Observation> = {}): Observation => ({
  stage,
  host: HOST,
  port: 25,
  ...(stage === 'resolve' ? { addresses: [ADDRESS] } : { address: ADDRESS }),
  startedAtMs: 0,
  durationMs: 10,
  ...given,
});
const ehlo = (...capabilities: string[]) => at('ehlo', { verb: 'EHLO', capabilities });
const run = (stages: readonly Observation[], given: Partial<ComparedRun> = {}): ComparedRun => ({
  plan: { hosts: [HOST], tls: { level: 'certificateValidation' }, recipients: ['ada@contoso.com'] },
  outcome: 'passed',
  tasks: [],
  stages,
  ...given,
});
const told = (before: ComparedRun, after: ComparedRun) =>
  compareRuns(before, after).map(({ code, tone, host, address, stage, params = {} }) =>
    [code, tone, host === HOST ? '' : host, address, stage, params.from, params.to].filter(Boolean).join(' '),
  );
const stages = (before: readonly Observation[], after: readonly Observation[]) =>
  told(run(before), run(after));

const [leaf] = handshake().certificates;
if (!leaf) throw new Error('The test’s handshake has a certificate.');
const withLeaf = (given: Partial<typeof leaf>, tls: Partial<ReturnType<typeof handshake>> = {}) =>
  at('tls', { tls: { ...handshake(), certificates: [{ ...leaf, ...given }], ...tls } });

describe('Two validations', () => {
  it('that show the same have no difference', () => {
    expect(stages([at('resolve'), ehlo('SIZE')], [at('resolve'), ehlo('size ')])).toEqual([]);
  });

  it('tell that a certificate was renewed, with its dates and who issued it', () => {
    const renewed = { fingerprint256: 'BB', validTo: '2030-01-01T00:00:00.000Z' };
    const [difference, ...others] = compareRuns(run([withLeaf({})]), run([withLeaf(renewed)]));
    expect(difference).toEqual({
      code: 'certificateRenewed',
      tone: 'better',
      host: HOST,
      address: ADDRESS,
      stage: 'tls',
      params: {
        from: leaf.validTo,
        to: '2030-01-01T00:00:00.000Z',
        issuer: leaf.issuer,
        subject: leaf.subject,
      },
    });
    expect(others).toEqual([]);
  });

  it('tell of another certificate, its issuer, its key, and that it is trusted no more', () => {
    const other = { fingerprint256: 'CC', issuer: 'CN=Other', keyType: 'rsa', keyBits: 4096 };
    const after = withLeaf({ ...other, subjectAlternativeNames: ['x.test'] }, { chain: 'SELF_SIGNED' });
    expect(stages([withLeaf({})], [after])).toEqual([
      `certificateTrust worse ${ADDRESS} tls ok SELF_SIGNED`,
      expect.stringMatching(/^certificateReplaced neutral/),
      `certificateIssuer neutral ${ADDRESS} tls ${leaf.issuer} CN=Other`,
      expect.stringMatching(/^certificateNames neutral .* x\.test$/),
      expect.stringMatching(/^certificateKey neutral .* RSA 4096$/),
    ]);
  });

  it('tell of TLS’s version and cipher', () => {
    const after = withLeaf({}, { version: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384' });
    expect(stages([withLeaf({})], [after]).map((text) => text.split(' ')[0])).toEqual([
      'tlsVersion',
      'cipher',
    ]);
  });

  it('tell that an address refuses now, before what is less', () => {
    const before = [at('resolve'), at('connect'), ehlo('STARTTLS')];
    const after = [at('resolve', { durationMs: 900 }), at('connect', { failure: { kind: 'refused' } })];
    expect(stages(before, after)).toEqual([
      `failsNow worse ${ADDRESS} connect`,
      'slower worse resolve 10 900',
    ]);
    expect(stages(after, before)).toEqual([
      `worksNow better ${ADDRESS} connect`,
      'faster better resolve 900 10',
    ]);
  });

  it('tell that STARTTLS has gone, which matters more than another capability', () => {
    const differences = compareRuns(run([ehlo('STARTTLS', 'SIZE 1')]), run([ehlo('8BITMIME', 'SIZE 1')]));
    expect(differences.map(({ code, tone, params }) => [code, tone, params?.capability])).toEqual([
      ['capabilityRemoved', 'worse', 'STARTTLS'],
      ['capabilityAdded', 'neutral', '8BITMIME'],
    ]);
  });

  it('tell of a reply by its code, never of the words, which hold dates and queue ids', () => {
    const reply = (code: number, line: string) => at('rcptTo', { reply: { code, lines: [line] } });
    expect(stages([reply(250, 'queued as 1')], [reply(250, 'queued as 2')])).toEqual([]);
    expect(stages([reply(250, 'ok')], [reply(251, 'will forward')])).toEqual([
      `reply neutral ${ADDRESS} rcptTo 250 ok 251 will forward`,
    ]);
    const greylisted = (lines: string[]) =>
      at('rcptTo', { failure: { kind: 'reply', reply: { code: 450, lines } } });
    expect(stages([greylisted(['a'])], [greylisted(['b'])])).toEqual([]);
  });

  it('say once what every address shows, and compare a server that has moved by its handshake', () => {
    const here = '203.0.113.2';
    const both = (tls: Partial<ReturnType<typeof handshake>>) => [
      withLeaf({}, tls),
      { ...withLeaf({}, tls), address: here },
    ];
    expect(stages(both({}), both({ version: 'TLSv1.2' }))).toEqual([
      'tlsVersion neutral tls TLSv1.3 TLSv1.2',
    ]);
    const moved = [
      at('resolve', { addresses: [here] }),
      { ...withLeaf({ fingerprint256: 'BB' }), address: here },
    ];
    expect(stages([at('resolve'), withLeaf({})], moved).map((text) => text.split(' ')[0])).toEqual([
      'certificateReplaced',
      'addressAdded',
      'addressRemoved',
    ]);
  });

  it('tell what was tested otherwise, and which tasks end otherwise', () => {
    const task = { kind: 'connectivity', host: HOST, findings: [] } as const;
    const before = run([], { tasks: [{ ...task, state: 'succeeded' }] });
    const after = run([], {
      outcome: 'failed',
      plan: { hosts: [HOST, 'new'], tls: { level: 'encryptionOnly' }, recipients: ['bob@contoso.com'] },
      tasks: [{ ...task, state: 'failed' }],
    });
    expect(told(before, after)).toEqual([
      'outcome worse passed failed',
      'hostAdded neutral new',
      'tlsDemand neutral certificateValidation encryptionOnly',
      'recipientAdded neutral',
      'recipientRemoved neutral',
      'taskState worse succeeded failed',
    ]);
  });

  it('by MX tell of servers that came and went', () => {
    const mx = (...names: string[]) =>
      at('mx', {
        host: 'fabrikam.com',
        exchangers: names.map((name, index) => ({ name, preference: index })),
      });
    expect(stages([mx('a.net', 'b.net')], [mx('b.net', 'c.net')])).toEqual([
      'serverAdded neutral c.net',
      'serverRemoved neutral a.net',
    ]);
  });

  it('whatever they are: a run does not differ from itself, and no pair of runs is too odd', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (one, other) => {
        expect(compareRuns(one, one)).toEqual([]);
        compareRuns(one, other);
      }),
      { numRuns: 300 },
    );
  });
});
