import { expect, test } from 'vitest';
import type { GuideStepView } from '@/lib/mailflow/guide/guide-view';
import type { GuideStepId } from '@/lib/mailflow/guide/journey';
import { checksOf, checksOfAll } from './check-batches';

const domains = ['a.test', 'b.test', 'c.test', 'd.test', 'e.test', 'f.test'];
const step = (id: GuideStepId, subjects: readonly string[]): GuideStepView => ({
  ...{ id, scope: 'domain', by: 'console', number: 1, state: 'toDo' },
  subjects: subjects.map((subject) => ({
    ...{ subject, state: 'toDo', evidence: [], remedies: [], confirmable: false },
  })),
});

test('a person’s check asks for the servers once and for every domain once', () => {
  const all = checksOfAll({ domains }, false);
  expect(all.filter(({ servers }) => servers)).toHaveLength(1);
  expect(all.flatMap((one) => one.domains)).toEqual(domains);
});

test('the page on its own begins no validation', () => {
  expect(checksOfAll({ domains }, true).some(({ servers }) => servers)).toBe(false);
});

test.each<[GuideStepId, number, boolean]>([
  ['spf', 6, false],
  ['tls', 0, true],
  ['firewall', 0, false],
  ['inboundConnector', 0, false],
])('%s asks for %i domains', (id, count, servers) => {
  const all = checksOf(step(id, domains));
  expect(all.flatMap((one) => one.domains)).toHaveLength(count);
  expect(all.some((one) => one.servers)).toBe(servers);
});
