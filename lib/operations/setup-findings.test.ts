import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { contoso, firstVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import type { OutboundConnector } from '../mailflow/connector';
import { emptyDraft } from '../mailflow/connector-draft';
import { fromConnector } from '../mailflow/draft-to-connector';
import { scopeOf } from '../mailflow/setup-for-tests';
import { connectorLife } from './connector-life-for-tests';
import { connectorFindings, setupReview } from './setup-findings';
import { setupImpact } from './setup-impact';

const AT = new Date('2026-11-24T08:00:00.000Z');
const relay = { type: 'internalRelay', domain: 'y.com', isDefault: true, matchSubDomains: false } as const;
const forDomains = (name: string, domains: string, given: Partial<OutboundConnector> = {}) => ({
  ...contoso,
  name,
  enabled: true,
  scope: scopeOf(domains),
  ...given,
});

describeBothEngines('A whole set-up', (engine) => {
  const console = async () => {
    const life = await connectorLife(engine);
    const add = (connector: OutboundConnector) =>
      life.store.write(async (tx) => insertConnector(tx, firstVersion(connector)));
    const ids = { a: await add(forDomains('A', 'x.com')), b: await add(forDomains('B', 'x.com y.com')) };
    await life.store.write((tx) => insertAcceptedDomains(tx, [relay], AT));
    return { ...life, ids, add };
  };

  it('is reviewed for whoever may read it; marks are of the connectors asked for', async () => {
    const { hal, nobody, ids } = await console();
    const answer = await setupReview(hal, { ids: [ids.a] });
    if (!answer.ok) throw new Error('Helpdesk may read.');
    expect(answer.value.findings.map(({ code }) => code)).toEqual(['tie']);
    expect(answer.value.counts).toEqual({ error: 0, warning: 1, info: 0 });
    expect(answer.value.marks).toEqual({ [ids.a]: { count: 1, severity: 'warning' } });
    const own = await connectorFindings(hal, { id: ids.b });
    expect(own).toEqual({ ok: true, value: answer.value.findings });
    expect(await connectorFindings(hal, { id: 'gone' })).toEqual({ ok: true, value: [] });
    const refused = { ok: false, problem: { kind: 'signedOut' } };
    expect(await setupReview(nobody, { ids: [] })).toEqual(refused);
    expect(await connectorFindings(nobody, { id: ids.a })).toEqual(refused);
    expect(await setupImpact(nobody, { change: 'delete', ids: [ids.a] })).toEqual(refused);
  });

  it.each(['turnOff', 'delete'] as const)(
    'tells before %s which routes move and what that brings',
    async (change) => {
      const { ada, ids, written } = await console();
      const before = await written();
      const answer = await setupImpact(ada, { change, ids: [ids.b, 'gone'] });
      if (!answer.ok) throw new Error('An admin may ask.');
      const { routes, routeCount, added, own } = answer.value;
      expect(routes.map(({ text, from, to }) => [text, from.winner?.name, to.reason])).toEqual([
        ['y.com', 'B', 'internalRelayDefault'],
      ]);
      expect(routeCount).toBe(1);
      expect(added.map(({ code }) => code)).toEqual(['relayWithoutConnector']);
      expect(own).toEqual([]);
      expect(await written()).toEqual(before);
    },
  );

  it('tells before turning on what a connector will take', async () => {
    const { ada, ids, add } = await console();
    const off = await add(forDomains('C', '*.y.com y.com', { enabled: false, partnerKind: 'onPremises' }));
    const answer = await setupImpact(ada, { change: 'turnOn', ids: [off] });
    expect(answer.ok && answer.value.routes.map(({ text, to }) => [text, to.winner?.id])).toEqual([
      ['*.y.com', off],
    ]);
    const both = await setupImpact(ada, { change: 'turnOff', ids: [ids.a, ids.b] });
    expect(both.ok && both.value.routeCount).toBe(2);
  });

  it('tells of a draft what it says by now, and only that', async () => {
    const { ada, ids } = await console();
    const draft = { ...fromConnector(forDomains('B', 'y.com')), validationRecipients: ['ada@y.com'] };
    const edited = await setupImpact(ada, { change: 'publish', connectorId: ids.b, draft });
    if (!edited.ok) throw new Error('An admin may ask.');
    // The tie is gone, and nothing that the draft does not touch moves.
    expect(edited.value).toMatchObject({ ready: true, routeCount: 0, own: [], added: [] });

    const scoped = { scope: 'recipientDomains', recipientDomains: ['*'] } as const;
    const begun = { ...emptyDraft(), from: 'office365', to: 'partner', name: 'C', ...scoped } as const;
    const fresh = await setupImpact(ada, { change: 'publish', draft: { ...begun, recipientDomains: ['*'] } });
    if (!fresh.ok) throw new Error('An admin may ask.');
    expect(fresh.value.own.map(({ code }) => code)).toEqual(['everyDomain']);
    expect(fresh.value.routes.map(({ text, to }) => [text, to.winner?.name])).toEqual([['*', 'C']]);

    const empty = await setupImpact(ada, { change: 'publish', draft: emptyDraft() });
    expect(empty.ok && empty.value.ready).toBe(false);
  });
});
