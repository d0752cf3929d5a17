import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import { MESSAGES } from '../../messages';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { firstVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { insertTransportRule } from '../data/transport-rules';
import { isTakeable } from '../exchange/plan-row';
import { domain, fromOrganization, fromPartner, outbound } from '../mailflow/setup-for-tests';
import { scriptWords } from '../words/script-words';
import { applyImport } from './apply-import';
import { type ConnectorLife, connectorLife, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import type { OperationContext } from './context';
import { type ExportQuestion, WHOLE_EXPORT } from './export-query';
import { exportPreview, exportSetUp } from './export-set-up';
import { importPlan } from './import-plan';
import { valueIn } from './people-for-tests';
import { readImport } from './read-import';

const say = scriptWords(createTranslator({ locale: 'en', messages: MESSAGES.en, namespace: 'scripts' }));
const JSON_FILE: ExportQuestion = { ...WHOLE_EXPORT, format: 'json' };
const CHANGE: ExportQuestion = { ...WHOLE_EXPORT, form: 'change' };

const exported = async (who: OperationContext, question: ExportQuestion) =>
  valueIn(await exportSetUp(who, question, say));
const ODD = 'Größe “100 %”; $(rm -rf /) `n ’quoted’ \u202eoverride 😀 {"a":1}\nsecond line\t— <I>CN=A<S>CN=b';

/** All that a set-up can hold, with what only Exchange knows. */
async function furnish({ store }: ConnectorLife): Promise<void> {
  const kept = (name: string) => ({
    exchange: {
      guid: `00000000-0000-0000-0000-0000000000${name}`,
      kept: [
        { name: 'EFTestMode', value: { zebra: [1, { b: null, a: true }], apple: ODD } },
        { name: 'WhenChangedUTC', value: '2026-07-24T19:01:54.0000000Z' },
      ],
    },
  });
  const connectors = [
    outbound('zürich', '*.a.com b.com', { description: ODD, ...kept('01') }),
    outbound('Alle', 'accepted', {
      scope: { kind: 'acceptedDomains', also: [{ kind: 'any' }] },
      testMode: true,
    }),
    outbound('Rules', 'rule', { validationRecipients: ['ada@contoso.com'], health: 'passed' }),
    fromOrganization('In', '192.0.2.1 198.51.100.0/24', kept('02')),
    fromPartner('Partner', 'fabrikam.com', { certificate: '*.fabrikam.com', addresses: '192.0.2.7' }),
  ];
  await store.write(async (tx) => {
    const ids = new Map<string, string>();
    for (const { connector } of connectors)
      ids.set(connector.name, await insertConnector(tx, firstVersion(connector)));
    const at = new Date();
    await insertAcceptedDomains(
      tx,
      [{ ...domain('contoso.com'), isDefault: true, ...kept('03') }, domain('b.com;relay+')],
      at,
    );
    const rule = {
      enabled: true,
      priority: Number.MAX_SAFE_INTEGER,
      exceptions: [{ kind: 'senderIs' as const, addresses: ['eve@contoso.com'] as const }],
      connector: { by: 'id' as const, id: ids.get('Rules') ?? '' },
      stopProcessing: true,
    };
    await insertTransportRule(
      tx,
      {
        ...rule,
        name: 'Zuerst',
        conditions: [
          { kind: 'recipientMemberOf', group: 'Board', members: ['ada@contoso.com'] },
          { kind: 'other', parameter: 'AttachmentSizeOver', value: 1_000 },
        ],
        ...kept('04'),
      },
      at,
    );
    await insertTransportRule(tx, { ...rule, name: 'Danach', conditions: [], enabled: false }, at);
  });
}

describeBothEngines('An export', (engine) => {
  it('goes to another console and comes out of it byte by byte', async () => {
    const [one, other] = [await connectorLife(engine), await connectorLife(engine)];
    await furnish(one);
    const { text, name, mediaType } = await exported(one.hal, JSON_FILE);
    expect({ name, mediaType }).toEqual({
      name: 'set-up-2026-11-24.json',
      mediaType: 'application/json; charset=utf-8',
    });
    const bytes = new TextEncoder().encode(text);
    const { id } = valueIn(await readImport(other.ada, { fileName: name, bytes }));
    const { rows, revision } = valueIn(await importPlan(other.ada, { id }));
    expect(rows.every(({ result }) => result === 'added')).toBe(true);
    const keys = rows.filter(isTakeable).map(({ key }) => key);
    valueIn(await applyImport(other.ada, { id, keys, revision }));
    expect((await exported(other.ada, JSON_FILE)).text).toBe(text);
    // And the console that it came from finds nothing to do.
    const back = valueIn(await readImport(one.ada, { fileName: name, bytes }));
    const plan = valueIn(await importPlan(one.ada, back));
    expect(plan.rows.filter(({ result }) => result !== 'unchanged')).toEqual([]);
  });

  it('is for everybody who may see the set-up, and the log says that it was made; a preview leaves no trace', async () => {
    const life = await connectorLife(engine);
    const { hal, nobody } = life;
    await furnish(life);
    const preview = valueIn(await exportPreview(hal, WHOLE_EXPORT, say));
    expect(preview).toMatchObject({ chosen: [], hasImport: false });
    expect((await life.written()).audit).toEqual([]);
    const file = await exported(hal, WHOLE_EXPORT);
    expect(file.text).toMatch(/^\ufeff/);
    expect(file.text).toContain('New-OutboundConnector');
    const server = await exported(hal, { ...WHOLE_EXPORT, format: 'exchangeServer' });
    expect(server.text).toContain('New-SendConnector');
    expect((await life.written()).audit).toEqual(['exchange.exported', 'exchange.exported']);
    expect(await exportSetUp(nobody, WHOLE_EXPORT, say)).toMatchObject({ problem: { kind: 'signedOut' } });
    expect(await exportPreview(nobody, WHOLE_EXPORT, say)).toMatchObject({ ok: false });
  });

  it('of some connectors has their rules and no accepted domains', async () => {
    const life = await connectorLife(engine);
    await furnish(life);
    const { id } = await life.store.client.connector.findFirstOrThrow({ where: { name: 'Rules' } });
    const { text } = await exported(life.hal, { ...JSON_FILE, connectorIds: [id] });
    const file = JSON.parse(text);
    expect(file.connectors).toHaveLength(1);
    expect(file.transportRules).toHaveLength(2);
    expect(file.acceptedDomains ?? []).toEqual([]);
    const unknown = { ...JSON_FILE, connectorIds: [id, 'none'] };
    expect(await exportSetUp(life.hal, unknown, say)).toEqual(NOT_FOUND);
  });

  it('brings a tenant from where it was read to here, and back; there must be one', async () => {
    const life = await connectorLife(engine);
    await furnish(life);
    expect(await exportSetUp(life.hal, CHANGE, say)).toEqual(refusedBy('nothingRead'));
    const record = { Name: 'Gone', ConnectorType: 'Partner', UseMXRecord: true, RecipientDomains: ['x.com'] };
    const bytes = new TextEncoder().encode(JSON.stringify([record]));
    valueIn(await readImport(life.ada, { fileName: 'tenant.json', bytes }));
    const there = (await exported(life.hal, CHANGE)).text;
    expect(there).toMatch(/New-OutboundConnector[\s\S]*Remove-OutboundConnector/);
    // Of mail into Office 365 that file knows nothing.
    expect(there).not.toContain('InboundConnector');
    const back = (await exported(life.hal, { ...CHANGE, reverse: true })).text;
    expect(back).toContain('Remove-OutboundConnector');
    expect(back).toMatch(/Name = 'Gone'[\s\S]*New-OutboundConnector/);
  });
});
