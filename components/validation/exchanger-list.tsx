'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { triedExchangers } from '@/lib/mailflow/mail-exchangers';
import type { MailExchanger } from '@/lib/mailflow/observation';
import { StateIcon } from './state-icon';
import type { ValidationRunView } from './validation-query';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingBottom: '6px' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: {
    padding: '6px 12px 6px 0',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  cell: { padding: '8px 12px 8px 0', verticalAlign: 'top', overflowWrap: 'anywhere' },
  preference: { width: '1%', fontVariantNumeric: 'tabular-nums' },
  standing: { display: 'flex', columnGap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The mail servers that a domain's MX records name, in the order in which senders try them, and how each went. */
export function ExchangerList({ domain, run }: Readonly<{ domain: string; run: ValidationRunView }>) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const lookUp = run.stages.find(({ stage, host }) => stage === 'mx' && host === domain);
  const found = lookUp?.exchangers ?? [];
  if (found.length === 0) return null;
  const ttl = lookUp?.ttlSeconds?.MX;
  const tried = new Set(triedExchangers(found).map(({ name }) => name));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {ttl === undefined ? t('exchangers.title') : t('exchangers.titleTtl', { seconds: ttl })}
      </caption>
      <thead>
        <tr>
          <th className={styles.head}>{t('exchangers.preference')}</th>
          <th className={styles.head}>{t('exchangers.name')}</th>
          <th className={styles.head}>{t('exchangers.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((exchanger) => (
          <tr key={`${exchanger.preference} ${exchanger.name}`} className={styles.row}>
            <td className={mergeClasses(styles.cell, styles.preference)}>
              {lookUp?.implicitMx ? '–' : exchanger.preference}
            </td>
            <td className={styles.cell}>
              {exchanger.name}
              {lookUp?.implicitMx && <div className={styles.quiet}>{t('exchangers.implicit')}</div>}
            </td>
            <td className={styles.cell}>{standingOf(exchanger)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function standingOf(exchanger: MailExchanger) {
    if (exchanger.unusable) return t('exchangers.unusable');
    if (!tried.has(exchanger.name)) return t('exchangers.untried');
    const { state = 'waiting' } =
      run.tasks.find(({ kind, host }) => kind === 'connectivity' && host === exchanger.name) ?? {};
    return (
      <span className={styles.standing}>
        <StateIcon state={state} />
        {t(`state.${state}`)}
      </span>
    );
  }
}
