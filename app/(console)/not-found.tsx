import { getTranslations } from 'next-intl/server';
import { PageMessage, StartLink } from '@/components/frame/page-message';

export default async function NotFoundInConsole() {
  const t = await getTranslations('common');
  return (
    <PageMessage title={t('notFoundTitle')} text={t('notFound')}>
      <StartLink />
    </PageMessage>
  );
}
