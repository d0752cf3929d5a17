import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { ownRule } from '../data/transport-rule-for-tests';
import { insertTransportRule } from '../data/transport-rules';
import { domain, scopeOf } from '../mailflow/setup-for-tests';
import type { RuleCondition } from '../mailflow/transport-rule';
import { connectorLife } from './connector-life-for-tests';
import { coverageMap } from './coverage-map';
import { coverageQuery, readCoverageView } from './coverage-query';
import { valueIn } from './people-for-tests';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('The coverage map', (engine) => {
  it('says for each domain and pattern who takes it and who stands behind, to whoever is signed in', async () => {
    const { store, hal, nobody } = await connectorLife(engine);
    const save = (name: string, scope: string) =>
      store.write((tx) => insertConnector(tx, newVersion({ name, scope: scopeOf(scope) })));
    await save('Connector 1', 'accepted');
    await save('Connector 2', 'contoso.com');
    await save('Connector 3', '*.contoso.com');
    await store.write((tx) =>
      insertAcceptedDomains(tx, ['contoso.com', 'sales.contoso.com', 'fabrikam.com'].map(domain), AT),
    );
    const map = async (query: Record<string, string> = {}) =>
      valueIn(await coverageMap(hal, readCoverageView(query)));
    const { rows, columns, total } = await map();
    expect(rows.map(({ text, route, others }) => [text, route.winner?.name, others.length])).toEqual([
      ['contoso.com', 'Connector 2', 2],
      ['fabrikam.com', 'Connector 1', 0],
      ['sales.contoso.com', 'Connector 3', 1],
      ['*.contoso.com', 'Connector 3', expect.any(Number)],
    ]);
    expect(total).toBe(4);
    expect((await map()).undecided).toEqual([]);
    expect(columns.map(({ name }) => name)).toEqual(['Connector 3', 'Connector 1', 'Connector 2']);
    expect((await map({ q: 'CONNECTOR 2' })).rows.map(({ text }) => text)).toEqual(['contoso.com']);
    expect(await map({ q: 'nothing', page: '7' })).toMatchObject({
      total: 0,
      none: false,
      view: { page: 1 },
    });
    expect(await coverageMap(nobody, readCoverageView({}))).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
  });

  it('names the rules that ask for more than the recipient, and whose mail is on the page', async () => {
    const { store, hal } = await connectorLife(engine);
    const version = newVersion({ name: 'Gateway', scope: scopeOf('rule') });
    const id = await store.write((tx) => insertConnector(tx, version));
    await store.write((tx) => insertAcceptedDomains(tx, ['contoso.com', 'fabrikam.com'].map(domain), AT));
    const domains: [string] = ['fabrikam.com'];
    const conditions: RuleCondition[] = [
      { kind: 'recipientDomainIs', domains },
      { kind: 'senderMemberOf', group: 'Board', members: [] },
    ];
    const rule = ownRule('Board', id, { conditions });
    await store.write((tx) => insertTransportRule(tx, rule, AT));
    const named = async (q: string) =>
      valueIn(await coverageMap(hal, readCoverageView({ q }))).undecided.map(({ name }) => name);
    expect([await named(''), await named('contoso'), await named('fabrikam')]).toEqual([
      ['Board'],
      [],
      ['Board'],
    ]);
  });

  it('has an address for each view', () => {
    expect(coverageQuery({ search: '', page: 1 })).toBe('');
    expect(coverageQuery({ search: '*.a b', page: 3 })).toBe('?q=*.a+b&page=3');
    expect(readCoverageView({ q: ['*.a b', 'x'], page: '3' })).toEqual({ search: '*.a b', page: 3 });
  });
});
