'use client';
import { useEffect, useState } from 'react';
import { isOpen, type ValidationRunView } from './validation-query';

const TICK_MS = 100;

/** How long the run has been going, in milliseconds: counted on from what the console said last. */
export function useElapsed(run: ValidationRunView): number {
  const [extra, setExtra] = useState({ of: run, ms: 0 });
  const isGoing = isOpen(run) && run.startedAt !== undefined;
  useEffect(() => {
    if (!isGoing) return;
    const heardAt = performance.now();
    const timer = setInterval(() => setExtra({ of: run, ms: performance.now() - heardAt }), TICK_MS);
    return () => clearInterval(timer);
  }, [run, isGoing]);
  return isGoing && extra.of === run ? run.elapsedMs + extra.ms : run.elapsedMs;
}
