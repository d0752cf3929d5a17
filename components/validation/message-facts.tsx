'use client';
import { useTranslations } from 'next-intl';
import type { StageRow } from '@/lib/mailflow/validation-progress';
import { useFactStyles } from './fact-styles';

/** The test message as it went out, and the number under which the server's log and message trace know it. */
export function MessageFacts({ sent }: Readonly<{ sent: readonly StageRow[] }>) {
  const facts = useFactStyles();
  const t = useTranslations('validation.message');
  const [message] = sent.flatMap((row) => row.message ?? []);
  if (!message) return null;
  return (
    <dl className={facts.list} aria-label={t('title')}>
      <dt>{t('size')}</dt>
      <dd>{t('bytes', { bytes: message.bytes })}</dd>
      <dt>{t('type')}</dt>
      <dd>{message.contentType}</dd>
      {sent.map(({ queueId, host, address }) =>
        queueId === undefined ? null : (
          <QueueId
            key={`${host} ${address}`}
            label={t('queueId', { address: address ?? host })}
            id={queueId}
          />
        ),
      )}
    </dl>
  );
}

const QueueId = ({ label, id }: Readonly<{ label: string; id: string }>) => (
  <>
    <dt>{label}</dt>
    <dd>{id}</dd>
  </>
);
