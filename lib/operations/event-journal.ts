// Writes a run's events to the store while the probe goes on: the first at once, then together what comes within a moment.
// Keeps their order, and stops for good once the run belongs to another worker.
import type { Store } from '../data/store';
import { appendEvents } from '../data/validation-queue';
import type { ValidationEvent } from '../mailflow/observation';

export type EventJournal = Readonly<{
  append: (event: ValidationEvent) => void;
  /** Waits until everything is written. Throws what the store threw. */
  drained: () => Promise<void>;
}>;

/** A commit waits for the disk, and holds up every other run of the worker: nobody sees the difference of this. */
const PAUSE_MS = 40;

/** `onTrouble` is called once, when the lease is lost or the store fails: there is no use in going on. */
export function openJournal(
  store: Store,
  runId: string,
  owner: string,
  onTrouble: (reason: 'lost' | 'failed') => void,
): EventJournal {
  let waiting: ValidationEvent[] = [];
  let sequence = 1;
  let isOver = false;
  let failure: unknown;
  let writing: Promise<void> | undefined;
  let isDraining = false;
  let goOn: (() => void) | undefined;

  const stop = (reason: 'lost' | 'failed'): void => {
    isOver = true;
    onTrouble(reason);
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, isDraining ? 0 : PAUSE_MS);
      goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const write = async (): Promise<void> => {
    try {
      while (waiting.length > 0 && !isOver) {
        const batch = waiting;
        waiting = [];
        if (!(await appendEvents(store, runId, owner, sequence, batch))) return stop('lost');
        sequence += batch.length;
        await pause();
      }
    } catch (error) {
      failure = error;
      stop('failed');
    } finally {
      writing = undefined;
    }
  };
  return {
    append: (event) => {
      if (isOver) return;
      waiting.push(event);
      writing ??= write();
    },
    drained: async () => {
      isDraining = true;
      goOn?.();
      await writing;
      if (failure !== undefined) throw failure;
    },
  };
}
