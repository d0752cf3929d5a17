import { expect, it, onTestFinished } from 'vitest';
import { appendAudit, verifyAudit } from './audit';
import { findConnector } from './connectors';
import { describeBothEngines, type TestEngine } from './engines-for-tests';
import { knownMigrations, migrate } from './migrate';
import { openStore, type Store } from './store';

const quiet = () => undefined;

/** What the first release stored: before drafts, before settings that EAC's wizard hides. */
const SETTINGS = {
  direction: 'outbound',
  partnerKind: 'onPremises',
  name: 'Contoso',
  description: 'ü',
  enabled: true,
  retainInternalHeaders: true,
  scope: { kind: 'acceptedDomains' },
  delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: 'mail.contoso.com', port: 25 }] },
  tls: { level: 'certificateValidation' },
  validationRecipients: ['ada@contoso.com'],
};
const json = JSON.stringify(SETTINGS);
const AT = '2026-11-24T08:00:00.000+00:00';
const ROWS = [
  `INSERT INTO "Connector" ("id", "name", "nameKey", "description", "direction", "partnerKind", "enabled", "searchText",
     "currentVersionNumber", "fingerprint", "health", "lastValidatedAt", "lastRunId", "createdAt", "updatedAt")
   VALUES ('c1', 'Contoso', 'contoso', 'ü', 'outbound', 'onPremises', true, 'contoso',
     1, 'f1', 'passed', '${AT}', 'r1', '${AT}', '${AT}')`,
  `INSERT INTO "ConnectorVersion" ("connectorId", "number", "settings", "fingerprint", "note", "createdAt", "createdById",
     "createdByName", "validationRunId", "failureAcknowledged")
   VALUES ('c1', 1, '${json}', 'f1', 'as agreed; on Monday', '${AT}', 'ada', 'Ada', 'r1', false)`,
];

/** A database as the first release left it, with one connector. */
async function oldDatabase(engine: TestEngine): Promise<Store> {
  const location = await engine.emptyDatabase();
  const known = await knownMigrations(engine.provider);
  await migrate(location, quiet, known.slice(0, 1));
  const store = await openStore(location);
  onTestFinished(() => store.close());
  for (const row of ROWS) await store.client.$executeRawUnsafe(row);
  await store.write((tx) =>
    appendAudit(tx, {
      at: new Date(AT),
      actorName: 'Ada',
      action: 'connector.created',
      subjectKind: 'connector',
    }),
  );
  expect(await migrate(location, quiet)).toEqual(known.slice(1).map(({ name }) => name));
  return store;
}

describeBothEngines('An upgrade from the first release', (engine) => {
  it('keeps connectors, their versions and the audit log', async () => {
    const store = await oldDatabase(engine);
    expect(await findConnector(store, 'c1')).toMatchObject({
      // What the first release did not know has the service's default.
      connector: { ...SETTINGS, testMode: false, smtpDaneMode: 'opportunistic' },
      version: {
        number: 1,
        note: 'as agreed; on Monday',
        createdAt: new Date(AT),
        validationRunId: 'r1',
        failureAcknowledged: false,
      },
      health: 'passed',
      lastValidatedAt: new Date(AT),
    });
    expect(await verifyAudit(store)).toEqual({ ok: true, count: 1 });
  });

  const refusals: readonly (readonly [string, string])[] = [
    ['a version changed', `UPDATE "ConnectorVersion" SET "note" = 'other'`],
    ['a version removed', 'DELETE FROM "ConnectorVersion"'],
    ['an audit entry changed', `UPDATE "AuditEntry" SET "actorName" = 'Mallory'`],
    ['an audit entry removed', 'DELETE FROM "AuditEntry" WHERE "sequence" = 1'],
    ['a connector removed with its versions', 'DELETE FROM "Connector"'],
    ...(engine.provider === 'sqlite'
      ? ([
          ['a version replaced', 'REPLACE INTO "ConnectorVersion" SELECT * FROM "ConnectorVersion"'],
          ['an audit entry replaced', 'REPLACE INTO "AuditEntry" SELECT * FROM "AuditEntry"'],
        ] as const)
      : ([
          ['all versions removed at once', 'TRUNCATE "ConnectorVersion"'],
          ['the audit log emptied', 'TRUNCATE "AuditEntry"'],
        ] as const)),
  ];
  it.each(refusals)('refuses to have %s, whoever asks', async (_, statement) => {
    const store = await oldDatabase(engine);
    const before = await rows(store);
    await expect(store.client.$executeRawUnsafe(statement)).rejects.toThrow(
      statement.includes('"Connector"') ? /foreign key/i : /never/,
    );
    expect(await rows(store)).toEqual(before);
  });
});

const rows = async ({ client }: Store) => [
  await client.connector.findMany(),
  await client.connectorVersion.findMany(),
  await client.auditEntry.findMany(),
];
