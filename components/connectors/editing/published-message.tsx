'use client';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({ message: { marginBottom: '16px' } });

/** "Version 4 is in force", as long as it is, for whoever has just published it. */
export function PublishedMessage({ version }: Readonly<{ version: number }>) {
  const styles = useStyles();
  const t = useTranslations('editing');
  const published = useSearchParams().get('published');
  if (published !== String(version)) return null;
  return (
    <div role="status" className={styles.message}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{t('published', { version })}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
