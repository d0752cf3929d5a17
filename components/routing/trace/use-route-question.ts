// The question that somebody is typing, the address that spells it, and its answer.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { splitRecipients } from '@/lib/mailflow/recipient-list';
import {
  ADDRESS_MAX,
  HEADER_MAX,
  HEADERS_MAX,
  RECIPIENTS_MAX,
  type WhatIf,
} from '@/lib/operations/route-trace-query';
import { tracePath } from '../route-paths';
import {
  AnswerUnavailable,
  postQuestion,
  type RouteAnswer,
  type RouteQuestion,
  routeAnswerKey,
} from './trace-query';

/** What stands in the form's boxes. */
export type TypedQuestion = Readonly<{
  recipients: string;
  sender: string;
  headers: string;
  size: string;
  whatIf?: WhatIf | undefined;
}>;

const PAUSE_MS = 250;
/** Longer, and programs cut a link on its way. */
const LINK_MAX = 8_000;

export function useRouteQuestion(first: RouteQuestion) {
  const [typed, setTyped] = useState<TypedQuestion>(() => ({
    ...first,
    recipients: first.recipients.join('\n'),
    headers: first.headers.join('\n'),
  }));
  const question = toQuestion(typed);
  const [asked, setAsked] = useState(first);
  const path = tracePath(question);
  const askedPath = tracePath(asked);
  // The path spells the question, so it tells whether another one is asked.
  const settled = path === askedPath;
  useEffect(() => {
    if (settled) return;
    const pause = setTimeout(() => setAsked(toQuestion(typed)), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [settled, typed]);
  useEffect(() => {
    const here = window.location.pathname + window.location.search;
    // Next.js takes this up without asking the server for the page again.
    if (askedPath.length <= LINK_MAX && here !== askedPath) window.history.replaceState(null, '', askedPath);
  }, [askedPath]);
  const isTooMany = asked.recipients.length > RECIPIENTS_MAX;
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    queryKey: routeAnswerKey(asked),
    queryFn: ({ signal }) => postQuestion<RouteAnswer>('/api/trace', asked, signal),
    placeholderData: keepPreviousData,
    retry: (failures, problem) => failures < 1 && !(problem instanceof AnswerUnavailable),
    enabled: !isTooMany,
  });
  return {
    typed,
    count: question.recipients.length,
    change: (change: Partial<TypedQuestion>) => setTyped((before) => ({ ...before, ...change })),
    /** '' where the question fits into no link. */
    link: path.length <= LINK_MAX ? path : '',
    asked,
    answer: data,
    /** The answer is that of an older question. */
    isOld: !settled || isPlaceholderData || isTooMany,
    isFetching,
    problem: error instanceof AnswerUnavailable ? error.reason : error ? ('failed' as const) : undefined,
  };
}

function toQuestion({ recipients, sender, headers, size, whatIf }: TypedQuestion): RouteQuestion {
  return {
    recipients: splitRecipients(recipients).map((text) => text.slice(0, ADDRESS_MAX)),
    sender: sender.trim().slice(0, ADDRESS_MAX),
    headers: headers
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, HEADERS_MAX)
      .map((line) => line.slice(0, HEADER_MAX)),
    size: size.trim().slice(0, 20),
    ...(whatIf && { whatIf }),
  };
}
