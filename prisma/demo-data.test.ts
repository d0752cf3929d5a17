import { expect, it, onTestFinished } from 'vitest';
import { listAudit, verifyAudit } from '../lib/data/audit';
import { listConnectors } from '../lib/data/connector-list';
import { listDeleted } from '../lib/data/deleted-connectors';
import { describeBothEngines, freshStore } from '../lib/data/engines-for-tests';
import { readSetup } from '../lib/data/mail-setup';
import { listRuns } from '../lib/data/validation-runs';
import { reviewDraft } from '../lib/mailflow/connector-rules';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import { compileRoutes, routeOf } from '../lib/mailflow/route';
import { fromRule, reviewRule } from '../lib/mailflow/transport-rule-draft';
import { connectorReport } from '../lib/operations/find-connector';
import { guide } from '../lib/operations/guide';
import { valueIn } from '../lib/operations/people-for-tests';
import { transportRules } from '../lib/operations/transport-rules';
import { readSettings } from '../lib/settings';
import { loadDemoData } from './demo-data';

const KINDS = ['good', 'expired', 'noStarttls', 'otherName', 'greylist', 'silent'];
const hosts = KINDS.map((kind, n) => ({ kind, host: `${kind.toLowerCase()}.demo.test`, port: 2601 + n }));

describeBothEngines('The demo', (engine) => {
  it('has connectors that the wizard would take, and asks for their validations', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    await loadDemoData(store, hosts);
    // A first start that was cut short loads again.
    await loadDemoData(store, hosts);
    const { rows } = await listConnectors(store, { sort: 'name', descending: false, page: 1, pageSize: 99 });
    expect(rows.length).toBeGreaterThan(7);
    const who = { userId: 'u', name: 'U', email: 'u@x.test', role: 'helpdesk', sessionId: 's' } as const;
    const context = { who, store, now: () => new Date(), settings: readSettings({}) };
    const asked = [];
    for (const { id } of rows) {
      const { connector } = valueIn(await connectorReport(context, { id }));
      const errors = reviewDraft(fromConnector(connector)).filter(({ severity }) => severity === 'error');
      expect(errors, connector.name).toEqual([]);
      asked.push(...(await listRuns(store, id, 9)));
    }
    const outbound = rows.filter(({ direction }) => direction === 'outbound');
    expect(rows.length - outbound.length).toBe(3);
    // One was never validated.
    expect(asked).toHaveLength(outbound.length - 1);
    expect(rows.filter(({ draft }) => draft).map(({ name }) => name)).toEqual(['Tailspin Toys hosting']);
    expect(rows.map(({ version }) => version)).toContain(3);
    expect((await listDeleted(store, { page: 1, pageSize: 9 })).rows).toMatchObject([
      { name: 'Fourth Coffee pilot' },
    ]);
    const rules = valueIn(await transportRules(context));
    expect(rules.map(({ rule, target }) => `${rule.priority} ${target.name} ${target.state}`)).toEqual([
      '0 Wingtip disaster recovery off',
      '1 Litware mail gateway on',
    ]);
    for (const { rule } of rules) expect(reviewRule(fromRule(rule)), rule.name).toEqual([]);
    const view = valueIn(await guide(context));
    const confirmed = view.parts.flatMap(({ steps }) => steps.filter(({ state }) => state === 'confirmed'));
    expect(confirmed.map(({ id }) => id)).toEqual(['receiveCertificate', 'firewall', 'permissions']);
    const times = (await listAudit(store, { limit: 99 })).map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });

  it('has the example of the article: its domains take the connectors that the article says', async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    await loadDemoData(store, hosts);
    const routes = compileRoutes(await readSetup(store));
    const winner = (to: string) => {
      const route = routeOf(routes, to);
      return route.winner?.name ?? route.reason;
    };
    expect(winner('ada@fabrikam.com')).toBe('Contoso headquarters');
    expect(winner('ada@contoso.com')).toBe('Contoso mailboxes on site');
    expect(winner('john@sales.contoso.com')).toBe('Contoso subsidiaries');
    expect(winner('ada@contoso.onmicrosoft.com')).toBe('Contoso headquarters');
    expect(winner('ada@gmail.com')).toBe('externalDefault');
  });
});
