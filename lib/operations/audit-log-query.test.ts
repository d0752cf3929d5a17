import { expect, test } from 'vitest';
import {
  AUDIT_ACTIONS,
  type AuditView,
  auditViewQuery,
  groupOf,
  isFiltered,
  openEntry,
  readAuditView,
  WHOLE_LOG,
} from './audit-log-query';

const FULL: AuditView = {
  person: 'u1',
  group: 'signIn',
  subject: 'Contoso & co.',
  from: '2026-11-01',
  to: '2026-11-30',
  before: 120,
};

test('a view reads back from its address', () => {
  const query = Object.fromEntries(new URLSearchParams(auditViewQuery(FULL, 7)));
  expect(readAuditView(query)).toEqual(FULL);
  expect(openEntry(query)).toBe(7);
});

test('the whole log has a plain address', () => {
  expect(auditViewQuery(WHOLE_LOG)).toBe('');
  expect(isFiltered({ ...WHOLE_LOG, before: 9 })).toBe(false);
  expect(isFiltered({ ...WHOLE_LOG, to: '2026-11-30' })).toBe(true);
});

test.each([
  ['nothing', {}],
  ['a group that is none', { activity: 'constructor' }],
  ['days that are none', { from: '2026-02-30', to: 'yesterday' }],
  ['numbers that are none', { before: '-1', entry: '0x10' }],
  ['text that no database holds', { person: '\0', subject: ['\0\0', 'Contoso'] }],
  ['keys of another page', { q: 'x', page: '2' }],
])('%s opens the whole log', (_, query) => {
  expect(readAuditView(query)).toEqual(WHOLE_LOG);
  expect(openEntry(query)).toBeUndefined();
});

test('a number too large for the database finds nothing instead of failing', () => {
  expect(readAuditView({ before: '9999999999' }).before).toBe(2_147_483_647);
});

test('every action is in one group', () => {
  const all = Object.values(AUDIT_ACTIONS).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(groupOf('user.signedIn')).toBe('signIn');
  expect(groupOf('toString')).toBeUndefined();
});
