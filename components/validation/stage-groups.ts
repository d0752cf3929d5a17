// Which stages belong to a task, in the order in which they are expected: also those still to come, so that nothing
// moves when they arrive.
import { stateOf } from '@/lib/mailflow/judge-note';
import { ASIDES, DOMAIN_STAGES, RELAY_CHECKS, type RelayCheck, type Stage } from '@/lib/mailflow/observation';
import type { LiveTask, StageRow } from '@/lib/mailflow/validation-progress';
import type { VerdictFinding } from '@/lib/mailflow/verdict';

/** `stage`, or `check` where there is one, is what is shown; `row` is absent while it has not begun. */
export type StageSlot = Readonly<{ stage: Stage; check?: RelayCheck; row?: StageRow; again: boolean }>;
/**
 * The stages at one address; without one, those before any address is known. `host` where the task's servers are several.
 */
export type StageGroup = Readonly<{ host?: string; address?: string; slots: readonly StageSlot[] }>;

const IMPLICIT_TLS_PORT = 465;
const STARTTLS: readonly Stage[] = ['connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehloAfterTls'];
const IMPLICIT: readonly Stage[] = ['connect', 'tls', 'banner', 'ehlo'];
const ENVELOPE: readonly Stage[] = ['mailFrom', 'rcptTo', 'data'];

/** The groups of `task` among all of a run's stages: the name first, then one for each address. */
export function stageGroups(task: LiveTask, all: readonly StageRow[]): StageGroup[] {
  if (task.kind === 'mailServers') {
    const own = all.filter(({ stage, host }) => DOMAIN_STAGES.has(stage) && host === task.host);
    return [{ slots: fill(expectedOf(['mx', 'mtaSts'], 'mx', own), own) }];
  }
  if (task.servers) return task.servers.flatMap((server) => serverGroups(task, all, server));
  const stages = stagesOf(task.host, all);
  const addresses = addressesOf(stages);
  if (task.kind === 'testEmail') return addresses.map((address) => envelopeGroup(task, stages, address));
  if (task.kind === 'refusals') return addresses.map((address) => refusalsGroup(stages, address));
  const isImplicit = portOf(task.host) === IMPLICIT_TLS_PORT;
  const expected = isImplicit ? IMPLICIT : STARTTLS;
  const before = stages.filter(({ address }) => address === undefined);
  const first: StageGroup = {
    slots: fill(before.some(isPort) ? ['connect'] : nameStages(task.host, stages), before),
  };
  // Before its name is resolved, a host is shown as if it had one address.
  const awaited = addresses.length === 0 && !before.some(({ failure }) => failure) ? [undefined] : addresses;
  return [
    first,
    ...awaited.map((address) => ({
      ...(address !== undefined && { address }),
      slots: address === undefined ? fill(['ptr', ...expected], []) : addressSlots(address),
    })),
  ];

  function addressSlots(address: string): StageSlot[] {
    const own = stages.filter((row) => row.address === address);
    return fill(expectedOf(['ptr', ...expected], 'connect', own), own);
  }
}

/** A domain that is its own mail server has its own look-ups kept apart. */
const stagesOf = (server: string, all: readonly StageRow[]): StageRow[] =>
  all.filter(({ host, stage }) => host === server && !DOMAIN_STAGES.has(stage));

/** What has begun by the time that `sign` has ended: a stage without a row then was not looked up, as in older runs. */
function expectedOf(stages: readonly Stage[], sign: Stage, rows: readonly StageRow[]): readonly Stage[] {
  const has = (stage: Stage): boolean => rows.some((row) => row.stage === stage);
  const isPast = rows.some(({ stage, durationMs }) => stage === sign && durationMs !== undefined);
  return isPast ? stages.filter((stage) => !ASIDES.has(stage) || has(stage)) : stages;
}

/** TLSA records are asked for where a name leads to an address. */
function nameStages(server: string, stages: readonly StageRow[]): readonly Stage[] {
  const isAddress = server.startsWith('[') || /^[\d.]+(:\d+)?$/.test(server);
  const leadsNowhere = stages.some(({ stage, failure }) => stage === 'resolve' && failure);
  if (isAddress || leadsNowhere) return ['resolve'];
  return expectedOf(['resolve', 'tlsa'], 'connect', stages);
}

