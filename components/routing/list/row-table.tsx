'use client';
import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { NARROW } from '@/components/ui/table-grid';
import { NO_QUESTION } from '@/lib/operations/route-trace-query';
import { tracePath } from '../route-paths';
import type { TracedRow } from './use-list-trace';
import { useRowWords } from './use-row-words';

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    overflowWrap: 'anywhere',
    '& th': {
      padding: '8px',
      textAlign: 'left',
      fontWeight: tokens.fontWeightSemibold,
      borderBottom: line,
      [NARROW]: { display: 'none' },
    },
    '& td': { padding: '8px', verticalAlign: 'top', borderBottom: line },
    [NARROW]: {
      '& tr': { display: 'grid', gridTemplateColumns: '1fr auto', padding: '8px 0', borderBottom: line },
      '& td': { padding: '2px 0', borderBottom: 'none' },
    },
  },
  number: { width: '56px', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  to: { width: '30%', [NARROW]: { width: 'auto', gridRow: 1, gridColumn: 1 } },
  numberCell: { [NARROW]: { gridRow: 1, gridColumn: 2, textAlign: 'right' } },
  goes: { width: '22%', [NARROW]: { width: 'auto', gridColumn: '1 / -1' } },
  why: { color: tokens.colorNeutralForeground2, [NARROW]: { gridColumn: '1 / -1' } },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  badge: { marginLeft: '8px' },
});

/** More of a cell is no help to anybody's eye; the file has all of it. */
const SHOWN = 120;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** The rows of one page, each with its way and why. */
export function RowTable({ rows }: Readonly<{ rows: readonly TracedRow[] }>) {
  const styles = useStyles();
  const t = useTranslations('traceList.table');
  const answers = useTranslations('trace.answer');
  const words = useRowWords();
  return (
    <table className={styles.table} aria-label={t('label')}>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {t('number')}
          </th>
          <th scope="col">{t('recipient')}</th>
          <th scope="col">{t('goes')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((traced) => {
          const { row, answer } = traced;
          const isWrong = answer?.problem !== undefined;
          return (
            <tr key={row.number}>
              <td className={`${styles.number} ${styles.numberCell}`}>{row.number}</td>
              <td className={styles.to}>{recipient(traced)}</td>
              <td className={styles.goes}>
                {answer?.winner ? (
                  <Link href={connectorPath(answer.winner.id)}>{answer.winner.name}</Link>
                ) : (
                  <span className={isWrong ? styles.wrong : undefined}>{words.goes(traced)}</span>
                )}
                {answer?.isUncertain && !isWrong && (
                  <Badge appearance="tint" color="warning" className={styles.badge}>
                    {answers('uncertain')}
                  </Badge>
                )}
              </td>
              <td className={styles.why}>
                {words.why(traced)}{' '}
                {answer && answer.others > 0 && `${t('others', { count: answer.others })}. `}
                {answer?.wouldWin !== undefined && `${t('wouldWin', { name: answer.wouldWin })}.`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  /** Leads to the whole explanation. */
  function recipient({ row, answer }: TracedRow) {
    if (row.to === '') return t('none');
    if (answer?.problem) return short(row.to);
    const question = { ...NO_QUESTION, recipients: [row.to], sender: row.from ?? '' };
    return <Link href={tracePath(question)}>{short(row.to)}</Link>;
  }
}
