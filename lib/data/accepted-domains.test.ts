import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import {
  findAcceptedDomain,
  insertAcceptedDomains,
  listAcceptedDomains,
  removeAcceptedDomains,
  replaceAcceptedDomain,
} from './accepted-domains';
import { uniqueViolation } from './database-errors';
import { describeBothEngines, freshStore } from './engines-for-tests';
import type { Store } from './store';

const AT = new Date('2026-11-24T08:00:00.000Z');
const plain = (domain: string, isDefault = false): AcceptedDomain => ({
  type: 'authoritative',
  domain,
  isDefault,
});

describeBothEngines('Accepted domains', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(() => store.client.acceptedDomain.deleteMany());

  const add = (...domains: AcceptedDomain[]) => store.write((tx) => insertAcceptedDomains(tx, domains, AT));

  it('come back as they were saved, by name', async () => {
    const relay: AcceptedDomain = {
      type: 'internalRelay',
      domain: 'contoso.com',
      isDefault: true,
      matchSubDomains: true,
    };
    await add(plain('fabrikam.com'), relay);
    expect(await listAcceptedDomains(store)).toEqual([
      { accepted: relay, revision: 1 },
      { accepted: plain('fabrikam.com'), revision: 1 },
    ]);
    expect(await findAcceptedDomain(store, 'litware.com')).toBeUndefined();
  });

  it('have one default at most: a new one takes it from the old one', async () => {
    await add(plain('a.com', true));
    await add(plain('b.com', true), plain('c.com', true));
    const defaults = async () =>
      (await listAcceptedDomains(store)).flatMap(({ accepted }) =>
        accepted.isDefault ? [accepted.domain] : [],
      );
    expect(await defaults()).toEqual(['c.com']);
    await store.write((tx) => replaceAcceptedDomain(tx, plain('a.com', true), AT));
    expect(await defaults()).toEqual(['a.com']);
    expect(await findAcceptedDomain(store, 'c.com')).toMatchObject({ revision: 2 });
    const second = store.client.acceptedDomain.update({
      where: { domain: 'c.com' },
      data: { isDefault: true },
    });
    expect(uniqueViolation(await second.catch((error: unknown) => error))).toEqual(['isDefault']);
  });

  it('count a row’s revision at each change, and are there only once', async () => {
    await add(plain('a.com'));
    await store.write((tx) => replaceAcceptedDomain(tx, plain('a.com'), AT));
    expect(await findAcceptedDomain(store, 'a.com')).toEqual({ accepted: plain('a.com'), revision: 2 });
    await expect(add(plain('a.com'))).rejects.toMatchObject({ code: 'P2002' });
    await store.write((tx) => removeAcceptedDomains(tx, ['a.com', 'b.com']));
    expect(await listAcceptedDomains(store)).toEqual([]);
  });

  it('are ten thousand in one write', async () => {
    await add(...Array.from({ length: 10_000 }, (_, at) => plain(`d${at}.example.com`)));
    expect(await listAcceptedDomains(store)).toHaveLength(10_000);
  }, 30_000);
});
