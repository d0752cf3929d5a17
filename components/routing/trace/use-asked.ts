// A question that somebody is typing, the address that spells it, and its answer. Older answers never cover newer ones.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AnswerUnavailable, postQuestion } from './trace-query';

const PAUSE_MS = 250;
/** Longer, and programs cut a link on its way. */
const LINK_MAX = 8_000;

type Asking<Question> = Readonly<{
  /** What the page came with. */
  first: Question;
  /** What stands in the boxes now. */
  question: Question;
  /** The address that spells a question, and so tells two of them apart. */
  pathOf: (question: Question) => string;
  /** Where it is posted. */
  api: string;
  keyOf: (question: Question) => readonly unknown[];
  isAllowed?: (question: Question) => boolean;
}>;

export function useAsked<Question extends object, Answer>(asking: Asking<Question>) {
  const { first, question, pathOf, api, keyOf, isAllowed = () => true } = asking;
  const [asked, setAsked] = useState(first);
  const path = pathOf(question);
  const askedPath = pathOf(asked);
  const isSettled = path === askedPath;
  const latest = useRef(question);
  useEffect(() => {
    latest.current = question;
  });
  // The question is made anew with each look, so it is its path that begins the pause again.
  useEffect(() => {
    const ask = () => setAsked((before) => (pathOf(before) === path ? before : latest.current));
    const pause = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [path, pathOf]);
  useEffect(() => {
    const here = window.location.pathname + window.location.search;
    // Next.js takes this up without asking the server for the page again.
    if (askedPath.length <= LINK_MAX && here !== askedPath) window.history.replaceState(null, '', askedPath);
  }, [askedPath]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: keyOf(asked),
    queryFn: ({ signal }) => postQuestion<Answer>(api, asked, signal),
    placeholderData: keepPreviousData,
    retry: (failures, problem) => failures < 1 && !(problem instanceof AnswerUnavailable),
    enabled: isAllowed(asked),
  });
  return {
    asked,
    answer: data,
    /** '' where the question fits into no link. */
    link: path.length <= LINK_MAX ? path : '',
    /** The answer is that of an older question. */
    isOld: !isSettled || isPlaceholderData || !isAllowed(asked),
    problem: error instanceof AnswerUnavailable ? error.reason : error ? ('failed' as const) : undefined,
  };
}
