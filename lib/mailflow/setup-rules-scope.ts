// What can be wrong with the domains that outbound connectors are for, once all of them are looked at together.
import { patternsOf } from './connector';
import type { DraftField } from './connector-draft';
import type { StepId } from './connector-steps';
import type { Named } from './mail-setup';
import type { ScopeStanding } from './scope-standing';
import type { Fix } from './setup-finding';
import type { Breach, SetupRule, SetupScene } from './setup-scene';

export const fixAt = ({ id }: Named, step: StepId, field: DraftField): Fix => ({
  at: 'connector',
  id,
  step,
  field,
});

const fixScope = ({ candidate }: ScopeStanding): Fix =>
  fixAt(
    candidate.named,
    'scope',
    candidate.kept.connector.scope.kind === 'recipientDomains' ? 'recipientDomains' : 'scope',
  );

/** A connector that a hundred others take mail from need not name them all. */
const NAMED_MAX = 5;

/** A connector beside the first of those who take its mail. */
function beside(standing: ScopeStanding): Breach[] {
  const { candidate, lost } = standing;
  const [first] = lost;
  if (!first) return [];
  const winners = new Map(lost.map(({ winner }) => [winner.id, winner]));
  const { name } = candidate.named;
  const params = { name, other: first.winner.name, pattern: first.text, count: lost.length };
  const named = [candidate.named, ...winners.values()].slice(0, NAMED_MAX);
  return [{ connectors: named, params, fix: fixScope(standing) }];
}

/** A connector that gets no mail at all, neither by domain nor from a rule. */
const isShadowed = ({ targets }: SetupScene, { candidate, won, lost, twin }: ScopeStanding): boolean =>
  !twin && won === 0 && lost.length > 0 && !targets.has(candidate.named.id);

export const SCOPE_RULES: readonly SetupRule[] = [
  {
    code: 'duplicateScope',
    breaks: ({ standings }) =>
      standings.flatMap((standing) => {
        const { candidate, twin } = standing;
        if (!twin) return [];
        const params = { name: candidate.named.name, other: twin.name };
        return [{ connectors: [candidate.named, twin], params, fix: fixScope(standing) }];
      }),
  },
  {
    code: 'shadowedConnector',
    breaks: (scene) => scene.standings.filter((one) => isShadowed(scene, one)).flatMap(beside),
  },
  {
    // All accepted domains is less specific than a pattern by intention: no tie.
    code: 'tie',
    breaks: (scene) =>
      scene.standings
        .filter((one) => one.candidate.kept.connector.scope.kind === 'recipientDomains')
        .filter((one) => !one.twin && !isShadowed(scene, one))
        .flatMap(beside),
  },
  {
    // Centralized mail transport wants just that.
    code: 'everyDomain',
    breaks: ({ routes }) => {
      const [first] = routes.index.any.live;
      if (!first || first.kept.connector.routeAllViaOnPremises) return [];
      const { named, kept } = first;
      const isBeside = kept.connector.scope.kind === 'acceptedDomains';
      const fix = fixAt(named, 'scope', isBeside ? 'alsoRecipientDomains' : 'recipientDomains');
      return [{ connectors: [named], params: { name: named.name }, fix }];
    },
  },
  {
    code: 'connectorWithoutDomains',
    breaks: ({ live, routes, targets }) =>
      live.flatMap(({ named, kept }) => {
        const { scope } = kept.connector;
        const { kind } = scope;
        const isIdle =
          (kind === 'acceptedDomains' && !routes.accepting && patternsOf(scope).length === 0) ||
          (kind === 'transportRule' && !targets.has(named.id));
        if (!isIdle) return [];
        const params = { name: named.name, scope: kind };
        return [{ connectors: [named], params, fix: fixAt(named, 'scope', 'scope') }];
      }),
  },
];
