// A whole set-up as its rules look at it: read once, so that no rule has to hold everything against everything.
import type { InboundConnector } from './connector';
import type { Candidate } from './domain-index';
import type { MailSetup, Named } from './mail-setup';
import type { CompiledRoutes } from './route';
import { type ScopeStanding, scopeStandings } from './scope-standing';
import type { SetupFinding, SetupFindingCode } from './setup-finding';

export type KeptInbound = Readonly<{ named: Named; connector: InboundConnector }>;

export type SetupScene = Readonly<{
  setup: MailSetup;
  routes: CompiledRoutes;
  /** Outbound connectors that take part, best first. */
  live: readonly Candidate[];
  /** Inbound connectors that are on. */
  inbound: readonly KeptInbound[];
  /** Connectors to which a rule that is on leads. */
  targets: ReadonlySet<string>;
  standings: readonly ScopeStanding[];
}>;

/** What a rule found; its code and its weight are the row's. */
export type Breach = Omit<SetupFinding, 'code' | 'severity'>;
export type SetupRule = Readonly<{
  code: SetupFindingCode;
  breaks: (scene: SetupScene) => readonly Breach[];
}>;

/** `routes` are those of `setup`. */
export function setupScene(setup: MailSetup, routes: CompiledRoutes): SetupScene {
  const live = routes.index.candidates.filter(({ stand }) => stand === 'live');
  const targets = new Set(routes.rules.flatMap(({ target }) => (target ? [target.id] : [])));
  const inbound = setup.connectors.flatMap(({ id, connector }): KeptInbound[] =>
    connector.direction === 'inbound' && connector.enabled
      ? [{ named: { id, name: connector.name }, connector }]
      : [],
  );
  return { setup, routes, live, inbound, targets, standings: scopeStandings(setup, routes, live) };
}
