// Paper has no folds to open: all are open in print, and as they were afterwards.
import { type RefObject, useEffect } from 'react';

/** Opens every closed `details` in `place` while the page is laid out for print. */
export function useOpenInPrint(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const print = window.matchMedia('print');
    let opened: HTMLDetailsElement[] = [];
    const follow = () => {
      if (!print.matches) {
        for (const fold of opened) fold.open = false;
        opened = [];
        return;
      }
      opened = [...(place.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const fold of opened) fold.open = true;
    };
    print.addEventListener('change', follow);
    return () => print.removeEventListener('change', follow);
  }, [place]);
}
