'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import type { CoverageMapRow } from '@/lib/operations/coverage-map';
import { traceOfPath } from '../route-paths';
import { CoverageMark } from './coverage-mark';
import { marksOf } from './marks-of';

const useStyles = makeStyles({
  cards: {
    display: 'none',
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: '0',
    '@media (max-width: 760px)': { display: 'block' },
  },
  card: {
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  subject: { fontWeight: tokens.fontWeightSemibold },
  kind: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: '6px 0 0', padding: '0', display: 'grid', rowGap: '6px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' },
  says: { color: tokens.colorNeutralForeground2 },
});

const SHOWN = 5;

/** The map on a phone: who takes it first, then the others. */
export function CoverageCards({ rows }: Readonly<{ rows: readonly CoverageMapRow[] }>) {
  const styles = useStyles();
  const t = useTranslations('coverage');
  return (
    <ul className={styles.cards} aria-label={t('title')}>
      {rows.map((row) => {
        const { kind, text, sample, route, others } = row;
        const marks = marksOf(row);
        const named = [...(route.winner ? [route.winner] : []), ...others.map(({ connector }) => connector)];
        return (
          <li key={`${kind} ${text}`} className={styles.card}>
            <Link href={traceOfPath(sample)} className={styles.subject}>
              {text}
            </Link>
            <div className={styles.kind}>
              {t(`kind.${kind}`)}
              {route.rule && ` · ${t('byRule', { rule: route.rule.name })}`}
            </div>
            <ul className={styles.list}>
              {!route.winner && (
                <li className={styles.says}>
                  {route.outcome === 'default' ? t('itself') : t('byItself.unknown')}
                </li>
              )}
              {named.slice(0, SHOWN).map(({ id, name }) => {
                const mark = marks.get(id);
                return (
                  <li key={id} className={styles.line}>
                    {mark && <CoverageMark mark={mark} said={false} />}
                    <span>
                      <Link href={connectorPath(id)}>{name}</Link>{' '}
                      <span className={styles.says}>{mark && t(`mark.${mark}`)}</span>
                    </span>
                  </li>
                );
              })}
              {named.length > SHOWN && (
                <li className={styles.says}>{t('more', { count: named.length - SHOWN })}</li>
              )}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
