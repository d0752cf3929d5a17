// What stands in the boxes of the outbound trace, and the answer to it.
import { useState } from 'react';
import { splitRecipients } from '@/lib/mailflow/recipient-list';
import {
  ADDRESS_MAX,
  HEADER_MAX,
  HEADERS_MAX,
  RECIPIENTS_MAX,
  type WhatIf,
} from '@/lib/operations/route-trace-query';
import { tracePath } from '../route-paths';
import { type RouteAnswer, type RouteQuestion, routeAnswerKey } from './trace-query';
import { useAsked } from './use-asked';

/** What stands in the form's boxes. */
export type TypedQuestion = Readonly<{
  recipients: string;
  sender: string;
  headers: string;
  size: string;
  whatIf?: WhatIf | undefined;
}>;

const isAllowed = ({ recipients }: RouteQuestion): boolean => recipients.length <= RECIPIENTS_MAX;

export function useRouteQuestion(first: RouteQuestion) {
  const [typed, setTyped] = useState<TypedQuestion>(() => ({
    ...first,
    recipients: first.recipients.join('\n'),
    headers: first.headers.join('\n'),
  }));
  const question = toQuestion(typed);
  const asked = useAsked<RouteQuestion, RouteAnswer>({
    first,
    question,
    pathOf: tracePath,
    api: '/api/trace',
    keyOf: routeAnswerKey,
    isAllowed,
  });
  return {
    ...asked,
    typed,
    count: question.recipients.length,
    change: (change: Partial<TypedQuestion>) => setTyped((before) => ({ ...before, ...change })),
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
