// What stands in the boxes of the inbound trace, and the answer to it.
import { useState } from 'react';
import { splitRecipients } from '@/lib/mailflow/recipient-list';
import {
  type AttributionQuestion,
  INBOUND_NAMES_MAX,
  INBOUND_RECIPIENTS_MAX,
  INBOUND_TEXT_MAX,
} from '@/lib/operations/attribution-query';
import type { AttributionAnswer } from '@/lib/operations/trace-attribution';
import { attributionPath } from '../route-paths';
import { attributionAnswerKey } from '../trace/trace-query';
import { useAsked } from '../trace/use-asked';

export type TypedConnection = Readonly<{
  ip: string;
  certificates: string;
  trusted: boolean;
  tls: boolean;
  sender: string;
  recipients: string;
}>;

const isAllowed = ({ recipients }: AttributionQuestion): boolean =>
  recipients.length <= INBOUND_RECIPIENTS_MAX;

export function useConnection(first: AttributionQuestion) {
  const [typed, setTyped] = useState<TypedConnection>(() => ({
    ...first,
    certificates: first.certificates.join('\n'),
    recipients: first.recipients.join('\n'),
  }));
  const question = toQuestion(typed);
  const asked = useAsked<AttributionQuestion, AttributionAnswer>({
    first,
    question,
    pathOf: attributionPath,
    api: '/api/trace/inbound',
    keyOf: attributionAnswerKey,
    isAllowed,
  });
  return {
    ...asked,
    typed,
    count: question.recipients.length,
    change: (change: Partial<TypedConnection>) => setTyped((before) => ({ ...before, ...change })),
  };
}

const cut = (text: string): string => text.trim().slice(0, INBOUND_TEXT_MAX);

const toQuestion = ({
  certificates,
  recipients,
  ip,
  sender,
  ...rest
}: TypedConnection): AttributionQuestion => ({
  ...rest,
  ip: cut(ip),
  sender: cut(sender),
  certificates: certificates
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
    .slice(0, INBOUND_NAMES_MAX)
    .map(cut),
  recipients: splitRecipients(recipients).map(cut),
});
