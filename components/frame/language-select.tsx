'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { LANGUAGES, useLanguage } from './languages';

const useStyles = makeStyles({
  corner: {
    position: 'absolute',
    // Above the card, which fills a phone's screen.
    zIndex: 1,
    top: '16px',
    right: '16px',
    '@media (max-width: 480px)': { top: '8px', right: '8px' },
  },
  select: {
    height: '32px',
    padding: '0 4px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    // The list that it opens is drawn by the browser.
    '& option': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
});

/** The language, on pages for people who are not signed in. */
export function LanguageSelect() {
  const styles = useStyles();
  const t = useTranslations('frame');
  const { locale, choose } = useLanguage();
  return (
    <header className={styles.corner}>
      {/* The browser's own: a page with two fields needs no more. */}
      <select
        aria-label={t('language')}
        value={locale}
        onChange={(event) => choose(event.target.value)}
        className={styles.select}
      >
        {LANGUAGES.map(({ value, text }) => (
          <option key={value} value={value} lang={value}>
            {text}
          </option>
        ))}
      </select>
    </header>
  );
}
