import { getTranslations } from 'next-intl/server';
import { LonePageMessage, StartLink } from '@/components/frame/page-message';

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <LonePageMessage title={t('notFoundTitle')} text={t('notFound')}>
      <StartLink />
    </LonePageMessage>
  );
}
