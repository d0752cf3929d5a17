'use client';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';

/** "Version 4 is in force", as long as it is, for whoever has just published it. */
export function PublishedMessage({ version }: Readonly<{ version: number }>) {
  const t = useTranslations('editing');
  const published = useSearchParams().get('published');
  if (published !== String(version)) return null;
  return (
    <div role="status">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{t('published', { version })}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
