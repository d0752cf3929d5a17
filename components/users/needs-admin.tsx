'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '560px' },
  icon: { fontSize: '32px', color: tokens.colorNeutralForeground3 },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
  },
  text: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** What helpdesk sees where only an admin may go. */
export function NeedsAdmin() {
  const styles = useStyles();
  const t = useTranslations('users.needsAdmin');
  return (
    <div className={styles.page}>
      <LockClosedRegular className={styles.icon} aria-hidden />
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.text}>{t('description')}</p>
      <Link href="/">{t('back')}</Link>
    </div>
  );
}
