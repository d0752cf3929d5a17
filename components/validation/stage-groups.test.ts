import { describe, expect, it } from 'vitest';
import type { RelayCheck, Stage } from '@/lib/mailflow/observation';
import type { LiveTask, StageRow } from '@/lib/mailflow/validation-progress';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { slotState, stageGroups, timeSpan } from './stage-groups';

const HOST = 'mail.contoso.com';
const ADA = 'ada@contoso.com';
const BOB = 'bob@contoso.com';
const reach: LiveTask = { kind: 'connectivity', host: HOST, state: 'running', findings: [] };
const mail = (recipient: string): LiveTask => ({ ...reach, kind: 'testEmail', recipient });
const row = (stage: Stage, startedAtMs: number, given: Partial<StageRow> = {}): StageRow => ({
  stage,
  host: HOST,
  port: 25,
  startedAtMs,
  durationMs: 10,
  ...(['mx', 'mtaSts', 'resolve', 'tlsa'].includes(stage) ? {} : { address: '203.0.113.1' }),
  ...given,
});
const shown = (task: LiveTask, rows: readonly StageRow[]) =>
  stageGroups(task, rows).map(({ address = '', slots }) =>
    [
      address,
      ...slots.map((slot) => `${slot.stage}${slot.row ? '' : '?'}${slot.again ? ' again' : ''}`),
    ].join(' '),
  );

describe('The stages of a task', () => {
  it('have their places before anything is known', () => {
    expect(shown(reach, [])).toEqual([
      ' resolve? tlsa?',
      ' ptr? connect? banner? ehlo? starttls? tls? ehloAfterTls?',
    ]);
  });
  it('stand with their address, what is to come behind what has come', () => {
    const rows = [row('resolve', 0), row('tlsa', 9), row('ptr', 9), row('connect', 10), row('banner', 20)];
    expect(shown(reach, rows)).toEqual([
      ' resolve tlsa',
      '203.0.113.1 ptr connect banner ehlo? starttls? tls? ehloAfterTls?',
    ]);
  });
  it('have no place for what older runs did not look up, nor for TLSA records of an address', () => {
    expect(shown(reach, [row('resolve', 0), row('connect', 10)])).toEqual([
      ' resolve',
      '203.0.113.1 connect banner? ehlo? starttls? tls? ehloAfterTls?',
    ]);
    const search: LiveTask = { ...reach, kind: 'mailServers' };
    expect(shown(search, [])).toEqual([' mx? mtaSts?']);
    expect(shown(search, [row('mx', 0)])).toEqual([' mx']);
    for (const host of ['203.0.113.1', '203.0.113.1:2525', '[2001:db8::1]', '[2001:db8::1]:2525'])
      expect(shown({ ...reach, host }, [])[0]).toBe(' resolve?');
  });
  it('end with the name where it leads nowhere', () => {
    expect(shown(reach, [row('resolve', 0, { failure: { kind: 'dnsNotFound' } })])).toEqual([' resolve']);
  });
  it('begin with TLS on port 465', () => {
    const secure = { ...reach, host: `${HOST}:465` };
    expect(shown(secure, [])[1]).toBe(' ptr? connect? tls? banner? ehlo?');
  });
  it('show a second connection behind the first', () => {
    const rows = [row('connect', 10), row('tls', 20), row('connect', 30)];
    expect(shown(reach, rows)[1]).toMatch(/ehloAfterTls\? connect again$/);
  });
  it('of a mailbox are its own, with the MAIL that came before its RCPT', () => {
    const rows = [
      row('mailFrom', 1),
      row('rcptTo', 2, { recipient: ADA }),
      row('mailFrom', 3),
      row('rcptTo', 4, { recipient: BOB }),
    ];
    const [group] = stageGroups(mail(BOB), rows);
    expect(group?.slots.map((slot) => slot.row?.startedAtMs)).toEqual([3, 4, undefined]);
  });
  it('of a mailbox by MX are those at each server that was asked, most preferred first', () => {
    const task: LiveTask = { ...mail(ADA), host: 'contoso.com', servers: ['a.net', 'b.net', 'c.net'] };
    const at = (host: string, stage: Stage, startedAtMs: number, given: Partial<StageRow> = {}) =>
      row(stage, startedAtMs, { host, ...given });
    const rows = [
      at('c.net', 'connect', 1),
      ...[at('b.net', 'mailFrom', 2), at('b.net', 'rcptTo', 3, { recipient: ADA })],
      ...[at('a.net', 'mailFrom', 4), at('a.net', 'rcptTo', 5, { recipient: ADA })],
    ];
    expect(stageGroups(task, rows).map(({ host }) => host)).toEqual(['a.net', 'b.net']);
    expect(stageGroups(task, [])).toEqual([]);
  });
  it('of what a server refuses are one for each question, and no mailbox has them', () => {
    const task: LiveTask = { ...reach, kind: 'refusals' };
    const question = (check: RelayCheck, startedAtMs: number, recipient: string) => [
      row('mailFrom', startedAtMs, { check }),
      row('rcptTo', startedAtMs + 1, { check, recipient }),
    ];
    const rows = [
      row('mailFrom', 1),
      row('rcptTo', 2, { recipient: ADA }),
      ...question('postmaster', 3, ADA),
      ...question('unknownRecipient', 5, BOB),
    ];
    const [group] = stageGroups(task, rows);
    expect(group?.slots.map(({ check, row: at }) => [check, at?.startedAtMs])).toEqual([
      ['postmaster', 4],
      ['unknownRecipient', 6],
      ['foreignDomain', undefined],
    ]);
    const [own] = stageGroups(mail(ADA), rows);
    expect(own?.slots.map((slot) => slot.row?.startedAtMs)).toEqual([1, 2, undefined]);
  });
  it('of a domain that is its own mail server are kept from those of its look-up', () => {
    const rows = [row('mx', 0), row('resolve', 5)];
    expect(shown({ ...reach, kind: 'mailServers', host: HOST }, rows)).toEqual([' mx']);
    expect(shown(reach, rows)[0]).toBe(' resolve tlsa?');
  });
  it('share one time axis, up to now where one still runs', () => {
    const { durationMs: _, ...running } = row('banner', 20);
    expect(timeSpan(stageGroups(reach, [row('connect', 10), running]), 500)).toEqual({ from: 10, to: 500 });
  });
});

