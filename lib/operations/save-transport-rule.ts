// Creates a transport rule, or gives one new contents. Its place is another operation's (order-transport-rules.ts).
import { z } from 'zod';
import { connectorNames } from '../data/connectors';
import { isStorable } from '../data/json';
import type { Tx } from '../data/store';
import {
  findTransportRule,
  insertTransportRule,
  type OwnRule,
  replaceTransportRule,
  ruleNameTaken,
} from '../data/transport-rules';
import { LIST_MAX } from '../mailflow/connector-draft';
import type { Finding } from '../mailflow/finding';
import { MAIL_SCOPES, type RuleConditionKind } from '../mailflow/transport-rule';
import {
  CONDITION_KINDS,
  CONDITIONS_MAX,
  KEPT_VALUE_MAX,
  reviewRule,
  toRule,
} from '../mailflow/transport-rule-draft';
import { versionNumber } from './bulk';
import { allowed, type OperationContext } from './context';
import { auditMailSetup } from './mail-setup-audit';
import { ruleNameTakenFinding } from './name-taken';
import { conflict, done, type Outcome, problem } from './outcome';

const text = z.string().max(1_000);
const kinds = Object.keys(CONDITION_KINDS) as [RuleConditionKind, ...RuleConditionKind[]];
const condition = z.strictObject({
  kind: z.enum(kinds),
  values: z.array(text).max(LIST_MAX),
  name: text,
  scope: z.enum(MAIL_SCOPES),
  size: text,
  json: z.string().max(KEPT_VALUE_MAX),
});
const draft = z.strictObject({
  name: text,
  enabled: z.boolean(),
  conditions: z.array(condition).max(CONDITIONS_MAX),
  exceptions: z.array(condition).max(CONDITIONS_MAX),
  connectorId: z.string().max(200),
  stopProcessing: z.boolean(),
});

export const ruleId = z.string().min(1).max(200);
/** `priority` is the place, from 0; last without one. */
export const createTransportRuleInput = z.strictObject({ draft, priority: z.int().min(0).optional() });
/** `revision` is the one that the edit began with. */
export const changeTransportRuleInput = z.strictObject({ id: ruleId, revision: versionNumber, draft });

export type SavedRule = Readonly<{ id: string; name: string }>;

/** Behind every rule that could be. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Problem: invalid, with findings of the draft's fields; malformed for a kept value that no database takes. */
export async function createTransportRule(
  context: OperationContext,
  { draft, priority = LAST }: z.output<typeof createTransportRuleInput>,
): Promise<Outcome<SavedRule>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  const findings = reviewRule(draft);
  if (findings.length > 0) return problem({ kind: 'invalid', findings });
  const wanted = { ...toRule(draft), priority, connector: { by: 'id' as const, id: draft.connectorId } };
  // What stands in a kept value's JSON is text only now.
  if (!isStorable(wanted)) return problem({ kind: 'malformed' });
  return context.store.write(async (tx): Promise<Outcome<SavedRule>> => {
    const refusals = await refusalsOf(tx, wanted);
    if (refusals.length > 0) return problem({ kind: 'invalid', findings: refusals });
    const at = context.now();
    const { id, rule } = await insertTransportRule(tx, wanted, at);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at,
      action: 'transportRule.created',
      subject: { id, name: rule.name },
      details: { rule },
    });
    return done({ id, name: rule.name });
  });
}

/** Problems: malformed as above, notFound, invalid, conflict setupMoved where somebody has changed it since, conflict nothingChanged. */
export async function changeTransportRule(
  context: OperationContext,
  { id, revision, draft }: z.output<typeof changeTransportRuleInput>,
): Promise<Outcome<SavedRule>> {
  const asked = allowed(context, 'mailSetup:edit');
  if (!asked.ok) return asked;
  const findings = reviewRule(draft);
  if (findings.length > 0) return problem({ kind: 'invalid', findings });
  const wanted = toRule(draft);
  if (!isStorable(wanted)) return problem({ kind: 'malformed' });
  return context.store.write(async (tx): Promise<Outcome<SavedRule>> => {
    const stored = await findTransportRule(tx, id);
    if (!stored) return problem({ kind: 'notFound' });
    const { rule: before } = stored;
    const after: OwnRule = {
      ...wanted,
      priority: before.priority,
      connector: { by: 'id', id: draft.connectorId },
      ...(before.exchange && { exchange: before.exchange }),
    };
    if (stored.revision !== revision) return conflict('setupMoved');
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) return conflict('nothingChanged');
    const refusals = await refusalsOf(tx, after, id);
    if (refusals.length > 0) return problem({ kind: 'invalid', findings: refusals });
    const at = context.now();
    await replaceTransportRule(tx, id, after, at);
    await auditMailSetup(tx, context, {
      actor: asked.actor,
      at,
      action: 'transportRule.changed',
      subject: { id, name: after.name },
      details: { before, after },
    });
    return done({ id, name: after.name });
  });
}

/** What only the store knows. A connector that is deleted may come back, so a rule may go on to name it. */
async function refusalsOf(tx: Tx, { name, connector }: OwnRule, exceptId?: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (await ruleNameTaken(tx, name, exceptId)) findings.push(ruleNameTakenFinding(name));
  const [target] = await connectorNames(tx, [connector.id]);
  if (!target?.outbound)
    findings.push({ code: 'rule.connectorUnfit', severity: 'error', field: 'connectorId' });
  return findings;
}

/** In one order of keys: PostgreSQL's jsonb keeps its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
