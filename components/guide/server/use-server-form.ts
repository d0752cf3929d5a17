// What is typed into the server's form. The address follows, so that it can be handed to whoever runs the server.
import { useDeferredValue, useEffect, useState } from 'react';
import { type ServerQuestion, serverPath, type TypedField } from './server-question';

const PAUSE_MS = 250;

export function useServerForm(first: ServerQuestion) {
  const [question, setQuestion] = useState(first);
  const path = serverPath(question);
  useEffect(() => {
    const pause = setTimeout(() => {
      const here = window.location.pathname + window.location.search;
      // Next.js takes this up without asking the server for the page again.
      if (here !== path) window.history.replaceState(null, '', path);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [path]);
  return {
    question,
    /** The question that the files are made for. */
    read: useDeferredValue(question),
    type: (field: TypedField, text: string) =>
      setQuestion((before) => ({ ...before, typed: { ...before.typed, [field]: text } })),
    handOver: (handsOver: ServerQuestion['handsOver']) => setQuestion((before) => ({ ...before, handsOver })),
    /** Everything as the set-up tells it. */
    reset: () => setQuestion(({ program }) => ({ program, handsOver: 'everything', typed: {} })),
  };
}
