import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertAcceptedDomains, removeAcceptedDomains, replaceAcceptedDomain } from './accepted-domains';
import { contoso, newVersion } from './connector-for-tests';
import { insertConnector, insertNextVersion, recordValidation } from './connectors';
import { markDeleted, unmarkDeleted } from './deleted-connectors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import { readSetup, routeRevision } from './mail-setup';
import type { Store, Tx } from './store';
import { ownRule } from './transport-rule-for-tests';
import {
  insertTransportRule,
  orderTransportRules,
  removeTransportRule,
  replaceTransportRule,
  switchTransportRule,
} from './transport-rules';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('The set-up', (engine) => {
  let store: Store;
  let connector: string;
  let rule: string;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  /** What `change` does counts the revision on. */
  const moves = async <T>(change: (tx: Tx) => Promise<T>): Promise<T> => {
    const before = await routeRevision(store);
    const answer = await store.write(change);
    expect(await routeRevision(store)).toBeGreaterThan(before);
    return answer;
  };

  it('is empty at first', async () => {
    expect(await readSetup(store)).toEqual({ connectors: [], transportRules: [], acceptedDomains: [] });
  });

  it('has the connectors in force, and follows each publish, validation and deletion', async () => {
    connector = await moves((tx) => insertConnector(tx, newVersion()));
    await moves((tx) => insertNextVersion(tx, connector, 2, newVersion({ enabled: false }), undefined));
    const run = { id: 'r', outcome: 'passed', fingerprint: 'f1', finishedAt: AT } as const;
    await moves((tx) => recordValidation(tx, connector, run));
    expect((await readSetup(store)).connectors).toEqual([
      { id: connector, connector: { ...contoso, enabled: false }, health: 'passed' },
    ]);
    await moves((tx) => markDeleted(tx, connector, { at: AT, byId: 'bob', byName: 'Bob' }));
    expect((await readSetup(store)).connectors).toEqual([]);
    await moves((tx) => unmarkDeleted(tx, connector));
    expect((await readSetup(store)).connectors).toHaveLength(1);
  });

  it('has the rules, and follows each of their changes', async () => {
    rule = (await moves((tx) => insertTransportRule(tx, ownRule('One', connector), AT))).id;
    const { id } = await moves((tx) => insertTransportRule(tx, ownRule('Two', connector), AT));
    await moves((tx) => replaceTransportRule(tx, id, ownRule('Three', connector), AT));
    await moves((tx) => switchTransportRule(tx, id, false));
    await moves((tx) => orderTransportRules(tx, [rule, id]));
    const { transportRules } = await readSetup(store);
    expect(transportRules.map(({ rule }) => [rule.name, rule.priority, rule.enabled])).toEqual([
      ['One', 0, true],
      ['Three', 1, false],
    ]);
    await moves((tx) => removeTransportRule(tx, id));
  });

  it('has the accepted domains, and follows each of their changes', async () => {
    const fabrikam = { type: 'authoritative', domain: 'fabrikam.com', isDefault: false } as const;
    await moves((tx) => insertAcceptedDomains(tx, [fabrikam], AT));
    await moves((tx) => replaceAcceptedDomain(tx, { ...fabrikam, isDefault: true }, AT));
    expect((await readSetup(store)).acceptedDomains).toEqual([{ ...fabrikam, isDefault: true }]);
    await moves((tx) => removeAcceptedDomains(tx, ['fabrikam.com']));
  });

  it('stays as it is while drafts and the audit log are written', async () => {
    const before = await routeRevision(store);
    await store.write((tx) =>
      tx.connector.update({ where: { id: connector }, data: { draftRevision: { increment: 1 } } }),
    );
    expect(await routeRevision(store)).toBe(before);
  });
});
