// The set-up guide as far as it is: for whoever may read it. Changes nothing and asks nobody outside.
import { may } from '../auth/permissions';
import { findScenario, type Journey, listMarks } from '../data/guide';
import type { GuideProgress, GuideView } from '../mailflow/guide/guide-view';
import type { GuideScenario } from '../mailflow/guide/journey';
import { guideProgress, judgeGuide } from '../mailflow/guide/judge-guide';
import { allowed, type OperationContext } from './context';
import { gatherScene } from './guide-scene';
import { hrefOf } from './guide-ways';
import { done, type Outcome } from './outcome';

export const journeyOf = (scenario: GuideScenario): Journey => (scenario === 'partner' ? 'partner' : 'own');

/** The whole journey; with `domain` for that domain alone. */
export async function guide(
  context: OperationContext,
  { domain }: Readonly<{ domain?: string }> = {},
): Promise<Outcome<GuideView>> {
  const asked = allowed(context, 'guide:read');
  if (!asked.ok) return asked;
  const mayEdit = may(asked.actor.role, 'guide:edit');
  const scenario = await findScenario(context.store);
  if (!scenario) return done({ ...NOT_BEGUN, mayEdit });
  const [gathered, marks] = await Promise.all([
    gatherScene(context, scenario, domain),
    listMarks(context.store, journeyOf(scenario)),
  ]);
  if (!gathered.ok) return gathered;
  const { scene, running, domainsLeftOut, connectorsLeftOut } = gathered.value;
  const views = new Map(marks.map(({ step, subject, view }) => [JSON.stringify([step, subject]), view]));
  const parts = judgeGuide(scene, {
    markOf: (step, subject = '') => views.get(JSON.stringify([step, subject])),
    hrefOf,
  });
  const times = scene.domains.map((one) => scene.checked.get(one)?.at);
  const [oldest] = times.every((at) => at !== undefined) ? [...times].sort() : [];
  return done({
    scenario,
    mayEdit,
    domains: scene.domains,
    domainsLeftOut,
    connectorsLeftOut,
    ...(oldest !== undefined && { checkedAt: oldest }),
    running: [...running.values()],
    progress: guideProgress(parts),
    parts,
  });
}

const NOT_BEGUN = {
  domains: [],
  domainsLeftOut: 0,
  connectorsLeftOut: 0,
  running: [],
  progress: { atRest: 0, total: 0, failing: 0 },
  parts: [],
} as const satisfies Omit<GuideView, 'mayEdit'>;

/** What the first page says of the guide. Without a scenario, nobody has begun it. */
export type HomeGuide = Readonly<{ scenario?: GuideScenario; progress: GuideProgress; mayEdit: boolean }>;

export async function homeGuide(context: OperationContext): Promise<Outcome<HomeGuide>> {
  const found = await guide(context);
  if (!found.ok) return found;
  const { scenario, progress, mayEdit } = found.value;
  return done({ ...(scenario && { scenario }), progress, mayEdit });
}