const addressesOf = (stages: readonly StageRow[]): string[] => [
  ...new Set(stages.flatMap(({ address }) => address ?? [])),
];

/** One of several servers: only the addresses where the message was tried, or most of them would be empty. */
function serverGroups(task: LiveTask, all: readonly StageRow[], server: string): StageGroup[] {
  const stages = stagesOf(server, all);
  return addressesOf(stages)
    .map((address) => ({ host: server, ...envelopeGroup(task, stages, address) }))
    .filter(({ slots }) => slots.some(({ row }) => row));
}

const isPort = ({ stage }: StageRow): boolean => stage === 'connect';
const portOf = (host: string): number => Number(/:(\d+)$/.exec(host)?.[1] ?? 25);

/** The expected stages, each with what happened; a second connection's come behind. */
function fill(expected: readonly Stage[], rows: readonly StageRow[]): StageSlot[] {
  const relevant = rows.filter(({ stage }) => expected.includes(stage));
  const first = expected.map((stage): StageSlot => {
    const row = relevant.find((each) => each.stage === stage);
    return { stage, again: false, ...(row && { row }) };
  });
  const shown = new Set(first.map(({ row }) => row));
  const again = relevant.filter((row) => !shown.has(row));
  return [...first, ...again.map((row) => ({ stage: row.stage, row, again: true }))];
}

/** MAIL is reported without its recipient, right before that recipient's RCPT. */
function envelopeGroup(task: LiveTask, all: readonly StageRow[], address: string): StageGroup {
  const envelope = all.filter(
    (row) => row.address === address && ENVELOPE.includes(row.stage) && row.check === undefined,
  );
  const rcptAt = envelope.findIndex(
    ({ stage, recipient }) => stage === 'rcptTo' && recipient === task.recipient,
  );
  const refused =
    rcptAt < 0 ? envelope.find(({ stage, failure }) => stage === 'mailFrom' && failure) : undefined;
  const mail = rcptAt > 0 ? envelope[rcptAt - 1] : refused;
  const own = envelope.filter(({ recipient }) => recipient === task.recipient);
  return { address, slots: fill(ENVELOPE, mail ? [mail, ...own] : own) };
}

/** One slot for each question: its RCPT, or the MAIL that never let it come to that. */
function refusalsGroup(all: readonly StageRow[], address: string): StageGroup {
  const slots = RELAY_CHECKS.map((check): StageSlot => {
    const row = all.findLast((each) => each.address === address && each.check === check);
    return { stage: 'rcptTo', check, again: false, ...(row && { row }) };
  });
  return { address, slots };
}

/**
 * How the slot's stage went: a failure counts only where it matters to the connector, and a handshake that was made
 * still fails where its certificate does. `findings` are those of the task.
 */
export function slotState(
  { check, row }: StageSlot,
  findings: readonly VerdictFinding[],
  isOver: boolean,
): LiveTask['state'] {
  if (!row) return isOver ? 'notRun' : 'waiting';
  if (row.durationMs === undefined) return 'running';
  const own = findings.filter(
    (finding) =>
      finding.stage === row.stage &&
      finding.host === row.host &&
      (finding.address === undefined || finding.address === row.address) &&
      (check === undefined || finding.recipient === row.recipient),
  );
  const state = stateOf(own);
  // A refusal is what is hoped for here, unless a finding says otherwise.
  if (check) return state === 'succeeded' && own.length > 0 ? 'warned' : state;
  return state === 'succeeded' && row.failure ? 'notRun' : state;
}

/** From the first stage's beginning to the last one's end, in milliseconds since the run began. */
export function timeSpan(
  groups: readonly StageGroup[],
  elapsedMs: number,
): Readonly<{ from: number; to: number }> {
  const rows = groups.flatMap(({ slots }) => slots.flatMap(({ row }) => row ?? []));
  const ends = rows.map((row) =>
    row.durationMs === undefined ? elapsedMs : row.startedAtMs + row.durationMs,
  );
  const from = Math.min(...rows.map(({ startedAtMs }) => startedAtMs), Number.POSITIVE_INFINITY);
  return Number.isFinite(from) ? { from, to: Math.max(from + 1, ...ends) } : { from: 0, to: 1 };
}
