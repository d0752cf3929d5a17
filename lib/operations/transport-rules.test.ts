import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { firstVersion, fromContoso, newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { markDeleted } from '../data/deleted-connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { emptyRule, newCondition, type RuleDraft } from '../mailflow/transport-rule-draft';
import { connectorLife, MALFORMED, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import { orderTransportRules } from './order-transport-rules';
import { removeTransportRule } from './remove-transport-rule';
import { changeTransportRule, createTransportRule } from './save-transport-rule';
import { switchTransportRule } from './switch-transport-rule';
import { ruleTargets, transportRules } from './transport-rules';

describeBothEngines('Transport rules', (engine) => {
  const world = async () => {
    const life = await connectorLife(engine);
    const connectorId = await life.store.write((tx) =>
      insertConnector(tx, newVersion({ name: 'Gateway', scope: { kind: 'transportRule' } })),
    );
    const draft = (name: string, given: Partial<RuleDraft> = {}): RuleDraft => ({
      ...emptyRule,
      name,
      connectorId,
      conditions: [{ ...newCondition('recipientDomainIs'), values: ['Fabrikam.com'] }],
      ...given,
    });
    const create = async (name: string) => {
      const made = await createTransportRule(life.ada, { draft: draft(name) });
      if (!made.ok) throw new Error('The rule is fine.');
      return made.value.id;
    };
    const rows = async () => {
      const found = await transportRules(life.hal);
      return found.ok ? found.value : [];
    };
    const order = async () => (await rows()).map(({ rule }) => rule.name);
    return { ...life, connectorId, draft, create, rows, order };
  };

  it('are created behind the others, each with where it leads', async () => {
    const { create, rows, connectorId } = await world();
    await create('One');
    await create('Two');
    expect(await rows()).toMatchObject([
      {
        rule: {
          name: 'One',
          priority: 0,
          conditions: [{ kind: 'recipientDomainIs', domains: ['fabrikam.com'] }],
        },
        target: { id: connectorId, name: 'Gateway', state: 'on' },
        revision: 1,
      },
      { rule: { name: 'Two', priority: 1 } },
    ]);
  });

  it('say where they lead when that is turned off, deleted, or takes mail by itself', async () => {
    const { ada, store, draft, create, rows, connectorId } = await world();
    const add = (name: string, given = {}) =>
      store.write((tx) => insertConnector(tx, newVersion({ name, ...given })));
    const off = await add('Off', { enabled: false, scope: { kind: 'transportRule' } });
    const wide = await add('Wide');
    await createTransportRule(ada, { draft: draft('To off', { connectorId: off }) });
    await createTransportRule(ada, { draft: draft('To wide', { connectorId: wide }) });
    await create('To deleted');
    await store.write((tx) => markDeleted(tx, connectorId, { at: new Date(), byId: 'ada', byName: 'Ada' }));
    expect((await rows()).map(({ target: { name, state } }) => `${name} ${state}`)).toEqual([
      'Off off',
      'Wide unscoped',
      'Gateway deleted',
    ]);
    const targets = await ruleTargets(ada);
    expect(targets.ok && targets.value.map(({ name }) => name)).toEqual(['Off', 'Wide']);
  });

  it('refuse what breaks a rule, at its field', async () => {
    const { ada, store, draft, create } = await world();
    await create('Contracts');
    const fields = async (given: RuleDraft) => {
      const answer = await createTransportRule(ada, { draft: given });
      return !answer.ok && answer.problem.kind === 'invalid'
        ? answer.problem.findings.map(({ field, code }) => `${field} ${code}`)
        : answer;
    };
    expect(await fields(draft('CONTRACTS', { connectorId: 'gone' }))).toEqual([
      'name rule.nameTaken',
      'connectorId rule.connectorUnfit',
    ]);
    expect(await fields(draft(''))).toEqual(['name text.required']);
    const inbound = await store.write((tx) => insertConnector(tx, firstVersion(fromContoso)));
    expect(await fields(draft('New', { connectorId: inbound }))).toEqual(['connectorId rule.connectorUnfit']);
    const kept = (json: string) =>
      fields(draft('Kept', { conditions: [{ ...newCondition('other'), name: 'SubjectMatches', json }] }));
    expect(await kept('"\\u0000"')).toEqual(MALFORMED);
    expect(await kept('{"a\\ud800":1}')).toEqual(MALFORMED);
    const endless = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(await kept(endless)).toEqual(['conditions.0.json condition.kept']);
  });

  it('are changed by the one who saw them as they are', async () => {
    const { ada, bob, draft, create, rows } = await world();
    const id = await create('One');
    const renamed = draft('Uno', { stopProcessing: true });
    expect(await changeTransportRule(bob, { id, revision: 1, draft: renamed })).toEqual({
      ok: true,
      value: { id, name: 'Uno' },
    });
    expect(await changeTransportRule(ada, { id, revision: 1, draft: draft('Eins') })).toEqual(
      refusedBy('setupMoved'),
    );
    expect(await changeTransportRule(ada, { id, revision: 2, draft: renamed })).toEqual(
      refusedBy('nothingChanged'),
    );
    expect(await changeTransportRule(ada, { id: 'x', revision: 1, draft: renamed })).toEqual(NOT_FOUND);
    expect(await rows()).toMatchObject([{ rule: { name: 'Uno', stopProcessing: true }, revision: 2 }]);
  });

  it('change places for the one who saw their order, and no rule is lost', async () => {
    const { ada, bob, create, order } = await world();
    const seen = [await create('One'), await create('Two'), await create('Three')];
    const ids = seen.toReversed();
    expect(await orderTransportRules(ada, { seen, ids })).toMatchObject({ ok: true });
    expect(await order()).toEqual(['Three', 'Two', 'One']);
    expect(await orderTransportRules(bob, { seen, ids })).toEqual(refusedBy('setupMoved'));
    expect(await orderTransportRules(bob, { seen: ids, ids: ids.slice(1) })).toEqual(refusedBy('setupMoved'));
    expect(await orderTransportRules(bob, { seen: ids, ids })).toEqual(refusedBy('nothingChanged'));
    expect(await order()).toEqual(['Three', 'Two', 'One']);
  });

  it('are switched, removed and put back at their place, and the log says it all', async () => {
    const { ada, store, create, order, rows } = await world();
    const id = await create('One');
    await create('Two');
    await switchTransportRule(ada, { id, enabled: false });
    expect(await switchTransportRule(ada, { id, enabled: false })).toEqual(refusedBy('nothingChanged'));
    const removed = await removeTransportRule(ada, { id });
    if (!removed.ok) throw new Error('It was there.');
    expect(await order()).toEqual(['Two']);
    expect(await removeTransportRule(ada, { id })).toEqual(NOT_FOUND);
    await createTransportRule(ada, removed.value);
    expect((await rows()).map(({ rule }) => `${rule.priority} ${rule.name} ${rule.enabled}`)).toEqual([
      '0 One false',
      '1 Two true',
    ]);
    expect((await listAudit(store, { limit: 9 })).map(({ action }) => action).reverse()).toEqual([
      'transportRule.created',
      'transportRule.created',
      'transportRule.changed',
      'transportRule.removed',
      'transportRule.created',
    ]);
  });

  it('are read by everybody who is signed in, and written by admins alone', async () => {
    const { hal, nobody, draft, create, rows } = await world();
    const id = await create('One');
    const before = await rows();
    const forbidden = { ok: false, problem: { kind: 'forbidden', permission: 'mailSetup:edit' } };
    expect(await createTransportRule(hal, { draft: draft('New') })).toEqual(forbidden);
    expect(await changeTransportRule(hal, { id, revision: 1, draft: draft('New') })).toEqual(forbidden);
    expect(await switchTransportRule(hal, { id, enabled: false })).toEqual(forbidden);
    expect(await orderTransportRules(hal, { seen: [id], ids: [id] })).toEqual(forbidden);
    expect(await removeTransportRule(hal, { id })).toEqual(forbidden);
    expect(await transportRules(nobody)).toEqual({ ok: false, problem: { kind: 'signedOut' } });
    expect(await rows()).toEqual(before);
  });
});
