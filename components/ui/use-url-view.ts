// A view of a list that lives in the URL: this changes it, and says while the rows of the new view are on their way.
import { useRouter } from 'next/navigation';
import { useCallback, useOptimistic, useTransition } from 'react';

/** `current` is what is shown; `pathOf` spells a view. Any change but that of the page leads to the first page. */
export function useUrlView<View extends Readonly<{ page: number }>>(
  current: View,
  pathOf: (view: View) => string,
) {
  const router = useRouter();
  const [pending, start] = useTransition();
  // Controls follow the hand at once, the rows when they are there.
  const [view, setView] = useOptimistic(current);

  /** `typed` keeps each letter out of the history. */
  const show = (change: Partial<View>, typed = false) =>
    start(() => {
      const next = { ...view, page: 1, ...change };
      setView(next);
      router[typed ? 'replace' : 'push'](pathOf(next), { scroll: false });
    });
  const refresh = () => start(() => router.refresh());
  /** Brings the rows up to date without a sign of waiting. */
  const look = useCallback(() => router.refresh(), [router]);
  return { view, show, refresh, look, pending };
}
