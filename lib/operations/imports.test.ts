import { expect, it } from 'vitest';
import { findDraft, replaceDraft } from '../data/connector-drafts';
import { firstVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { readSetup } from '../data/mail-setup';
import { insertTransportRule } from '../data/transport-rules';
import { isTakeable } from '../exchange/plan-row';
import { fromConnector } from '../mailflow/draft-to-connector';
import type { MailSetup } from '../mailflow/mail-setup';
import { outbound } from '../mailflow/setup-for-tests';
import { applyImport, applyImportInput } from './apply-import';
import { compareImports } from './compare-imports';
import {
  type ConnectorLife,
  connectorLife,
  MALFORMED,
  NOT_FOUND,
  refusedBy,
} from './connector-life-for-tests';
import type { OperationContext } from './context';
import { importPlan } from './import-plan';
import type { ImportPlanView } from './import-view';
import { importList } from './list-imports';
import { valueIn } from './people-for-tests';
import { readImport } from './read-import';
import { removeImport } from './remove-import';

/** As Get-OutboundConnector prints them, as far as the tests are about it. */
const record = (Name: string, given: object = {}) => ({
  Name,
  Guid: `00000000-0000-0000-0000-${Name.padEnd(12, '0').replaceAll(/[^0-9a-f]/gi, 'a')}`,
  ConnectorType: 'Partner',
  Enabled: true,
  UseMXRecord: true,
  SmartHosts: [],
  RecipientDomains: [`${Name.toLowerCase()}.com`],
  TlsSettings: null,
  ...given,
});
const accepted = (DomainName: string, given: object = {}) => ({
  Name: DomainName,
  DomainName,
  DomainType: 'Authoritative',
  Default: false,
  MatchSubDomains: false,
  ...given,
});
const redirect = (Name: string, to: string, Priority: number) => ({
  Name,
  Priority,
  State: 'Enabled',
  RouteMessageOutboundConnector: to,
  Conditions: [],
  Actions: [],
});

const bytes = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const tenant = {
  OutboundConnectors: [
    record('B', { IsTransportRuleScoped: true, RecipientDomains: [] }),
    record('HQ', { Enabled: false, EFTestMode: true }),
  ],
  AcceptedDomains: [accepted('contoso.com', { Default: true }), accepted('fabrikam.com')],
  TransportRules: [redirect('First', 'B', 3), redirect('Second', 'HQ', 7), redirect('Third', 'Gone', 9)],
};

const read = async (who: OperationContext, content: unknown = tenant, fileName = 'tenant.json') =>
  valueIn(await readImport(who, { fileName, bytes: bytes(content) })).id;
const plan = async (who: OperationContext, id: string, live?: boolean): Promise<ImportPlanView> =>
  valueIn(await importPlan(who, { id, ...(live !== undefined && { live }) }));
const said = ({ rows }: Pick<ImportPlanView, 'rows'>) => rows.map(({ name, result }) => `${name} ${result}`);
/** Takes over all that can be, or what `only` names. */
async function apply({ ada }: ConnectorLife, id: string, only?: readonly string[], note = 'imported') {
  const { rows, revision } = await plan(ada, id, true);
  const keys = rows
    .filter((row) => isTakeable(row) && (!only || only.includes(row.name)))
    .map(({ key }) => key);
  return applyImport(ada, { id, keys, revision, note });
}

/** HQ, as somebody made it here, with a rule that leads to it. */
async function console(life: ConnectorLife): Promise<MailSetup> {
  await life.store.write(async (tx) => {
    const hq = outbound('HQ', 'hq.com', {
      partnerKind: 'partner',
      delivery: { by: 'mx' },
      tls: { level: 'opportunistic' },
      retainInternalHeaders: false,
    });
    const id = await insertConnector(tx, firstVersion(hq.connector));
    const rule = { name: 'Own', enabled: true, priority: 0, conditions: [], exceptions: [] };
    const own = { ...rule, connector: { by: 'id' as const, id }, stopProcessing: false };
    await insertTransportRule(tx, own, new Date());
  });
  return readSetup(life.store);
}

describeBothEngines('A tenant’s file', (engine) => {
  it('is read by admins, and its plan by everybody who may see the set-up', async () => {
    const life = await connectorLife(engine);
    const { ada, hal, nobody } = life;
    await console(life);
    const given = { fileName: 'a.json', bytes: bytes(tenant) };
    expect(await readImport(hal, given)).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    expect(await readImport(nobody, given)).toMatchObject({ ok: false, problem: { kind: 'signedOut' } });
    const id = await read(ada);
    const view = await plan(hal, id);
    expect(said(view)).toEqual([
      'B added',
      'HQ changed',
      'contoso.com added',
      'fabrikam.com added',
      'First added',
      'Second added',
      'Third added',
      'Own onlyHere',
    ]);
    expect(view).toMatchObject({ fileName: 'tenant.json', createdByName: 'Ada', live: true, isNewest: true });
    expect(view.covers).not.toContain('inbound');
    expect(await importPlan(nobody, { id })).toMatchObject({ problem: { kind: 'signedOut' } });
    expect(valueIn(await importList(hal, { page: 9 }))).toMatchObject({
      page: 1,
      total: 1,
      rows: [{ id, counts: { added: 6, changed: 1, onlyHere: 1 } }],
    });
    expect((await life.written()).audit).toEqual(['exchange.read']);
  });

  it('keeps its name without what is not seen, and without the half of a character where it was too long', async () => {
    const life = await connectorLife(engine);
    const id = await read(life.ada, tenant, `a\u202e\0${'x'.repeat(251)}😀.json`);
    expect(await plan(life.hal, id)).toMatchObject({ fileName: `a${'x'.repeat(251)}` });
  });

  it('that can’t be read leaves nothing behind', async () => {
    const life = await connectorLife(engine);
    const before = await life.written();
    const refused = (content: string) => readImport(life.ada, { fileName: 'x', bytes: bytes(content) });
    expect(await refused('[\n{"Name": "A",\n oops}]')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadableFile', refusal: { code: 'notJson', line: 3 } },
    });
    const nul = JSON.stringify([record('A', { Comment: 'a\u0000b' })]);
    expect(await refused(nul)).toMatchObject({ problem: { refusal: { code: 'notText', line: 1 } } });
    const huge = new Uint8Array(20 * 1_024 * 1_024 + 1);
    expect(await readImport(life.ada, { fileName: 'x', bytes: huge })).toMatchObject({
      problem: { refusal: { code: 'tooLarge', params: { max: 20 } } },
    });
    expect(await life.written()).toEqual(before);
  });

  it('comes in whole: versions with the note, rules at their place, kept settings, and nothing is left to plan', async () => {
    const life = await connectorLife(engine);
    const { ada, store } = life;
    const { connectors } = await console(life);
    const id = await read(ada);
    const counts = { connectors: 2, acceptedDomains: 2, transportRules: 3 };
    expect(await apply(life, id)).toEqual({ ok: true, value: counts });

    const setup = await readSetup(store);
    const hq = setup.connectors.find(({ connector }) => connector.name === 'HQ');
    const b = setup.connectors.find(({ connector }) => connector.name === 'B');
    expect(hq).toMatchObject({ id: connectors[0]?.id, health: 'never', connector: { enabled: false } });
    expect(hq?.connector.exchange?.kept).toContainEqual({ name: 'EFTestMode', value: true });
    expect(setup.transportRules.map(({ rule }) => [rule.name, rule.priority, rule.connector])).toEqual([
      ['Own', 0, { by: 'id', id: hq?.id }],
      ['First', 1, { by: 'id', id: b?.id }],
      ['Second', 2, { by: 'id', id: hq?.id }],
      ['Third', 3, { by: 'id', id: 'Gone' }],
    ]);
    expect(setup.acceptedDomains).toMatchObject([{ isDefault: true }, { isDefault: false }]);
    const versions = await store.client.connectorVersion.findMany({ orderBy: { createdAt: 'asc' } });
    expect(
      versions.slice(1).map(({ number, note, validationRunId }) => [number, note, validationRunId]),
    ).toEqual(
      expect.arrayContaining([
        [1, 'imported', null],
        [2, 'imported', null],
      ]),
    );
    expect((await life.written()).audit).toEqual([
      'exchange.imported',
      'transportRule.created',
      'transportRule.created',
      'transportRule.created',
      'acceptedDomain.added',
      'connector.created',
      'connector.published',
      'exchange.read',
    ]);

    const report = await plan(ada, id);
    expect(report).toMatchObject({ live: false, applied: { byName: 'Ada', counts } });
    expect(report.rows[0]).toMatchObject({ name: 'B', result: 'added', after: { name: 'B' } });
    const again = said(await plan(ada, await read(ada)));
    expect(again.filter((row) => !/ (unchanged|onlyHere)$/.test(row))).toEqual([]);
  });

  it('comes in as far as it is chosen', async () => {
    const life = await connectorLife(engine);
    await console(life);
    const id = await read(life.ada);
    expect(await apply(life, id, ['First', 'fabrikam.com'])).toMatchObject({ ok: true });
    const { transportRules, acceptedDomains, connectors } = await readSetup(life.store);
    expect(connectors).toHaveLength(1);
    expect(acceptedDomains.map(({ domain }) => domain)).toEqual(['fabrikam.com']);
    // Its connector did not come in: the rule is shown to lead nowhere.
    expect(transportRules[1]?.rule).toMatchObject({ name: 'First', connector: { by: 'id', id: 'B' } });
    expect(await apply(life, id)).toMatchObject({ ok: true });
    const later = await readSetup(life.store);
    const b = later.connectors.find(({ connector }) => connector.name === 'B');
    expect(later.transportRules[1]?.rule.connector).toEqual({ by: 'id', id: b?.id });
    const { applied } = await plan(life.ada, id);
    expect(applied?.counts).toEqual({ connectors: 2, acceptedDomains: 2, transportRules: 4 });
  });

  it('is taken over by admins alone, and only what can be', async () => {
    const life = await connectorLife(engine);
    const { ada, hal, nobody } = life;
    await console(life);
    const id = await read(ada, {
      ...tenant,
      OutboundConnectors: [
        record('B'),
        record('b', { Guid: undefined }),
        record('C', { SmartHosts: [], UseMXRecord: false }),
      ],
    });
    const { rows, revision } = await plan(ada, id);
    const all = rows.map(({ key }) => ({ id, keys: [key], revision }));
    const forbidden = { ok: false, problem: { kind: 'forbidden', permission: 'exchange:import' } };
    expect(await applyImport(hal, { id, keys: ['x'], revision })).toEqual(forbidden);
    expect(await applyImport(nobody, { id, keys: ['x'], revision })).toMatchObject({ ok: false });
    for (const [at, input] of all.entries())
      if (!/^(added|changed)$/.test(rows[at]?.result ?? ''))
        expect(await applyImport(ada, input)).toEqual(MALFORMED);
    expect(rows.map(({ result }) => result)).toEqual(
      expect.arrayContaining(['conflict', 'unreadable', 'onlyHere']),
    );
    expect(await applyImport(ada, { id: 'none', keys: ['x'], revision })).toEqual(NOT_FOUND);
    expect(applyImportInput.safeParse({ id, keys: [], revision }).success).toBe(false);
  });

  it('is not taken over where what is here moved under the plan', async () => {
    const life = await connectorLife(engine);
    await console(life);
    const id = await read(life.ada);
    const { rows, revision } = await plan(life.ada, id);
    await life.store.write((tx) => insertConnector(tx, firstVersion(outbound('New', 'a.com').connector)));
    const before = await life.written();
    const keys = rows.filter(({ result }) => result === 'added').map(({ key }) => key);
    expect(await applyImport(life.ada, { id, keys, revision })).toEqual(refusedBy('setupMoved'));
    expect(await life.written()).toEqual(before);
  });

  it('comes in not at all where one row fails', async () => {
    const life = await connectorLife(engine);
    await console(life);
    const id = await read(life.ada);
    // A row in the way of a rule's name that no plan can see.
    await life.store.client.transportRule.create({
      data: {
        name: 'hidden',
        nameKey: 'third',
        enabled: true,
        priority: 1,
        conditions: [],
        exceptions: [],
        connectorId: 'x',
        stopProcessing: false,
        updatedAt: new Date(),
      },
    });
    const before = await life.written();
    await expect(apply(life, id)).rejects.toThrow();
    expect(await life.written()).toEqual(before);
    expect((await readSetup(life.store)).transportRules).toHaveLength(2);
    expect((await plan(life.ada, id)).applied).toBeUndefined();
  });

  it('leaves a default domain where none takes it over, and the drafts that somebody has', async () => {
    const life = await connectorLife(engine);
    const { connectors } = await console(life);
    const [hq] = connectors;
    if (!hq) throw new Error('HQ is there.');
    const draft = { ...fromConnector(hq.connector), description: 'Bob is at it' };
    const given = { draft, baseVersion: 1, authorId: 'bob', authorName: 'Bob', updatedAt: new Date() };
    await life.store.write((tx) => replaceDraft(tx, hq.id, null, given));
    await apply(life, await read(life.ada));
    const moved = {
      ...tenant,
      AcceptedDomains: [accepted('contoso.com'), accepted('fabrikam.com', { Default: true })],
    };
    const id = await read(life.ada, moved);
    await apply(life, id, ['contoso.com']);
    expect((await readSetup(life.store)).acceptedDomains).toMatchObject([{ isDefault: true }, {}]);
    await apply(life, id);
    expect((await readSetup(life.store)).acceptedDomains).toMatchObject([
      { isDefault: false },
      { isDefault: true },
    ]);
    expect(await findDraft(life.store, hq.id)).toMatchObject({ draft, baseVersion: 1 });
  });

  it('says who has moved since the last one, is compared with another, and is removed', async () => {
    const life = await connectorLife(engine);
    const { ada, hal, nobody } = life;
    const first = await read(ada);
    const second = await read(ada, { ...tenant, OutboundConnectors: [record('B'), record('D')] }, 'b.json');
    const view = await plan(hal, second);
    expect(
      view.rows.filter(({ kind }) => kind === 'connector').map(({ name, moved }) => [name, moved]),
    ).toEqual([
      ['B', 'both'],
      ['D', 'tenant'],
    ]);
    expect((await plan(hal, first)).isNewest).toBe(false);
    const compared = valueIn(await compareImports(hal, { from: first, to: second }));
    expect(said(compared).slice(0, 3)).toEqual(['B changed', 'D added', 'HQ onlyHere']);
    expect(compared.rows.slice(3).every(({ result }) => result === 'unchanged')).toBe(true);
    expect(await compareImports(nobody, { from: first, to: second })).toMatchObject({ ok: false });
    expect(await compareImports(hal, { from: first, to: 'x' })).toEqual(NOT_FOUND);
    expect(await removeImport(hal, { id: first })).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await removeImport(ada, { id: first })).toMatchObject({ ok: true });
    expect(await removeImport(ada, { id: first })).toEqual(NOT_FOUND);
    expect((await life.written()).audit[0]).toBe('exchange.importRemoved');
  });
});