describe('A stage', () => {
  const handshake = { stage: 'tls', again: false, row: row('tls', 5) } as const;
  const expired: VerdictFinding = { code: 'certificateExpired', severity: 'error', stage: 'tls', host: HOST };
  it('that was made fails where its certificate does', () => {
    expect(slotState(handshake, [expired], true)).toBe('failed');
    expect(slotState(handshake, [{ ...expired, severity: 'info' }], true)).toBe('succeeded');
    expect(slotState(handshake, [{ ...expired, address: '203.0.113.9' }], true)).toBe('succeeded');
  });
  it('that asks for a refusal is fine where it is refused, and warns where a finding says so', () => {
    const reply = { code: 550, lines: ['no'] };
    const refused = row('rcptTo', 5, {
      check: 'unknownRecipient',
      recipient: BOB,
      failure: { kind: 'reply', reply },
    });
    const slot = { stage: 'rcptTo', check: 'unknownRecipient', again: false, row: refused } as const;
    const accepts: VerdictFinding = {
      code: 'unknownRecipientAccepted',
      severity: 'warning',
      stage: 'rcptTo',
      host: HOST,
      recipient: BOB,
    };
    expect(slotState(slot, [], true)).toBe('succeeded');
    expect(slotState(slot, [accepts], true)).toBe('warned');
    expect(slotState(slot, [{ ...accepts, recipient: ADA }], true)).toBe('succeeded');
    expect(slotState(slot, [{ ...accepts, code: 'openRelay', severity: 'error' }], true)).toBe('failed');
  });
  it('that failed without harm is no failure, and one that never began was not run', () => {
    const without = row('starttls', 5, { failure: { kind: 'starttlsNotOffered' } });
    expect(slotState({ stage: 'starttls', again: false, row: without }, [], true)).toBe('notRun');
    expect(slotState({ stage: 'tls', again: false }, [], true)).toBe('notRun');
    expect(slotState({ stage: 'tls', again: false }, [], false)).toBe('waiting');
  });
});
