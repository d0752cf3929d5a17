// Where the requests of a trial's clients wait while the trial looks at the store.
import { setTimeout as delay } from 'node:timers/promises';

/** `foundDone`: the answer was lost, and a second request found that the first had been done. */
export type CrowdCount = { acknowledged: number; refused: number; unanswered: number; foundDone: number };

export type Gate = ReturnType<typeof newGate>;

/** `close` answers when no request is out any more. */
export function newGate() {
  let out = 0;
  let isOpen = true;
  let isOver = false;
  const count: CrowdCount = { acknowledged: 0, refused: 0, unanswered: 0, foundDone: 0 };
  return {
    count,
    inFlight: () => out,
    isOver: () => isOver,
    end: () => {
      isOver = true;
    },
    open: () => {
      isOpen = true;
    },
    close: async () => {
      isOpen = false;
      while (out > 0) await delay(5);
    },
    through: async <T>(request: () => Promise<T>): Promise<T> => {
      while (!isOpen) await delay(5);
      out += 1;
      try {
        return await request();
      } finally {
        out -= 1;
      }
    },
  };
}
