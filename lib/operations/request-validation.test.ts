import { expect, it } from 'vitest';
import { listAudit } from '../data/audit';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { type ConnectorDraft, emptyDraft } from '../mailflow/connector-draft';
import { toConnector } from '../mailflow/draft-to-connector';
import { fingerprint, fingerprintOf, planOfDraft } from '../mailflow/fingerprint';
import { cancelValidation } from './cancel-validation';
import { findValidationRun } from './find-validation-run';
import { valueIn } from './people-for-tests';
import { requestConnectorValidation, requestValidation } from './request-validation';
import { type ValidationLab, validationLab } from './validations-for-tests';

const draft: ConnectorDraft = {
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  smartHosts: ['mail.contoso.com'],
  validationRecipients: ['ada@contoso.com'],
};
const refused = (permission: string) => ({ ok: false, problem: { kind: 'forbidden', permission } });

async function savedConnector({ store }: ValidationLab): Promise<string> {
  const connector = toConnector({ ...draft, scope: 'acceptedDomains', name: 'To our servers' });
  if (!connector) throw new Error('This draft must be complete.');
  return store.write((tx) =>
    insertConnector(tx, {
      connector,
      fingerprint: fingerprintOf(connector),
      createdAt: new Date(),
      createdById: 'admin',
      createdByName: 'Ada',
      failureAcknowledged: false,
    }),
  );
}

