// What a change of connectors would do to the whole set-up: routes that move, findings that it brings. Changes nothing.
import { z } from 'zod';
import { compareRoutes, compareRules, type RuleChange } from '../mailflow/compare-routes';
import type { Connector } from '../mailflow/connector';
import { connectorDraftSchema } from '../mailflow/connector-draft-schema';
import type { StepId } from '../mailflow/connector-steps';
import { draftInSetup } from '../mailflow/draft-in-setup';
import type { MailSetup } from '../mailflow/mail-setup';
import { compileRoutes } from '../mailflow/route';
import type { RouteChange } from '../mailflow/route-change';
import { addedFindings, type ConnectorChange, findingsAbout, withConnectors } from '../mailflow/setup-change';
import { SETUP_FINDING_STEPS, type SetupFinding } from '../mailflow/setup-finding';
import { reviewSetup } from '../mailflow/setup-review';
import { bulkInput, connectorId } from './bulk';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';
import { findingsInForce } from './setup-findings';

/** `publish` without a connector is a new one. */
export const setupImpactInput = z.discriminatedUnion('change', [
  bulkInput.extend({ change: z.enum(['turnOn', 'turnOff', 'delete']) }),
  z.strictObject({
    change: z.literal('publish'),
    connectorId: connectorId.optional(),
    draft: connectorDraftSchema,
  }),
]);
export type SetupImpactInput = z.output<typeof setupImpactInput>;

/**
 * Of very many routes, rules and findings only the first; the counts are of all. `own` are findings about the drafted
 * connector, whether the draft brings them or not; `added` those that the change brings, `own` ones left out.
 * `ready` is false where a draft is not far enough for routes to be told.
 */
export type SetupImpact = Readonly<{
  ready: boolean;
  routes: readonly RouteChange[];
  routeCount: number;
  rules: readonly RuleChange[];
  ruleCount: number;
  own: readonly SetupFinding[];
  added: readonly SetupFinding[];
  addedCount: number;
}>;

const SHOWN = 10;
/** A new connector has no id yet. */
export const NEW_CONNECTOR = 'new';

const NOTHING: SetupImpact = {
  ready: false,
  routes: [],
  routeCount: 0,
  rules: [],
  ruleCount: 0,
  own: [],
  added: [],
  addedCount: 0,
};

/** Held against the set-up in force, not against what the person saw. Connectors that are gone change nothing. */
export async function setupImpact(
  context: OperationContext,
  input: SetupImpactInput,
): Promise<Outcome<SetupImpact>> {
  const inForce = await mailSetup(context);
  if (!inForce.ok) return inForce;
  const planned = plan(inForce.value.setup, input);
  if (!planned) return done(NOTHING);
  const { changes, drafted, open } = planned;
  const setup = withConnectors(inForce.value.setup, changes);
  const after = { setup, routes: compileRoutes(setup) };
  const isTold = ({ code }: SetupFinding) => !open.has(SETUP_FINDING_STEPS[code]);
  const later = reviewSetup(setup, after.routes).filter(isTold);
  const own = drafted === undefined ? [] : findingsAbout(later, drafted);
  const brought = addedFindings(findingsInForce(inForce.value), later).filter(
    (finding) => !own.includes(finding),
  );
  const routes = compareRoutes(inForce.value, after);
  const rules = compareRules(inForce.value, after);
  return done({
    ready: true,
    routes: routes.slice(0, SHOWN),
    routeCount: routes.length,
    rules: rules.slice(0, SHOWN),
    ruleCount: rules.length,
    own: own.slice(0, SHOWN),
    added: brought.slice(0, SHOWN),
    addedCount: brought.length,
  });
}

type Plan = Readonly<{ changes: readonly ConnectorChange[]; drafted?: string; open: ReadonlySet<StepId> }>;

function plan(setup: MailSetup, input: SetupImpactInput): Plan | undefined {
  if (input.change === 'publish') {
    const drafted = input.connectorId ?? NEW_CONNECTOR;
    const draft = draftInSetup(input.draft);
    return draft && { changes: [{ id: drafted, connector: draft.connector }], drafted, open: draft.open };
  }
  const { change } = input;
  const ids = new Set(input.ids);
  const changes = setup.connectors.flatMap(({ id, connector }): ConnectorChange[] =>
    ids.has(id) ? [{ id, connector: changed(connector, change) }] : [],
  );
  return { changes, open: new Set() };
}

const changed = (connector: Connector, change: 'turnOn' | 'turnOff' | 'delete'): Connector | undefined =>
  change === 'delete' ? undefined : { ...connector, enabled: change === 'turnOn' };
