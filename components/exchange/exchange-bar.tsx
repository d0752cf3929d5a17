'use client';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { PageHeader } from '@/components/ui/page-header';
import { PageTabs } from '@/components/ui/page-tabs';
import { EXCHANGE_PATH, EXPORT_PATH } from './exchange-paths';

/** The head of both pages: in or out. */
export function ExchangeBar({ here }: Readonly<{ here: 'import' | 'export' }>) {
  const t = useTranslations('exchange');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar label={t('title')}>
        <PageTabs
          label={t('tabs.label')}
          tabs={[
            { href: EXCHANGE_PATH, words: t('tabs.import'), here: here === 'import' },
            { href: EXPORT_PATH, words: t('tabs.export'), here: here === 'export' },
          ]}
        />
      </CommandBar>
    </>
  );
}
