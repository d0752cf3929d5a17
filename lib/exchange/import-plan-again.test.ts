import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MailSetup } from '../mailflow/mail-setup';
import { anySetup } from '../mailflow/setup-arbitrary-for-tests';
import { outbound, setup } from '../mailflow/setup-for-tests';
import { fileOf } from './file-for-tests';
import { planImport } from './import-plan';
import { taken } from './take-for-tests';

/** A set-up as a store holds one: names and places only once. */
const one = anySetup.map(
  ({ connectors, transportRules, ...rest }): MailSetup => ({
    ...rest,
    connectors: connectors.map((kept, at) => ({
      ...kept,
      connector: { ...kept.connector, name: `${kept.connector.name}${at}` },
    })),
    transportRules: transportRules.map(({ id, rule }, priority) => ({
      id,
      rule: { ...rule, name: id, priority },
    })),
  }),
);

/** An id of one console is nobody's name in a tenant. */
const withOtherIds = ({ connectors, transportRules, ...rest }: MailSetup): MailSetup => ({
  ...rest,
  connectors: connectors.map(({ id, ...kept }) => ({ id: `id of ${id}`, ...kept })),
  transportRules: transportRules.map(({ id, rule }) => {
    const { connector } = rule;
    const to = connector.by === 'id' ? { by: 'id' as const, id: `id of ${connector.id}` } : connector;
    return { id, rule: { ...rule, connector: to } };
  }),
});

it('finds everything unchanged, or only here, once it was taken over', () => {
  fc.assert(
    fc.property(one, one, (first, there) => {
      const here = withOtherIds(first);
      const file = fileOf(there);
      const after = taken(here, file, planImport(here, file));
      const results = new Set(planImport(after, file).map(({ result }) => result));
      results.delete('unchanged');
      results.delete('onlyHere');
      expect([...results]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('plans 1,000 connectors in less than 200 ms of processor time', () => {
  const many = (hosts: string) =>
    setup(Array.from({ length: 1_000 }, (_, at) => outbound(`C${at}`, `c${at}.com *.c${at}.com ${hosts}`)));
  const [here, file] = [many('a.com b.com'), fileOf(many('b.com a.com'))];
  planImport(here, file);
  const times = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage();
    planImport(here, file);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
