import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { ownRule } from '../data/transport-rule-for-tests';
import { insertTransportRule } from '../data/transport-rules';
import { domain, scopeOf } from '../mailflow/setup-for-tests';
import { connectorLife } from './connector-life-for-tests';
import { valueIn } from './people-for-tests';
import { listAnswer, listQuestionInput } from './trace-list';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('A list of recipients', (engine) => {
  it('has an answer for every row, in the order of the rows, good or bad', async () => {
    const { store, hal, nobody } = await connectorLife(engine);
    const save = (name: string, scope: string, enabled = true) =>
      store.write((tx) => insertConnector(tx, newVersion({ name, scope: scopeOf(scope), enabled })));
    await save('All', 'accepted');
    await save('Off', 'fabrikam.com', false);
    const byRule = await save('By rule', 'rule');
    await store.write((tx) => insertAcceptedDomains(tx, [domain('fabrikam.com')], AT));
    const rule = ownRule('From Ada', byRule, {
      conditions: [{ kind: 'senderIs', addresses: ['ada@contoso.com'] }],
    });
    await store.write((tx) => insertTransportRule(tx, rule, AT));
    const rows = [
      { to: 'a@fabrikam.com' },
      { to: 'nobody' },
      { to: 'a@fabrikam.com', from: 'ada@contoso.com' },
      { to: 'b@gmail.com', from: '<>' },
      { to: '' },
      { to: 'jürgen@münchen.de', from: 'not an address' },
    ];
    const answer = valueIn(await listAnswer(hal, { rows }));
    expect(answer.rows).toMatchObject([
      { winner: { name: 'All' }, others: 1, wouldWin: 'Off', isUncertain: true },
      { outcome: 'unknown', reason: 'unreadable', problem: { code: 'email.shape' } },
      { winner: { name: 'By rule' }, rule: { name: 'From Ada' }, isUncertain: false },
      { outcome: 'default', reason: 'externalDefault', isUncertain: false },
      { reason: 'unreadable', problem: { code: 'email.required' } },
      { address: 'jürgen@xn--mnchen-3ya.de', isUncertain: true },
    ]);
    expect(await listAnswer(nobody, { rows })).toEqual({ ok: false, problem: { kind: 'signedOut' } });
  });

  it('goes in parts', () => {
    const rows = (count: number) => ({
      rows: Array.from({ length: count }, () => ({ to: 'a@contoso.com' })),
    });
    expect(listQuestionInput.safeParse(rows(500)).success).toBe(true);
    expect(listQuestionInput.safeParse(rows(501)).success).toBe(false);
    expect(listQuestionInput.safeParse(rows(0)).success).toBe(false);
  });
});
