// Waits with something that draws a part of the page anew until nobody has a hand on that part.
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * True once `load` is through and neither a press nor the focus is in `place`: what comes anew would lose both. Nothing is
 * loaded where it is not `wanted`; where it can't be loaded the page stays as it is.
 */
export function useQuietLoad(
  load: () => Promise<unknown>,
  wanted: boolean,
  place: RefObject<HTMLElement | null>,
): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!wanted || ready) return;
    const end = new AbortController();
    const always = { signal: end.signal, capture: true };
    let loaded = false;
    let pressed = false;
    const look = () => {
      const isBusy = pressed || place.current?.contains(document.activeElement);
      // At once: a press between this look and the drawing would be lost after all.
      if (loaded && !isBusy && !end.signal.aborted) flushSync(() => setReady(true));
    };
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      setTimeout(look);
    };
    window.addEventListener('pointerdown', press, always);
    window.addEventListener('pointerup', release, always);
    window.addEventListener('pointercancel', release, always);
    window.addEventListener('focusout', () => setTimeout(look), always);
    load().then(
      () => {
        loaded = true;
        look();
      },
      () => undefined,
    );
    return () => end.abort();
  }, [load, wanted, ready, place]);
  return ready;
}
