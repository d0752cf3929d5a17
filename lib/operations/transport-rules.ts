// The transport rules in their order, for whoever may read the set-up, each with where it leads.
import { z } from 'zod';
import { connectorNames } from '../data/connectors';
import { listTransportRules, type StoredRule } from '../data/transport-rules';
import { allowed, type OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';

/**
 * Where a rule leads. `off`: the connector is there and turned off. `deleted`: it can be restored; `missing`: nobody knows
 * it. `unscoped`: it is on, and takes other mail too, by its own use.
 */
export type RuleTarget = Readonly<{
  id: string;
  name: string;
  state: 'on' | 'unscoped' | 'off' | 'deleted' | 'missing';
}>;

export type RuleRow = StoredRule & Readonly<{ target: RuleTarget }>;

/** All, the first that a message meets first. */
export async function transportRules(context: OperationContext): Promise<Outcome<readonly RuleRow[]>> {
  const may = allowed(context, 'mailSetup:read');
  if (!may.ok) return may;
  const rules = await listTransportRules(context.store);
  const targets = await targetsOf(context, rules);
  return done(rules.map((stored) => ({ ...stored, target: targets(stored.rule.connector.id) })));
}

async function targetsOf(context: OperationContext, rules: readonly StoredRule[]) {
  const choices = await ruleTargets(context);
  const known = new Map(choices.ok ? choices.value.map((target) => [target.id, target]) : []);
  const unknown = rules.map(({ rule }) => rule.connector.id).filter((id) => !known.has(id));
  for (const { id, name } of unknown.length > 0 ? await connectorNames(context.store, unknown) : [])
    known.set(id, { id, name, state: 'deleted' });
  return (id: string): RuleTarget => known.get(id) ?? { id, name: id, state: 'missing' };
}

export const ruleTargetsInput = z.strictObject({});

/** The connectors that a rule may name, by name. */
export async function ruleTargets(context: OperationContext): Promise<Outcome<readonly RuleTarget[]>> {
  const asked = await mailSetup(context);
  if (!asked.ok) return asked;
  const targets = asked.value.setup.connectors.flatMap(({ id, connector }): RuleTarget[] => {
    if (connector.direction !== 'outbound') return [];
    const { name, enabled, scope } = connector;
    const on = scope.kind === 'transportRule' ? 'on' : 'unscoped';
    return [{ id, name, state: enabled ? on : 'off' }];
  });
  return done(targets.sort((a, b) => (a.name < b.name ? -1 : 1)));
}
