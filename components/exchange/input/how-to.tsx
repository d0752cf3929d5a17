'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { scriptWords } from '@/lib/words/script-words';
import { ScriptFold } from '../script-fold';

const useStyles = makeStyles({
  help: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    rowGap: '12px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { padding: '16px 12px' },
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: { margin: '0', paddingLeft: '22px', display: 'grid', rowGap: '12px' },
  step: { paddingLeft: '4px', '& p': { margin: '0 0 6px' } },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '2px 6px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  note: { margin: '0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const CONNECT = 'Connect-ExchangeOnline';

/** How to get from a tenant to a file, step by step. */
export function HowTo() {
  const styles = useStyles();
  const t = useTranslations('exchange.howTo');
  const words = useTranslations('scripts');
  const collect = async () =>
    (await import('@/lib/exchange/collect-script')).collectScript(scriptWords(words));
  return (
    <section className={styles.help}>
      <h2 className={styles.title}>{t('title')}</h2>
      <ol className={styles.steps}>
        <li className={styles.step}>
          <p>{t('connect')}</p>
          <div className={styles.command}>
            <code className={styles.code}>{CONNECT}</code>
            <CopyButton size="small" text={CONNECT} />
          </div>
        </li>
        <li className={styles.step}>
          <p>{t('run')}</p>
          <ScriptFold summary={t('script')} make={collect} />
        </li>
        <li className={styles.step}>
          <p>{t('bring')}</p>
        </li>
      </ol>
      <p className={styles.note}>{t('readOnly')}</p>
      <p className={styles.note}>{t('alone')}</p>
    </section>
  );
}
