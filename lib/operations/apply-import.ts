// Takes chosen rows of a plan over: all of them in one transaction, or none. A connector that comes in this way needs no
// validation: it is in force in the tenant already, and its health says that nobody here has tested it.
import { z } from 'zod';
import type { Actor } from '../auth/permissions';
import { findImport, markTakenOver } from '../data/exchange-imports';
import type { Tx } from '../data/store';
import { isTakeable, type PlanRow } from '../exchange/plan-row';
import { allowed, type OperationContext } from './context';
import { auditExchange } from './exchange-audit';
import { livePlan } from './import-plan';
import { digestOf, toReport } from './import-report';
import type { TakenCounts } from './import-view';
import { conflict, done, type Outcome, problem } from './outcome';
import { typedText } from './publish-version';
import { importId } from './remove-import';
import { takeConnectors } from './take-connectors';
import { takeDomains } from './take-domains';
import { takeRules } from './take-rules';

const KEYS_MAX = 20_000;

// Each in an object of its own: an action's lists may hold a million characters between such objects, and React refuses more.
const rowKey = z.strictObject({ key: z.string().min(1).max(500) }).transform(({ key }) => key);

/** `keys` are of rows of the live plan that `revision` belongs to; `note` stands on each version. */
export const applyImportInput = z.strictObject({
  id: importId,
  keys: z.array(rowKey).min(1).max(KEYS_MAX),
  revision: z.string().min(1).max(100),
  note: typedText.optional(),
});
export type ApplyImportInput = z.output<typeof applyImportInput>;

/** Of one row, by its kind. */
export type TakenRow<Kind extends PlanRow['kind']> = Extract<
  PlanRow,
  { kind: Kind; result: 'added' | 'changed' }
>;
/** Who takes over, when, and with which note. */
export type Taking = Readonly<{ tx: Tx; context: OperationContext; actor: Actor; at: Date; note?: string }>;

/** A thousand new connectors take some seconds, and more on a busy machine. */
const TIMEOUT_MS = 120_000;

/**
 * How many of each were taken over. Problems: notFound; conflict setupMoved where what is here is not any more what the plan
 * was made of; malformed where a row can't be taken over: conflicts, unreadable ones and those that are only here.
 */
export async function applyImport(
  context: OperationContext,
  { id, keys, revision, note }: ApplyImportInput,
): Promise<Outcome<TakenCounts>> {
  const asked = allowed(context, 'exchange:import');
  if (!asked.ok) return asked;
  const { actor } = asked;
  const apply = async (tx: Tx): Promise<Outcome<TakenCounts>> => {
    const stored = await findImport(tx, id);
    if (!stored) return problem({ kind: 'notFound' });
    const plan = await livePlan(tx, stored);
    if (plan.revision !== revision) return conflict('setupMoved');
    const wanted = new Set(keys);
    const chosen = plan.rows.filter(({ key }) => wanted.has(key));
    if (chosen.length !== wanted.size || !chosen.every(isTakeable)) return problem({ kind: 'malformed' });

    const at = context.now();
    const taking: Taking = { tx, context, actor, at, ...(note && { note }) };
    const connectors = chosen.filter((row): row is TakenRow<'connector'> => row.kind === 'connector');
    const domains = chosen.filter((row): row is TakenRow<'acceptedDomain'> => row.kind === 'acceptedDomain');
    const rules = chosen.filter((row): row is TakenRow<'transportRule'> => row.kind === 'transportRule');
    const ids = await takeConnectors(taking, connectors);
    await takeDomains(taking, domains);
    await takeRules(taking, rules, { ...plan, file: stored.file, keys: wanted, ids });

    const counts = {
      connectors: connectors.length,
      acceptedDomains: domains.length,
      transportRules: rules.length,
    };
    await markTakenOver(tx, id, {
      at,
      byId: actor.userId,
      byName: actor.name,
      counts: sum(counts, stored.applied?.counts),
      report: toReport(plan.rows),
      summary: digestOf(stored.file, plan.rows),
    });
    const { fileName } = stored;
    await auditExchange(tx, context, {
      actor,
      at,
      action: 'exchange.imported',
      subject: { id, name: fileName },
      details: { fileName, counts, count: chosen.length, ...(note && { note }) },
    });
    return done(counts);
  };
  return context.store.write(apply, { timeoutMs: TIMEOUT_MS });
}

/** Rows of one file may be taken over at several times. */
const sum = (counts: TakenCounts, before: Readonly<Record<string, number>> = {}): TakenCounts => ({
  connectors: counts.connectors + (before.connectors ?? 0),
  acceptedDomains: counts.acceptedDomains + (before.acceptedDomains ?? 0),
  transportRules: counts.transportRules + (before.transportRules ?? 0),
});
