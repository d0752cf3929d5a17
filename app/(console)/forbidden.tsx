import { getTranslations } from 'next-intl/server';
import { PageMessage, StartLink } from '@/components/frame/page-message';

export default async function Forbidden() {
  const t = await getTranslations('common');
  return (
    <PageMessage title={t('forbiddenTitle')} text={t('forbidden')}>
      <StartLink />
    </PageMessage>
  );
}
