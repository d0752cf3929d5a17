'use client';
import { Button } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { PageMessage } from './page-message';

/** Next.js hands these to error.tsx; `digest` stands beside the cause in the server's log. */
export type PageErrorProps = Readonly<{ error: Error & { digest?: string }; reset: () => void }>;

/** A page that threw. The cause is for the log; the reader gets a way on. */
export function PageError({ error, reset }: PageErrorProps) {
  const t = useTranslations('common');
  return (
    <PageMessage title={t('errorTitle')} text={t('error')}>
      {error.digest && <span>{t('errorCode', { code: error.digest })}</span>}
      <Button appearance="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </PageMessage>
  );
}
