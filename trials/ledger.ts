// What the console has acknowledged, kept outside of it, and what of that a store has lost. The store is read, never asked
// through the console.

import type { Store } from '../lib/data/store';
import { readConnector } from '../lib/mailflow/connector';

/** A version that an answer named; `marker` stands in its note or its comment, and nowhere else. */
export type SeenVersion = Readonly<{ connectorId: string; version: number; marker: string }>;

/** How a connector that only one client changes stands after the last answer. */
export type Standing = {
  version: number;
  enabled: boolean;
  deleted: boolean;
  draft: Readonly<{ revision: number; marker: string }> | undefined;
  /** Deletions and restorations that were acknowledged. */
  deletions: number;
  restorations: number;
  /** A request is under way whose answer is not there: it may be done or not, but nothing else. */
  uncertain: boolean;
};

export type Ledger = Readonly<{
  versions: SeenVersion[];
  /** Validations that an answer named. */
  runs: string[];
  standings: Map<string, Standing>;
  /** Created while the answer was lost, and then refused for its own name: each is there once. */
  told: string[];
}>;

export const newLedger = (): Ledger => ({ versions: [], runs: [], standings: new Map(), told: [] });

/** One line for each acknowledged thing that is not there as it was acknowledged, or there twice. */
export async function lostThings({ client }: Store, ledger: Ledger): Promise<string[]> {
  const versions = await client.connectorVersion.findMany();
  const connectors = new Map((await client.connector.findMany()).map((row) => [row.id, row]));
  const drafts = new Map((await client.connectorDraft.findMany()).map((row) => [row.connectorId, row]));
  const runs = new Set((await client.validationRun.findMany({ select: { id: true } })).map(({ id }) => id));
  const audit = await client.auditEntry.findMany({
    where: { action: { in: ['connector.deleted', 'connector.undeleted'] } },
    select: { action: true, subjectId: true },
  });

  const lost: string[] = [];
  const markerOf = new Map<string, string>();
  const seenAt = new Map<string, string>();
  for (const { connectorId, number, note, settings } of versions) {
    const place = `${connectorId} v${number}`;
    const marker = note ?? readConnector(settings).description;
    markerOf.set(place, marker);
    const before = seenAt.get(marker);
    if (before !== undefined) lost.push(`${marker} was done twice: ${before} and ${place}`);
    seenAt.set(marker, place);
  }
  for (const { connectorId, version, marker } of ledger.versions) {
    const found = markerOf.get(`${connectorId} v${version}`);
    if (found !== marker) lost.push(`${connectorId} v${version} is ${found ?? 'missing'}, not ${marker}`);
  }
  for (const marker of ledger.told) if (!seenAt.has(marker)) lost.push(`${marker} is missing`);
  for (const id of ledger.runs) if (!runs.has(id)) lost.push(`validation ${id} is missing`);

  for (const [id, standing] of ledger.standings) {
    const row = connectors.get(id);
    if (!row) {
      lost.push(`connector ${id} is missing`);
      continue;
    }
    const entries = audit.filter(({ subjectId }) => subjectId === id);
    const deletions = entries.filter(({ action }) => action === 'connector.deleted').length;
    const restorations = entries.length - deletions;
    if (deletions < standing.deletions || restorations < standing.restorations)
      lost.push(`${id} was deleted ${deletions} and restored ${restorations} times, not as acknowledged`);
    if (standing.uncertain) continue;
    const draft = drafts.get(id);
    const stands = {
      version: row.currentVersionNumber,
      enabled: row.enabled,
      deleted: row.deletedAt !== null,
      draft: draft ? `${draft.revision} ${descriptionOf(draft.draft)}` : 'none',
    };
    const wanted = {
      version: standing.version,
      enabled: standing.enabled,
      deleted: standing.deleted,
      draft: standing.draft ? `${standing.draft.revision} ${standing.draft.marker}` : 'none',
    };
    const differs = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (key) => stands[key] !== wanted[key],
    );
    for (const key of differs) lost.push(`${id}: ${key} is ${stands[key]}, not ${wanted[key]}`);
  }
  return lost;
}

const descriptionOf = (draft: unknown): string =>
  typeof draft === 'object' && draft !== null && 'description' in draft ? String(draft.description) : '?';
