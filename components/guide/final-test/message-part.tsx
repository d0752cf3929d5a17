'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { HeaderAnalysis } from '@/lib/mailflow/headers/analyse-headers';
import { useAnswerStyles } from './answer-styles';
import { FactList } from './fact-list';

const TEXTS = ['from', 'to', 'subject', 'messageId', 'returnPath'] as const;

/** What the message says of itself. */
export function MessagePart({ message, dkimDomains }: Pick<HeaderAnalysis, 'message' | 'dkimDomains'>) {
  const answer = useAnswerStyles();
  const t = useTranslations('guidePages.finalTest.message');
  const format = useFormatter();
  const facts = [
    ...TEXTS.map((name) => ({ name: t(name), value: message[name] ?? '' })),
    {
      name: t('date'),
      value: message.at === undefined ? '' : format.dateTime(new Date(message.at), 'exact'),
    },
    { name: t('dkimDomains'), value: dkimDomains.join(', ') },
  ].filter(({ value }) => value !== '');
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="message-facts">
      <h2 id="message-facts" className={answer.title}>
        {t('title')}
      </h2>
      <FactList facts={facts} />
    </section>
  );
}
