// A list on its way through the trace: part by part, so that it can be followed, stopped and gone on with.
import { useEffect, useRef, useState } from 'react';
import { ADDRESS_MAX, LIST_PART } from '@/lib/operations/route-trace-query';
import type { ListAnswer, RowAnswer } from '@/lib/operations/trace-list';
import { AnswerUnavailable, postQuestion } from '../trace/trace-query';
import type { ListRow, ReadTable, RecipientTable, TableProblem } from './recipient-table';

/** A row and its answer; none for a row that was not reached. */
export type TracedRow = Readonly<{ row: ListRow; answer?: RowAnswer }>;

export type ListState = 'empty' | 'reading' | 'tracing' | 'done' | 'cancelled' | 'failed' | 'signedOut';

export type ListTrace = Readonly<{
  state: ListState;
  problem?: TableProblem;
  table?: RecipientTable;
  /** As many as the table has rows. */
  answers: readonly (RowAnswer | undefined)[];
  /** Rows that were gone through. */
  done: number;
  /** The set-up of the first part is not that of a later one. */
  isMixed: boolean;
}>;

const NOTHING: ListTrace = { state: 'empty', answers: [], done: 0, isMixed: false };

export function useListTrace() {
  const [trace, setTrace] = useState<ListTrace>(NOTHING);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function run(table: RecipientTable, before: readonly (RowAnswer | undefined)[], from: number) {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const { signal } = controller;
    const answers = [...before];
    let revision: number | undefined;
    let isMixed = false;
    const tell = (state: ListState, done: number) => {
      // A newer list has taken the place of this one.
      if (signal.aborted && state !== 'cancelled') return;
      if (stop.current === controller) setTrace({ state, table, answers: [...answers], done, isMixed });
    };
    tell('tracing', from);
    for (let at = from; at < table.rows.length; at += LIST_PART) {
      const part = table.rows.slice(at, at + LIST_PART);
      try {
        const answer = await askFor(part, signal);
        revision ??= answer?.revision;
        isMixed ||= answer !== undefined && answer.revision !== revision;
        for (const [index, one] of (answer?.rows ?? []).entries()) answers[at + index] = one;
      } catch (error) {
        if (signal.aborted) return tell('cancelled', at);
        return tell(error instanceof AnswerUnavailable ? error.reason : 'failed', at);
      }
      const done = Math.min(at + LIST_PART, table.rows.length);
      tell(done === table.rows.length ? 'done' : 'tracing', done);
    }
  }

  return {
    trace,
    read: async (reading: Promise<ReadTable>) => {
      stop.current?.abort();
      setTrace({ ...NOTHING, state: 'reading' });
      const read = await reading;
      if (!read.ok) return setTrace({ ...NOTHING, problem: read.problem });
      await run(
        read.table,
        read.table.rows.map(() => undefined),
        0,
      );
    },
    cancel: () => stop.current?.abort(),
    goOn: () => trace.table && void run(trace.table, trace.answers, trace.done),
    again: () =>
      trace.table &&
      void run(
        trace.table,
        trace.table.rows.map(() => undefined),
        0,
      ),
    clear: () => {
      stop.current?.abort();
      setTrace(NOTHING);
    },
  };
}

function askFor(part: readonly ListRow[], signal: AbortSignal): Promise<ListAnswer> {
  const rows = part.map(({ to, from }) => ({
    to: to.slice(0, ADDRESS_MAX),
    ...(from !== undefined && { from: from.slice(0, ADDRESS_MAX) }),
  }));
  return postQuestion<ListAnswer>('/api/trace/list', { rows }, signal);
}
