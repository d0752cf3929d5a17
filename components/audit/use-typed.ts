// A box that somebody types into: its text follows the hand, what is asked for follows after a pause.
import { useEffect, useRef, useState } from 'react';

/** How long after the last key the list follows; `askNow` does not wait. */
const PAUSE_MS = 300;

/** `current` is what the list shows now; `ask` is told what it shall show, once for each new text. */
export function useTyped(current: string, ask: (text: string) => void) {
  const [text, setText] = useState(current);
  const asked = useRef(current);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  // What was typed is asked for with what else has been chosen meanwhile.
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });
  // Somebody else changed it: "Clear filters", the back button.
  useEffect(() => {
    if (current === asked.current) return;
    asked.current = current;
    setText(current);
  }, [current]);

  const askFor = (wanted: string) => {
    clearTimeout(pause.current);
    if (wanted.trim() === asked.current) return;
    asked.current = wanted.trim();
    latestAsk.current(wanted.trim());
  };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => askFor(typed), PAUSE_MS);
  };
  return { text, type, askNow: () => askFor(text) };
}
