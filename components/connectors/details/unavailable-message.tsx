'use client';
import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Unavailable } from './connector-query';

type UnavailableMessageProps = Readonly<{ reason: Unavailable; onRetry: () => void }>;

/** Why a panel has nothing to show, and what to do. */
export function UnavailableMessage({ reason, onRetry }: UnavailableMessageProps) {
  const t = useTranslations('connectors.details');
  return (
    <MessageBar intent={reason === 'failed' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        {t(reason)} {reason === 'signedOut' && <Link href="/sign-in">{t('signIn')}</Link>}
      </MessageBarBody>
      {reason === 'failed' && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
