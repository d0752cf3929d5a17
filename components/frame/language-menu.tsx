'use client';
import { LocalLanguageRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { ChoiceMenu } from './choice-menu';
import { LANGUAGES, useLanguage } from './languages';

/** The language, in the top bar. */
export function LanguageMenu() {
  const t = useTranslations('frame');
  const { locale, choose } = useLanguage();
  return (
    <ChoiceMenu
      label={t('language')}
      icon={<LocalLanguageRegular />}
      value={locale}
      options={LANGUAGES}
      onChoose={choose}
    />
  );
}
