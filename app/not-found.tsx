import { getTranslations } from 'next-intl/server';
import { LonePage, PageMessage, StartLink } from '@/components/frame/page-message';

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <LonePage>
      <PageMessage title={t('notFoundTitle')} text={t('notFound')}>
        <StartLink />
      </PageMessage>
    </LonePage>
  );
}
