// All that the edit wizard and the merge screen begin with. Plain JSON: times are ISO 8601 text, UTC.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { findDraft, type StoredDraft } from '../data/connector-drafts';
import { findVersion, type StoredVersion } from '../data/connector-versions';
import { findConnector, type StoredConnector } from '../data/connectors';
import type { Store } from '../data/store';
import { findRun } from '../data/validation-runs';
import type { ConnectorDraft } from '../mailflow/connector-draft';
import { fromConnector } from '../mailflow/draft-to-connector';
import type { ValidationOutcome } from '../mailflow/health';
import { connectorId, versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';

/** `restore` is the version whose settings are to be taken up again. */
export const editingInput = z.strictObject({ connectorId, restore: versionNumber.optional() });

type DraftView = Readonly<{
  draft: ConnectorDraft;
  baseVersion: number;
  base: ConnectorDraft;
  revision: number;
  authorId: string;
  authorName: string;
  updatedAt: string;
  runId?: string;
  restoredFrom?: number;
  mine: boolean;
}>;

type LastValidationView = Readonly<{
  runId: string;
  outcome: ValidationOutcome;
  finishedAt: string;
  fingerprint: string;
}>;

export type EditingView = Readonly<{
  connectorId: string;
  name: string;
  inForce: Readonly<{
    version: number;
    draft: ConnectorDraft;
    createdAt: string;
    createdByName: string;
    note?: string;
  }>;
  /** The edit that is stored, with the settings (`base`) that it began with. */
  draft?: DraftView;
  restored?: Readonly<{ version: number; draft: ConnectorDraft }>;
  /** The last validation that has finished. */
  lastValidation?: LastValidationView;
}>;

/** What editing the connector begins with. Problem: notFound, also where there is no version `restore`. */
export async function editing(
  context: OperationContext,
  { connectorId, restore }: z.output<typeof editingInput>,
): Promise<Outcome<EditingView>> {
  const asked = allowed(context, 'connector:edit');
  if (!asked.ok) return asked;
  const { store } = context;
  const current = await findConnector(store, connectorId);
  const restored = restore === undefined ? undefined : await findVersion(store, connectorId, restore);
  if (!current || (restore !== undefined && !restored)) return problem({ kind: 'notFound' });
  const draft = await findDraft(store, connectorId);
  const base = draft && (await findVersion(store, connectorId, draft.baseVersion));
  const lastValidation = await lastValidationOf(store, current);
  const { version, connector } = current;
  return done({
    connectorId,
    name: connector.name,
    inForce: {
      version: version.number,
      draft: fromConnector(connector),
      createdAt: version.createdAt.toISOString(),
      createdByName: version.createdByName,
      ...(version.note && { note: version.note }),
    },
    ...(draft && base && { draft: viewOf(draft, base, asked.actor) }),
    ...(restored && { restored: { version: restored.number, draft: fromConnector(restored.connector) } }),
    ...(lastValidation && { lastValidation }),
  });
}

const viewOf = (draft: StoredDraft, base: StoredVersion, actor: Actor): DraftView => ({
  ...draft,
  base: fromConnector(base.connector),
  updatedAt: draft.updatedAt.toISOString(),
  mine: draft.authorId === actor.userId,
});

async function lastValidationOf(
  store: Store,
  { lastRunId }: StoredConnector,
): Promise<LastValidationView | undefined> {
  const run = lastRunId ? await findRun(store, lastRunId) : undefined;
  if (!run?.outcome || !run.finishedAt) return undefined;
  const { id, outcome, finishedAt, fingerprint } = run;
  return { runId: id, outcome, finishedAt: finishedAt.toISOString(), fingerprint };
}
