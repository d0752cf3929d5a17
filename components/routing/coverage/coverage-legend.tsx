'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CoverageMark, MARKS } from './coverage-mark';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyleType: 'none',
    margin: '12px 0',
    padding: '0',
    columnGap: '20px',
    rowGap: '4px',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 760px)': { display: 'none' },
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
});

/** What the marks mean. */
export function CoverageLegend() {
  const styles = useStyles();
  const t = useTranslations('coverage');
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {MARKS.map((mark) => (
        <li key={mark} className={styles.entry}>
          <CoverageMark mark={mark} said={false} />
          {t(`mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
