// What a route's picture shows of the connectors on it: where they hand mail on, and how their last validation ended there.
import { type ConnectorStanding, connectorStandings } from '../data/connector-standing';
import type { Store } from '../data/store';
import { findRuns, type ValidationRun } from '../data/validation-runs';
import type { PartnerKind } from '../mailflow/connector';
import type { ConnectorHealth, ValidationOutcome } from '../mailflow/health';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { readVerdict } from '../mailflow/rejudgement';
import { formatSmartHost } from '../mailflow/smart-host';
import type { TaskState } from '../mailflow/verdict';

/** `state`: how the last validation's connection to it ended; absent where it says nothing of today's settings. */
export type TracedHost = Readonly<{ host: string; state?: TaskState }>;

/** Times are ISO 8601 text, UTC. */
export type TracedConnector = Readonly<{
  id: string;
  name: string;
  partnerKind: PartnerKind;
  enabled: boolean;
  hasDraft: boolean;
  health: ConnectorHealth;
  lastValidation?: Readonly<{ runId: string; outcome: ValidationOutcome; finishedAt: string }>;
  /** Undefined: by the MX records of the recipient's domain. */
  hosts?: readonly TracedHost[];
  moreHosts: number;
}>;

/** More connectors than this, and the others come without their validation: their records are large. */
const WITH_VALIDATION = 50;
const HOSTS_SHOWN = 6;

/** Those of `setup` with `ids`, in the order of `ids`. */
export async function tracedConnectors(
  store: Store,
  setup: MailSetup,
  ids: readonly string[],
): Promise<TracedConnector[]> {
  const wanted = new Set(ids);
  const kept = new Map(setup.connectors.filter(({ id }) => wanted.has(id)).map((one) => [one.id, one]));
  const near = [...wanted].slice(0, WITH_VALIDATION);
  const standings = await connectorStandings(store, near);
  const runIds = [...standings.values()].flatMap(({ lastRunId }) => lastRunId ?? []);
  const runs = runIds.length > 0 ? await findRuns(store, runIds) : new Map<string, ValidationRun>();
  return [...wanted].flatMap((id) => {
    const one = kept.get(id);
    const standing = standings.get(id);
    return one ? [view(one, standing, standing?.lastRunId ? runs.get(standing.lastRunId) : undefined)] : [];
  });
}

function view(
  { id, connector, health }: KeptConnector,
  standing: ConnectorStanding | undefined,
  run: ValidationRun | undefined,
): TracedConnector {
  const { name, partnerKind, enabled } = connector;
  const delivery = connector.direction === 'outbound' ? connector.delivery : undefined;
  const hosts = delivery?.by === 'smartHosts' ? delivery.hosts.map(formatSmartHost) : undefined;
  const tasks = health === 'stale' ? [] : (readVerdict(run?.verdict)?.tasks ?? []);
  const stateOf = (host: string) =>
    tasks.find((task) => task.kind === 'connectivity' && task.host === host)?.state;
  return {
    id,
    name,
    partnerKind,
    enabled,
    health,
    hasDraft: standing?.hasDraft ?? false,
    ...(hosts && { hosts: hosts.slice(0, HOSTS_SHOWN).map((host) => ({ host, ...known(stateOf(host)) })) }),
    moreHosts: Math.max(0, (hosts?.length ?? 0) - HOSTS_SHOWN),
    ...(run?.outcome &&
      run.finishedAt && {
        lastValidation: { runId: run.id, outcome: run.outcome, finishedAt: run.finishedAt.toISOString() },
      }),
  };
}

const known = (state: TaskState | undefined) => (state ? { state } : {});
