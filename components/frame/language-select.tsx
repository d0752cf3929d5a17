'use client';
import { makeStyles, Select } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { LANGUAGES, useLanguage } from './languages';

const useStyles = makeStyles({
  corner: {
    position: 'absolute',
    top: '16px',
    right: '16px',
    '@media (max-width: 480px)': { top: '8px', right: '8px' },
  },
});

/** The language, on pages for people who are not signed in. */
export function LanguageSelect() {
  const styles = useStyles();
  const t = useTranslations('frame');
  const { locale, choose } = useLanguage();
  return (
    <header className={styles.corner}>
      <Select
        aria-label={t('language')}
        appearance="filled-lighter"
        value={locale}
        onChange={(_, { value }) => {
          const chosen = LANGUAGES.find((language) => language.value === value);
          if (chosen) choose(chosen.value);
        }}
      >
        {LANGUAGES.map(({ value, text }) => (
          <option key={value} value={value} lang={value}>
            {text}
          </option>
        ))}
      </Select>
    </header>
  );
}
