// Edits that are not published yet: at most one a connector, each saving with a revision that never comes twice.
// Refuses to overwrite a draft that the caller has not seen.
import type { ConnectorDraft } from '../mailflow/connector-draft';
import { emptyDraft } from '../mailflow/connector-draft';
import type { ConnectorDraft as Row } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

export type NewDraft = Readonly<{
  draft: ConnectorDraft;
  /** The version in force when the edit began. */
  baseVersion: number;
  authorId: string;
  authorName: string;
  updatedAt: Date;
  /** The validation that the author has seen for it. */
  runId?: string;
  /** The version whose settings the edit began with, where it takes up an old one again. */
  restoredFrom?: number;
}>;

export type StoredDraft = NewDraft & Readonly<{ revision: number }>;

/** The draft of a connector, deleted or not, or undefined. */
export async function findDraft(store: Store | Tx, connectorId: string): Promise<StoredDraft | undefined> {
  const row = await clientOf(store).connectorDraft.findUnique({ where: { connectorId } });
  return row ? toDraft(row) : undefined;
}

/**
 * Stores `draft` in place of the one with revision `seen` (null: of none); answers its revision, or undefined where
 * another is stored. Call it in `store.write` only, for a connector that is there.
 */
export async function replaceDraft(
  tx: Tx,
  connectorId: string,
  seen: number | null,
  { draft, runId, restoredFrom, ...rest }: NewDraft,
): Promise<number | undefined> {
  if (!(await removeDraft(tx, connectorId, seen))) return undefined;
  const { draftRevision: revision } = await tx.connector.update({
    where: { id: connectorId },
    data: { draftRevision: { increment: 1 } },
    select: { draftRevision: true },
  });
  await tx.connectorDraft.create({
    data: {
      ...rest,
      connectorId,
      draft: toJson(draft),
      revision,
      validationRunId: runId ?? null,
      restoredFrom: restoredFrom ?? null,
    },
  });
  return revision;
}

/** Removes the draft with revision `seen` (null: there must be none); false, and nothing removed, where another is stored. */
export async function removeDraft(tx: Tx, connectorId: string, seen: number | null): Promise<boolean> {
  const stored = await tx.connectorDraft.findUnique({ where: { connectorId }, select: { revision: true } });
  if ((stored?.revision ?? null) !== seen) return false;
  await tx.connectorDraft.deleteMany({ where: { connectorId } });
  return true;
}

const toDraft = (row: Row): StoredDraft => ({
  // A field that is younger than the draft has its default.
  draft: { ...emptyDraft(), ...fromJson<ConnectorDraft>(row.draft) },
  baseVersion: row.baseVersion,
  revision: row.revision,
  authorId: row.authorId,
  authorName: row.authorName,
  updatedAt: row.updatedAt,
  ...(row.validationRunId !== null && { runId: row.validationRunId }),
  ...(row.restoredFrom !== null && { restoredFrom: row.restoredFrom }),
});
