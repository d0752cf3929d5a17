// A run as a matrix of host, address and stage: one cell for what happened there, whichever task it belongs to.
import type { Stage } from '@/lib/mailflow/observation';
import type { LiveTask, StageRow } from '@/lib/mailflow/validation-progress';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { slotState } from './stage-groups';
import { taskKey } from './task-key';
import { isOpen, type ValidationRunView } from './validation-query';

type State = LiveTask['state'];

/** `ms` is there once it has ended. `apart`: other addresses of the host do better here. `task` has its details. */
export type MatrixCell = Readonly<{ stage: Stage; state: State; ms?: number; apart: boolean; task: string }>;

/** `address` is absent while the host's name leads nowhere. */
export type MatrixRow = Readonly<{ address?: string; cells: readonly MatrixCell[] }>;

export type MatrixHost = Readonly<{
  host: string;
  /** The way to it, as a task. */
  task: LiveTask;
  resolveMs?: number;
  rows: readonly MatrixRow[];
  /** Says which of its addresses work and which don't. */
  disagreement?: VerdictFinding;
}>;

export type Matrix = Readonly<{ stages: readonly Stage[]; hosts: readonly MatrixHost[] }>;

const STARTTLS: readonly Stage[] = ['connect', 'banner', 'ehlo', 'starttls', 'tls', 'ehloAfterTls'];
const IMPLICIT_TLS: readonly Stage[] = ['connect', 'tls', 'banner', 'ehlo'];
const ENVELOPE: readonly Stage[] = ['mailFrom', 'rcptTo', 'data'];
const IMPLICIT_TLS_PORT = /:465$/;

/** The worst first: what a cell with several stages is shown as. */
const WORST: readonly State[] = [
  'failed',
  'inconclusive',
  'warned',
  'running',
  'succeeded',
  'notRun',
  'waiting',
];
const TROUBLE: ReadonlySet<State> = new Set(['failed', 'inconclusive', 'warned']);

/** The matrix of `run`: a row for each address, also before it is visited, so that nothing moves when it is. */
export function runMatrix(run: ValidationRunView): Matrix {
  const reach = run.tasks.filter(({ kind }) => kind === 'connectivity');
  const isImplicit = reach.length > 0 && reach.every(({ host }) => IMPLICIT_TLS_PORT.test(host));
  const stages = [...(isImplicit ? IMPLICIT_TLS : STARTTLS), ...ENVELOPE];
  return { stages, hosts: reach.map((task) => matrixHost(task, stages, run)) };
}

/** How many addresses there are to tell apart. */
export const rowCount = ({ hosts }: Matrix): number => hosts.reduce((sum, { rows }) => sum + rows.length, 0);

function matrixHost(task: LiveTask, stages: readonly Stage[], run: ValidationRunView): MatrixHost {
  const own = run.stages.filter(({ host, stage }) => host === task.host && stage !== 'mx');
  const resolve = own.find(({ stage }) => stage === 'resolve');
  const addresses = [
    ...new Set([...(resolve?.addresses ?? []), ...own.flatMap(({ address }) => address ?? [])]),
  ];
  const mails = run.tasks.filter(
    ({ kind, host, servers = [host] }) => kind === 'testEmail' && servers.includes(task.host),
  );
  const rows = (addresses.length > 0 ? addresses : [undefined]).map(
    (address): MatrixRow => ({
      ...(address !== undefined && { address }),
      cells: stages.map((stage) => {
        const found = own.filter((row) => row.stage === stage && row.address === address);
        return matrixCell(stage, found, ENVELOPE.includes(stage) ? mails : [task], task, !isOpen(run));
      }),
    }),
  );
  const disagreement = task.findings.find(({ code }) => code === 'addressesDisagree');
  return {
    host: task.host,
    task,
    rows: apart(rows),
    ...(resolve?.durationMs !== undefined && { resolveMs: resolve.durationMs }),
    ...(disagreement && { disagreement }),
  };
}

function matrixCell(
  stage: Stage,
  rows: readonly StageRow[],
  tasks: readonly LiveTask[],
  reach: LiveTask,
  isOver: boolean,
): MatrixCell {
  const findings = tasks.flatMap((task) => task.findings);
  const states = rows.map((row) => slotState({ stage, row, again: false }, findings, isOver));
  const state = worst(states) ?? (isOver ? 'notRun' : 'waiting');
  const hasEnded = rows.length > 0 && rows.every(({ durationMs }) => durationMs !== undefined);
  const leading = worst(tasks.map((task) => task.state));
  const target = tasks.find((task) => task.state === leading) ?? reach;
  return {
    stage,
    state,
    apart: false,
    task: taskKey(target),
    ...(hasEnded && { ms: rows.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0) }),
  };
}

const worst = (states: readonly State[]): State | undefined => WORST.find((state) => states.includes(state));

/** Marks what goes wrong at one address and not at another of the same host. */
function apart(rows: readonly MatrixRow[]): MatrixRow[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => ({
      ...cell,
      apart:
        TROUBLE.has(cell.state) &&
        rows.some(({ cells }) => cells[column]?.state === 'succeeded' && cells[column] !== cell),
    })),
  }));
}
