'use client';
import { useEffect, useState } from 'react';

/**
 * While `unsaved`, asks before the page is left: the browser when the tab closes, and the caller's dialog when a link
 * inside the console is followed. `target` is the address that waits for an answer. A link with `data-keeps-input`
 * leads away and back, and is let through.
 */
export function useLeaveGuard(unsaved: boolean) {
  const [target, setTarget] = useState<string>();
  useEffect(() => {
    if (!unsaved) return;
    let losesNothing = false;
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!losesNothing) event.preventDefault();
    };
    // In the capture phase, so that it comes before the router's own handler.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!(link instanceof HTMLAnchorElement) || !plain || link.target === '_blank') return;
      losesNothing = link.dataset.keepsInput !== undefined;
      if (losesNothing) return;
      if (link.origin !== location.origin || link.pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(link.pathname + link.search);
    };
    addEventListener('beforeunload', onBeforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [unsaved]);
  return { target, ask: setTarget, stay: () => setTarget(undefined) };
}
