// Looking again: when somebody asks, and on its own while the page is open and seen. A page in the background asks for nothing.
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Answer, answered } from '@/components/setup/use-setup-action';
import type { GuideView } from '@/lib/mailflow/guide/guide-view';
import { checksOfAll, type GuideCheck } from './check-batches';
import type { GuideActions } from './guide-actions';

/** How often the page looks on its own. */
const EVERY_MS = 5 * 60_000;
/** How often while a validation runs. */
const RUNNING_MS = 3_000;
const TICK_MS = 1_000;

export type CheckProgress = Readonly<{ done: number; total: number; onItsOwn: boolean }>;

/** `nextAt`: when the page looks again on its own; absent until the page is alive, and while a check goes on. */
export function useGuideChecks(view: GuideView, check: GuideActions['check']) {
  const router = useRouter();
  const [progress, setProgress] = useState<CheckProgress>();
  const [nextAt, setNextAt] = useState<number>();
  const hasRunning = view.running.length > 0;

  /** One request after another, up to the first problem, which it answers; else how many validations were refused. */
  const run = async (checks: readonly GuideCheck[]): Promise<Answer<number>> => {
    let refused = 0;
    let trouble: Answer<number> | undefined;
    for (const [done, one] of checks.entries()) {
      setProgress({ done, total: checks.length, onItsOwn: one.onItsOwn });
      const answer = await answered(check(one));
      if (!answer.ok) {
        trouble = answer;
        break;
      }
      refused += answer.value.refused.length;
    }
    setProgress(undefined);
    setNextAt(Date.now() + EVERY_MS);
    router.refresh();
    return trouble ?? { ok: true, value: refused };
  };

  const tick = useEffectEvent(() => {
    const isDue = nextAt !== undefined && Date.now() >= nextAt;
    if (!isDue || progress || document.visibilityState !== 'visible') return;
    // Whoever may only read sees what others have looked up meanwhile.
    void run(view.mayEdit ? checksOfAll(view, true) : []);
  });
  useEffect(() => {
    setNextAt(Date.now() + EVERY_MS);
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (!hasRunning) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), RUNNING_MS);
    return () => clearInterval(timer);
  }, [hasRunning, router]);

  return { run, progress, nextAt: progress ? undefined : nextAt };
}
