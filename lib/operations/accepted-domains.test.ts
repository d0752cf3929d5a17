import { expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { firstVersion, fromContoso, newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { acceptedDomains, acceptedDomainUses } from './accepted-domains';
import { connectorLife, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import { removeAcceptedDomains } from './remove-accepted-domains';
import { addAcceptedDomain, changeAcceptedDomain } from './save-accepted-domain';
import { saveAcceptedDomains } from './save-accepted-domains';

const plain = { type: 'authoritative', isDefault: false, matchSubDomains: false } as const;
const relay = { type: 'internalRelay', isDefault: false, matchSubDomains: true } as const;

describeBothEngines('Accepted domains', (engine) => {
  const world = async () => {
    const life = await connectorLife(engine);
    const list = async () => {
      const found = await acceptedDomains(life.hal);
      return found.ok
        ? found.value.map(
            ({ accepted: { domain, type, isDefault } }) => `${domain} ${type}${isDefault ? ' default' : ''}`,
          )
        : [];
    };
    const said = async () =>
      (await listAudit(life.store, { limit: 50 })).map(
        ({ action, subjectName }) => `${action} ${subjectName ?? '–'}`,
      );
    return { ...life, list, said };
  };

  it('are added in their one spelling, and only once', async () => {
    const { ada, list, said, store } = await world();
    expect(await addAcceptedDomain(ada, { ...plain, domain: ' Bücher.Example. ' })).toEqual({
      ok: true,
      value: { type: 'authoritative', domain: 'xn--bcher-kva.example', isDefault: false },
    });
    const again = await addAcceptedDomain(ada, { ...relay, domain: 'bücher.example' });
    expect(again).toMatchObject({
      problem: { kind: 'invalid', findings: [{ code: 'acceptedDomain.taken', field: 'domain' }] },
    });
    expect(await addAcceptedDomain(ada, { ...plain, domain: '*.contoso.com' })).toMatchObject({
      problem: { findings: [{ code: 'host.wildcard', field: 'domain' }] },
    });
    expect(await list()).toEqual(['xn--bcher-kva.example authoritative']);
    expect(await said()).toEqual(['acceptedDomain.added xn--bcher-kva.example']);
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 1 });
  });

  it('are changed by the one who saw them as they are', async () => {
    const { ada, bob, list } = await world();
    await addAcceptedDomain(ada, { ...plain, isDefault: true, domain: 'a.com' });
    await addAcceptedDomain(ada, { ...plain, domain: 'b.com' });
    expect(await changeAcceptedDomain(ada, { ...relay, domain: 'b.com', revision: 1 })).toMatchObject({
      ok: true,
      value: relay,
    });
    expect(await changeAcceptedDomain(bob, { ...plain, domain: 'b.com', revision: 1 })).toEqual(
      refusedBy('setupMoved'),
    );
    expect(await changeAcceptedDomain(bob, { ...relay, domain: 'b.com', revision: 2 })).toEqual(
      refusedBy('nothingChanged'),
    );
    expect(await changeAcceptedDomain(bob, { ...plain, domain: 'c.com', revision: 1 })).toEqual(NOT_FOUND);
    expect(await changeAcceptedDomain(bob, { ...plain, domain: 'a.com', revision: 1 })).toEqual(
      refusedBy('defaultDomain'),
    );
    await changeAcceptedDomain(bob, { ...relay, isDefault: true, domain: 'b.com', revision: 2 });
    expect(await list()).toEqual(['a.com authoritative', 'b.com internalRelay default']);
  });

  it('come many at once, with one entry in the log for each thing done', async () => {
    const { ada, list, said } = await world();
    await saveAcceptedDomains(ada, { domains: [{ ...plain, isDefault: true, domain: 'a.com' }] });
    const answer = await saveAcceptedDomains(ada, {
      domains: [
        { ...relay, domain: 'A.com' },
        { ...plain, domain: 'b.com' },
        { ...plain, domain: 'c.com' },
        { ...plain, domain: 'b.com' },
      ],
    });
    expect(answer).toEqual({ ok: true, value: { added: 2, changed: 1, same: 0 } });
    expect(await list()).toEqual([
      'a.com internalRelay default',
      'b.com authoritative',
      'c.com authoritative',
    ]);
    expect(await said()).toEqual([
      'acceptedDomain.changed a.com',
      'acceptedDomain.added –',
      'acceptedDomain.added a.com',
    ]);
    const wrong = await saveAcceptedDomains(ada, {
      domains: [
        { ...plain, domain: 'd.com' },
        { ...plain, domain: 'd' },
      ],
    });
    expect(wrong).toMatchObject({ problem: { kind: 'invalid', findings: [{ code: 'host.notQualified' }] } });
    expect(await list()).toHaveLength(3);
  });

  it('are removed and put back as they were; the default one goes last', async () => {
    const { ada, list } = await world();
    await saveAcceptedDomains(ada, {
      domains: [
        { ...relay, domain: 'a.com' },
        { ...plain, isDefault: true, domain: 'b.com' },
      ],
    });
    expect(await removeAcceptedDomains(ada, { domains: ['b.com'] })).toEqual(refusedBy('defaultDomain'));
    const removed = await removeAcceptedDomains(ada, { domains: ['a.com', 'x.com'] });
    expect(removed).toEqual({ ok: true, value: { removed: [{ ...relay, domain: 'a.com' }] } });
    expect(await removeAcceptedDomains(ada, { domains: ['a.com'] })).toEqual(NOT_FOUND);
    await saveAcceptedDomains(ada, { domains: [{ ...relay, domain: 'a.com' }] });
    expect(await removeAcceptedDomains(ada, { domains: ['a.com', 'b.com'] })).toMatchObject({ ok: true });
    expect(await list()).toEqual([]);
  });

  it('tell what hangs on them', async () => {
    const { hal, store } = await world();
    await store.write(async (tx) => {
      await insertConnector(tx, newVersion({ name: 'By name' }));
      await insertConnector(tx, newVersion({ name: 'All', scope: { kind: 'acceptedDomains' } }));
      const identification = { by: 'certificate', certificateName: 'mail.fabrikam.com' } as const;
      await insertConnector(tx, firstVersion({ ...fromContoso, identification }));
    });
    const answer = await acceptedDomainUses(hal, { domains: ['fabrikam.com'] });
    expect(answer.ok && answer.value[0]?.uses.map(({ name, by }) => `${name} ${by}`).sort()).toEqual([
      'All acceptedDomains',
      'By name recipientDomains',
      'From Contoso certificate',
    ]);
  });

  it('are read by everybody who is signed in, and written by admins alone', async () => {
    const { hal, nobody, list } = await world();
    const forbidden = { ok: false, problem: { kind: 'forbidden', permission: 'mailSetup:edit' } };
    expect(await addAcceptedDomain(hal, { ...plain, domain: 'a.com' })).toEqual(forbidden);
    expect(await changeAcceptedDomain(hal, { ...plain, domain: 'a.com', revision: 1 })).toEqual(forbidden);
    expect(await saveAcceptedDomains(hal, { domains: [{ ...plain, domain: 'a.com' }] })).toEqual(forbidden);
    expect(await removeAcceptedDomains(hal, { domains: ['a.com'] })).toEqual(forbidden);
    expect(await acceptedDomains(nobody)).toEqual({ ok: false, problem: { kind: 'signedOut' } });
    expect(await list()).toEqual([]);
  });
});
