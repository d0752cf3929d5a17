import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { uniqueViolation } from './database-errors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import type { Store } from './store';
import { ownRule } from './transport-rule-for-tests';
import {
  findTransportRule,
  insertTransportRule,
  listTransportRules,
  orderTransportRules,
  removeTransportRule,
  replaceTransportRule,
  ruleNameTaken,
  switchTransportRule,
} from './transport-rules';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('Transport rules', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(() => store.client.transportRule.deleteMany());

  const add = (name: string, priority: number) =>
    store.write((tx) => insertTransportRule(tx, ownRule(name, 'c1', { priority }), AT));
  const order = async () =>
    (await listTransportRules(store)).map(({ rule: { name, priority } }) => `${priority} ${name}`);

  it('come back as they were saved', async () => {
    const rule = ownRule('Big mail', 'c1', {
      exceptions: [
        { kind: 'senderMemberOf', group: 'Board', members: ['Ada@contoso.com'] },
        { kind: 'sizeAtLeast', bytes: 10_485_760 },
      ],
      stopProcessing: true,
    });
    const { id } = await store.write((tx) => insertTransportRule(tx, rule, AT));
    expect(await findTransportRule(store, id)).toEqual({ id, rule, revision: 1 });
    expect(await findTransportRule(store, 'another')).toBeUndefined();
  });

  it('move up and down for one that is put among them, and close up behind one that goes', async () => {
    await add('One', 99);
    const second = await add('Two', 99);
    await add('Three', 0);
    expect(await order()).toEqual(['0 Three', '1 One', '2 Two']);
    const ids = (await listTransportRules(store)).map(({ id }) => id);
    await store.write((tx) => orderTransportRules(tx, ids.toReversed()));
    expect(await order()).toEqual(['0 Two', '1 One', '2 Three']);
    await store.write((tx) => removeTransportRule(tx, second.id));
    await store.write((tx) => removeTransportRule(tx, second.id));
    expect(await order()).toEqual(['0 One', '1 Three']);
  });

  it('keep their place and count their revision when they are edited, and not when they are switched', async () => {
    await add('One', 0);
    const { id } = await add('Two', 1);
    await store.write((tx) => replaceTransportRule(tx, id, ownRule('Two again', 'c2'), AT));
    await store.write((tx) => switchTransportRule(tx, id, false));
    expect(await findTransportRule(store, id)).toMatchObject({
      rule: { name: 'Two again', priority: 1, enabled: false, connector: { by: 'id', id: 'c2' } },
      revision: 2,
    });
  });

  it('have names that differ in more than case', async () => {
    const { id } = await add('Ünicode', 0);
    expect(await ruleNameTaken(store, 'üNICODE')).toBe(true);
    expect(await ruleNameTaken(store, 'üNICODE', id)).toBe(false);
    const refused = await add('üNICODE', 0).catch((error: unknown) => error);
    expect(uniqueViolation(refused)).toEqual(['nameKey']);
    expect(await order()).toEqual(['0 Ünicode']);
  });
});
