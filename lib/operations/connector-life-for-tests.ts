// A console with two admins and a helpdesk person, for the tests of what happens to saved connectors.
import { onTestFinished } from 'vitest';
import type { Role } from '../auth/permissions';
import { listAudit } from '../data/audit';
import { freshStore, type TestEngine } from '../data/engines-for-tests';
import { readSettings } from '../settings';
import type { OperationContext } from './context';

export type ConnectorLife = Awaited<ReturnType<typeof connectorLife>>;

/** `ada` and `bob` are admins, `hal` is helpdesk, `nobody` is not signed in. The clock is a second on at each look. */
export async function connectorLife(engine: TestEngine) {
  const store = await freshStore(engine);
  onTestFinished(() => store.close());
  const settings = readSettings({ AUTH_SECRET: 'a secret for the tests of connectors' });
  let clock = Date.UTC(2026, 10, 24, 9);
  const now = () => {
    clock += 1_000;
    return new Date(clock);
  };
  const nobody: OperationContext = { who: null, store, settings, now, remoteAddress: '192.0.2.1' };
  const person = (userId: string, name: string, role: Role): OperationContext => ({
    ...nobody,
    who: { userId, name, email: `${userId}@contoso.com`, role, sessionId: userId },
  });
  return {
    store,
    ada: person('ada', 'Ada', 'admin'),
    bob: person('bob', 'Bob', 'admin'),
    hal: person('hal', 'Hal', 'helpdesk'),
    nobody,
    /** All that a refusal must leave as it was. */
    written: async () => ({
      connectors: await store.client.connector.findMany({ orderBy: { id: 'asc' } }),
      versions: await store.client.connectorVersion.count(),
      drafts: await store.client.connectorDraft.findMany({ orderBy: { connectorId: 'asc' } }),
      runs: await store.client.validationRun.findMany({ orderBy: { id: 'asc' } }),
      audit: (await listAudit(store, { limit: 500 })).map(({ action }) => action),
    }),
  };
}

/** What an operation answers that refuses by a conflict. */
export const refusedBy = (code: string) => ({ ok: false, problem: { kind: 'conflict', code } });
export const NOT_FOUND = { ok: false, problem: { kind: 'notFound' } };
export const MALFORMED = { ok: false, problem: { kind: 'malformed' } };
