import { expect, it, onTestFinished } from 'vitest';
import type { ExchangeFile } from '../exchange/exchange-file';
import { fileOf } from '../exchange/file-for-tests';
import { domain, fromOrganization, outbound, rule, setup } from '../mailflow/setup-for-tests';
import { findAcceptedDomain, insertAcceptedDomains, replaceAcceptedDomain } from './accepted-domains';
import { describeBothEngines, freshStore } from './engines-for-tests';
import {
  findImport,
  forgetOldImports,
  insertImport,
  listImports,
  markTakenOver,
  removeImport,
  tenantAsRead,
} from './exchange-imports';
import type { Store } from './store';
import {
  findTransportRule,
  insertTransportRule,
  type OwnRule,
  replaceTransportRule,
} from './transport-rules';

const counts = { added: 1, changed: 0, unchanged: 0, onlyHere: 0, conflict: 0, unreadable: 0 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 8, minute));

const keep = (store: Store, minute: number, file: ExchangeFile) =>
  store.write((tx) =>
    insertImport(tx, {
      fileName: `${minute}.json`,
      createdAt: at(minute),
      createdById: 'ada',
      createdByName: 'Ada',
      file,
      report: [{ key: 'connector:hq', result: 'added' }],
      summary: { covers: file.covers, leftAside: file.leftAside, counts },
    }),
  );

const all = fileOf(
  setup([outbound('HQ', 'a.com'), fromOrganization('In', 'a.com')], 'a.com', [rule('R', 'HQ')]),
);

describeBothEngines('Files of a tenant', (engine) => {
  it('are kept as they were read, listed newest first, and forgotten when newer ones came', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    const [first, second, third] = [
      await keep(store, 1, all),
      await keep(store, 2, all),
      await keep(store, 3, all),
    ];
    expect(await findImport(store, first)).toMatchObject({ file: all, report: [{ key: 'connector:hq' }] });
    const page = await listImports(store, { page: 1, pageSize: 2 });
    expect(page).toMatchObject({ total: 3, rows: [{ id: third, summary: { counts } }, { id: second }] });
    expect(page.rows[0]).not.toHaveProperty('applied');
    expect(await forgetOldImports(store, 2)).toBe(1);
    expect(await findImport(store, first)).toBeUndefined();
    expect(await store.write((tx) => removeImport(tx, second))).toBe(true);
    expect(await store.write((tx) => removeImport(tx, second))).toBe(false);
  });

  it('hold the tenant as it was last read, each list of the newest file that has it', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    expect(await tenantAsRead(store)).toBeUndefined();
    await keep(store, 1, all);
    const later = fileOf(setup([outbound('New', 'b.com')]), { covers: ['outbound'] });
    const id = await keep(store, 2, later);
    const tenant = await tenantAsRead(store);
    expect(tenant?.connectors.map(({ name }) => name)).toEqual(['New', 'In']);
    expect([...(tenant?.covers ?? [])].sort()).toEqual([...all.covers].sort());
    expect(tenant?.transportRules).toEqual(all.transportRules);
    const before = await tenantAsRead(store, { id, createdAt: at(2) });
    expect(before?.connectors.map(({ name }) => name)).toEqual(['HQ', 'In']);
  });

  it('remember who took over how much', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    const id = await keep(store, 1, all);
    const taken = { at: at(5), byId: 'bob', byName: 'Bob', counts: { connectors: 2 } };
    const summary = { covers: all.covers, leftAside: all.leftAside, counts };
    await store.write((tx) => markTakenOver(tx, id, { ...taken, report: [], summary }));
    expect(await findImport(store, id)).toMatchObject({ applied: taken, report: [] });
  });

  it('leave what Exchange knows of domains and rules, which stays until it is said otherwise', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    const exchange = { guid: 'g1', kept: [{ name: 'Mode', value: { z: ['a', null], a: 1 } }] };
    const relay = { ...domain('a.com;relay'), exchange };
    const own: OwnRule = { ...rule('R', 'HQ').rule, connector: { by: 'id', id: 'c1' }, exchange };
    await store.write((tx) => insertAcceptedDomains(tx, [relay], at(1)));
    expect((await findAcceptedDomain(store, 'a.com'))?.accepted).toEqual(relay);
    await store.write((tx) => replaceAcceptedDomain(tx, domain('a.com'), at(2)));
    expect((await findAcceptedDomain(store, 'a.com'))?.accepted).toEqual({ ...domain('a.com'), exchange });
    const { id } = await store.write((tx) => insertTransportRule(tx, own, at(1)));
    const { exchange: _, ...plain } = own;
    await store.write((tx) => replaceTransportRule(tx, id, { ...plain, name: 'S' }, at(2)));
    expect((await findTransportRule(store, id))?.rule).toEqual({ ...own, name: 'S' });
  });
});
