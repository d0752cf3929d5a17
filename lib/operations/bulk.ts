// Doing one thing to many connectors: each in a transaction of its own, so that one failure neither stops nor hides
// the others.
import { z } from 'zod';
import { log } from '../log';
import { conflict, type Outcome, type Problem } from './outcome';
import { storageProblem } from './storage-problem';

/** As many as a page of the list shows at most. */
const ITEMS_MAX = 100;

export const connectorId = z.string().min(1).max(200);
/** The number of a version, or of a revision: no greater than a column holds. */
export const versionNumber = z.int().min(1).max(2_147_483_647);
/** What takes one connector. */
export const connectorIdInput = z.strictObject({ connectorId });
export const bulkInput = z.strictObject({ ids: z.array(connectorId).min(1).max(ITEMS_MAX) });
export const bulkItems = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(ITEMS_MAX);

/** What was done to one connector: its name, and the version or the validation that came of it. */
export type BulkDone = Readonly<{ name: string; version?: number; runId?: string }>;

/** `name` is absent from a failed item where no connector has that id. */
export type BulkItem =
  | (BulkDone & Readonly<{ id: string; ok: true }>)
  | Readonly<{ id: string; name?: string; ok: false; problem: Problem }>;

/** One item for each connector asked for, in that order. */
export type BulkReport = Readonly<{ items: readonly BulkItem[] }>;

/** What `one` answers: its outcome, and the connector's name as far as it was found. */
export type BulkAnswer = Readonly<{ name?: string | undefined; outcome: Outcome<BulkDone> }>;

/**
 * Does `one` to each item, one after another; an id that comes twice is done once. What throws is logged and is that
 * item's problem (storage or itemFailed): the report of what was done to the others must not be lost.
 */
export async function inBulk<Item extends Readonly<{ id: string }>>(
  items: readonly Item[],
  one: (item: Item) => Promise<BulkAnswer>,
): Promise<BulkReport> {
  const reported = new Map<string, BulkItem>();
  for (const item of items) {
    if (reported.has(item.id)) continue;
    const { name, outcome } = await one(item).catch((error: unknown) => failed(item.id, error));
    reported.set(
      item.id,
      outcome.ok
        ? { id: item.id, ok: true, ...outcome.value }
        : { id: item.id, ok: false, problem: outcome.problem, ...(name !== undefined && { name }) },
    );
  }
  return { items: [...reported.values()] };
}

function failed(id: string, error: unknown): BulkAnswer {
  log.error({ err: error, connectorId: id }, 'One of many connectors could not be worked on');
  return { outcome: storageProblem(error) ?? conflict('itemFailed') };
}
