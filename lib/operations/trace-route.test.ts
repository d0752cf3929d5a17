import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector, recordValidation } from '../data/connectors';
import { describeBothEngines, type TestEngine } from '../data/engines-for-tests';
import { insertRun } from '../data/validation-runs';
import type { OutboundConnector } from '../mailflow/connector';
import { fingerprintOf, planOf } from '../mailflow/fingerprint';
import { domain, scopeOf } from '../mailflow/setup-for-tests';
import { connectorLife } from './connector-life-for-tests';
import { editing } from './editing';
import { valueIn } from './people-for-tests';
import { NO_QUESTION } from './route-trace-query';
import { saveDraft } from './save-draft';
import { routeAnswer, routeQuestionInput } from './trace-route';

const AT = new Date('2026-11-24T08:00:00.000Z');

/** The article's example, and what it takes to look at it. */
async function article(engine: TestEngine) {
  const life = await connectorLife(engine);
  const { store } = life;
  const save = (name: string, scope: string, given: Partial<OutboundConnector> = {}) =>
    store.write((tx) => insertConnector(tx, newVersion({ name, scope: scopeOf(scope), ...given })));
  const ids = [
    await save('Connector 1', 'accepted'),
    await save('Connector 2', 'contoso.com'),
    await save('Connector 3', '*.contoso.com'),
  ];
  const domains = ['contoso.com', 'sales.contoso.com', 'fabrikam.com', 'contoso.onmicrosoft.com'];
  await store.write((tx) => insertAcceptedDomains(tx, domains.map(domain), AT));
  const ask = async (question: object, who = life.hal) =>
    valueIn(await routeAnswer(who, { ...NO_QUESTION, ...question }));
  return { ...life, ids, ask };
}

const winners = ({ groups }: Awaited<ReturnType<Awaited<ReturnType<typeof article>>['ask']>>['inForce']) =>
  groups.flatMap(({ trace, recipients }) =>
    recipients.map(({ to }) => [to, trace.winner?.name ?? trace.reason]),
  );

describeBothEngines('A route trace', (engine) => {
  it('answers admins and helpdesk with the article’s example, and nobody else', async () => {
    const { ask, ada, nobody } = await article(engine);
    const recipients = ['a@fabrikam.com', 'a@contoso.com', 'john@sales.contoso.com', 'a@gmail.com', 'nobody'];
    const answer = await ask({ recipients });
    expect(winners(answer.inForce)).toEqual([
      ['a@fabrikam.com', 'Connector 1'],
      ['a@contoso.com', 'Connector 2'],
      ['john@sales.contoso.com', 'Connector 3'],
      ['a@gmail.com', 'externalDefault'],
      ['nobody', 'unreadable'],
    ]);
    expect(await ask({ recipients }, ada)).toEqual(answer);
    expect(await routeAnswer(nobody, { ...NO_QUESTION, recipients })).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
  });

  it('shows where the connector hands the mail on, and how its last validation ended there', async () => {
    const { ask, ids, store } = await article(engine);
    const { connector } = newVersion({ name: 'Connector 2', scope: scopeOf('contoso.com') });
    const id = ids[1] ?? '';
    const plan = planOf(connector);
    const fingerprint = fingerprintOf(connector);
    const runId = await insertRun(store, {
      connectorId: id,
      fingerprint,
      plan,
      requestedById: 'ada',
      requestedByName: 'Ada',
      requestedAt: AT,
    });
    const task = { kind: 'connectivity', host: 'mail.contoso.com:2525', state: 'warned', findings: [] };
    await store.client.validationRun.update({
      where: { id: runId },
      data: {
        state: 'finished',
        outcome: 'passed',
        finishedAt: AT,
        verdict: { outcome: 'passed', tasks: [task] },
      },
    });
    await store.client.connector.update({ where: { id }, data: { fingerprint } });
    await store.write((tx) =>
      recordValidation(tx, id, { id: runId, outcome: 'passed', fingerprint, finishedAt: AT }),
    );
    const { inForce } = await ask({ recipients: ['a@contoso.com'] });
    expect(inForce.connectors[0]).toEqual({
      id,
      name: 'Connector 2',
      partnerKind: 'onPremises',
      enabled: true,
      hasDraft: false,
      health: 'passed',
      hosts: [{ host: 'mail.contoso.com:2525', state: 'warned' }],
      moreHosts: 0,
      lastValidation: { runId, outcome: 'passed', finishedAt: AT.toISOString() },
    });
  });

  it('tells what would move if a connector were turned off', async () => {
    const { ask, ids } = await article(engine);
    const recipients = ['john@sales.contoso.com', 'a@contoso.com'];
    const { whatIf, inForce } = await ask({
      recipients,
      whatIf: { change: 'turnOff', connectorId: ids[2] },
    });
    expect(whatIf).toMatchObject({ name: 'Connector 3', movedCount: 1 });
    expect(whatIf?.moved).toMatchObject([
      {
        to: 'john@sales.contoso.com',
        from: { winner: { name: 'Connector 3' } },
        after: { winner: { name: 'Connector 1' }, reason: 'acceptedDomain' },
      },
    ]);
    expect(winners(inForce)[0]?.[1]).toBe('Connector 3');
  });

  it('tells what publishing a draft would move, and why where that can’t be told', async () => {
    const { ask, ids, ada } = await article(engine);
    const [connectorId = ''] = ids;
    const publish = { change: 'publish', connectorId } as const;
    const recipients = ['a@gmail.com'];
    expect((await ask({ recipients, whatIf: publish })).whatIf).toMatchObject({ problem: 'noDraft' });
    const gone = { change: 'turnOn', connectorId: 'gone' };
    expect((await ask({ recipients, whatIf: gone })).whatIf).toMatchObject({ problem: 'notFound' });

    const { inForce } = valueIn(await editing(ada, { connectorId }));
    const store = async (changes: object, revision: number | null) =>
      valueIn(
        await saveDraft(ada, {
          connectorId,
          baseVersion: inForce.version,
          draft: { ...inForce.draft, ...changes },
          revision,
        }),
      );
    const wide = { scope: 'recipientDomains', recipientDomains: ['*'] };
    const { revision } = await store(wide, null);
    const answer = await ask({ recipients, whatIf: publish });
    expect(answer.drafts).toEqual([{ id: connectorId, name: 'Connector 1' }]);
    expect(answer.whatIf?.moved).toMatchObject([
      {
        from: { reason: 'externalDefault' },
        after: { winner: { name: 'Connector 1' }, reason: 'everyDomain' },
      },
    ]);
    await store({ ...wide, recipientDomains: [] }, revision);
    expect((await ask({ recipients, whatIf: publish })).whatIf).toMatchObject({ problem: 'incomplete' });
  });

  it('bounds what it takes', () => {
    const question = (given: object) => routeQuestionInput.safeParse({ ...NO_QUESTION, ...given }).success;
    expect(question({ recipients: Array.from({ length: 1_000 }, () => 'a@contoso.com') })).toBe(true);
    expect(question({ recipients: Array.from({ length: 1_001 }, () => 'a@contoso.com') })).toBe(false);
    expect(question({ sender: 'x'.repeat(1_001) })).toBe(false);
    expect(question({ whatIf: { change: 'delete', connectorId: 'a' } })).toBe(false);
  });
});
