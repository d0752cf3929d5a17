'use client';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { Breakable } from '@/components/ui/breakable';
import type { CoverageMap } from '@/lib/operations/coverage-map';
import { traceOfPath } from '../route-paths';
import { CoverageMark } from './coverage-mark';
import { marksOf } from './marks-of';

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  box: { overflowX: 'auto', '@media (max-width: 760px)': { display: 'none' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th': {
      padding: '8px',
      textAlign: 'left',
      fontWeight: tokens.fontWeightSemibold,
      verticalAlign: 'bottom',
    },
    '& td, & tbody th': { borderTop: line },
    '& tbody tr:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  subject: { width: '26%', minWidth: '180px', overflowWrap: 'anywhere' },
  kind: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  column: { minWidth: '96px', overflowWrap: 'anywhere' },
  cell: { padding: '8px' },
  itself: { borderLeft: line },
  other: { display: 'flex', columnGap: '6px', alignItems: 'flex-start' },
  more: { minWidth: '120px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Rows are domains and patterns, columns are connectors. */
export function CoverageTable({ map: { rows, columns } }: Readonly<{ map: CoverageMap }>) {
  const styles = useStyles();
  const t = useTranslations('coverage');
  const shown = new Set(columns.map(({ id }) => id));
  const hasMore = rows.some((row) => [...marksOf(row).keys()].some((id) => !shown.has(id)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard.
    <section className={styles.box} aria-label={t('title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.subject}>
              {t('subject')}
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.column}>
                <Link href={connectorPath(id)}>{name}</Link>
              </th>
            ))}
            {hasMore && <th scope="col">{t('others')}</th>}
            <th scope="col" className={styles.itself}>
              {t('itself')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { kind, text, sample, route, others } = row;
            const marks = marksOf(row);
            const hidden = [
              ...(route.winner ? [route.winner] : []),
              ...others.map(({ connector }) => connector),
            ].filter(({ id }) => !shown.has(id));
            const [firstHidden] = hidden;
            const hiddenMark = firstHidden && marks.get(firstHidden.id);
            return (
              <tr key={`${kind} ${text}`}>
                <th scope="row" className={styles.subject}>
                  <Link href={traceOfPath(sample)} title={t('traceHint', { sample })}>
                    <Breakable text={text} />
                  </Link>
                  <span className={styles.kind}>
                    {t(`kind.${kind}`)}
                    {route.rule && ` · ${t('byRule', { rule: route.rule.name })}`}
                  </span>
                </th>
                {columns.map(({ id }) => {
                  const mark = marks.get(id);
                  return (
                    <td key={id} className={styles.cell}>
                      {mark && <CoverageMark mark={mark} />}
                    </td>
                  );
                })}
                {hasMore && (
                  <td className={mergeClasses(styles.cell, styles.more)}>
                    {firstHidden && (
                      <span className={styles.other}>
                        {hiddenMark && <CoverageMark mark={hiddenMark} />}
                        <Link href={connectorPath(firstHidden.id)}>{firstHidden.name}</Link>
                      </span>
                    )}
                    {hidden.length > 1 && t('more', { count: hidden.length - 1 })}
                  </td>
                )}
                <td className={mergeClasses(styles.cell, styles.itself)}>
                  {!route.winner && t(`byItself.${route.outcome === 'default' ? 'default' : 'unknown'}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