describeBothEngines('Asking for a validation', (engine) => {
  it('queues what the draft tests, whatever else is unfinished, and is audited with its targets', async () => {
    const lab = await validationLab(engine, []);
    const { runId, fingerprint: tested } = valueIn(await requestValidation(lab.as('admin'), { draft }));
    const plan = planOfDraft(draft);
    expect(plan && fingerprint(plan)).toBe(tested);
    expect(valueIn(await findValidationRun(lab.as('helpdesk'), { id: runId }))).toMatchObject({
      state: 'queued',
      fingerprint: tested,
      plan: { hosts: ['mail.contoso.com'], recipients: ['ada@contoso.com'] },
      tasks: [{ state: 'waiting' }, { state: 'waiting' }],
    });
    expect(await listAudit(lab.store, { limit: 5 })).toMatchObject([
      {
        action: 'validation.requested',
        actorId: 'admin',
        details: { runId, hosts: ['mail.contoso.com'], recipients: ['ada@contoso.com'] },
      },
    ]);
  });

  it('also asks what servers refuse where somebody wants that, and the audit log says so', async () => {
    const lab = await validationLab(engine, []);
    const plain = valueIn(await requestValidation(lab.as('admin'), { draft, checkRefusals: false }));
    const asked = valueIn(await requestValidation(lab.as('admin'), { draft, checkRefusals: true }));
    expect(asked.fingerprint).toBe(plain.fingerprint);
    const kinds = async ({ runId }: typeof asked) => {
      const { tasks } = valueIn(await findValidationRun(lab.as('helpdesk'), { id: runId }));
      return tasks.map(({ kind }) => kind);
    };
    expect(await kinds(plain)).toEqual(['connectivity', 'testEmail']);
    expect(await kinds(asked)).toEqual(['connectivity', 'testEmail', 'refusals']);
    const [newest, before] = await listAudit(lab.store, { limit: 2 });
    expect(newest?.details).toMatchObject({ runId: asked.runId, checkRefusals: true });
    expect(before?.details).not.toHaveProperty('checkRefusals');
  });

  it('is refused where a tested field is wrong, with its findings and no others', async () => {
    const lab = await validationLab(engine, []);
    const wrong = { ...draft, smartHosts: ['mail contoso.com'], tlsMatchDomain: true, name: '' };
    const answer = await requestValidation(lab.as('admin'), { draft: wrong });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    const findings = !answer.ok && answer.problem.kind === 'invalid' ? answer.problem.findings : [];
    expect(findings.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'tlsDomain tls.domainRequired',
      'smartHosts host.spaces',
    ]);
    expect(await listAudit(lab.store, { limit: 5 })).toEqual([]);
  });

  it('is for admins, and for helpdesk where a saved connector is meant', async () => {
    const lab = await validationLab(engine, []);
    const nobody = { ...lab.as('admin'), who: null };
    const signedOut = { ok: false, problem: { kind: 'signedOut' } };
    expect(await requestValidation(lab.as('helpdesk'), { draft })).toEqual(refused('validation:runUnsaved'));
    expect(await requestValidation(nobody, { draft })).toEqual(signedOut);
    expect(await findValidationRun(nobody, { id: 'x' })).toEqual(signedOut);
    expect(await cancelValidation(nobody, { id: 'x' })).toEqual(signedOut);
    const connectorId = await savedConnector(lab);
    const { runId } = valueIn(await requestConnectorValidation(lab.as('helpdesk'), { connectorId }));
    expect(valueIn(await findValidationRun(lab.as('helpdesk'), { id: runId }))).toMatchObject({
      connectorId,
    });
    const unknown = { ok: false, problem: { kind: 'notFound' } };
    expect(await requestConnectorValidation(lab.as('helpdesk'), { connectorId: 'x' })).toEqual(unknown);
    expect(await findValidationRun(lab.as('helpdesk'), { id: 'x' })).toEqual(unknown);
  });

  it('is bounded for each person, also where many ask at once', async () => {
    const lab = await validationLab(engine, []);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => requestValidation(lab.as('admin', 'ada'), { draft })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'rateLimited' } });
    expect((await requestValidation(lab.as('admin', 'bob'), { draft })).ok).toBe(true);
  });

  it('is bounded by the hour for settings that are not saved, by the console that has them in one store', async () => {
    const env = { PROBE_UNSAVED_PER_HOUR: '2', PROBE_UNSAVED_SERVERS_PER_HOUR: '2' };
    const lab = await validationLab(engine, [], env);
    const ask = (...smartHosts: string[]) =>
      requestValidation(lab.as('admin', 'ada'), { draft: { ...draft, smartHosts } });
    const limited = (limit: string) => ({ ok: false, problem: { kind: 'rateLimited', limit, max: 2 } });
    expect(await ask('a.contoso.com', 'b.contoso.com', 'c.contoso.com')).toMatchObject(
      limited('unsavedServers'),
    );
    const { runId } = valueIn(await ask('a.contoso.com', 'b.contoso.com'));
    expect(await ask('c.contoso.com')).toMatchObject(limited('unsavedServers'));
    valueIn(await ask('b.contoso.com'));
    expect(await ask('a.contoso.com')).toMatchObject(limited('unsavedValidations'));
    const connectorId = await savedConnector(lab);
    valueIn(await requestConnectorValidation(lab.as('admin', 'ada'), { connectorId }));
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await lab.store.client.validationRun.update({ where: { id: runId }, data: { requestedAt: anHourAgo } });
    await cancelValidation(lab.as('admin'), { id: runId });
    valueIn(await ask('c.contoso.com'));
  });

  it('can be taken back by who asked and by admins, not by other helpdesk people', async () => {
    const lab = await validationLab(engine, []);
    const connectorId = await savedConnector(lab);
    const ask = async () =>
      valueIn(await requestConnectorValidation(lab.as('helpdesk', 'hal'), { connectorId })).runId;
    const [first, second] = [await ask(), await ask()];
    expect(await cancelValidation(lab.as('helpdesk', 'eve'), { id: first })).toEqual(
      refused('validation:runUnsaved'),
    );
    expect(valueIn(await cancelValidation(lab.as('helpdesk', 'hal'), { id: first }))).toBe('cancelled');
    expect(valueIn(await cancelValidation(lab.as('admin'), { id: second }))).toBe('cancelled');
    expect(valueIn(await cancelValidation(lab.as('admin'), { id: second }))).toBe('tooLate');
    const actions = (await listAudit(lab.store, { limit: 9 })).map(({ action }) => action);
    expect(actions.filter((action) => action === 'validation.cancelled')).toHaveLength(2);
  });
});
