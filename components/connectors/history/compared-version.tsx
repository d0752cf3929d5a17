'use client';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ComparedVersion as Version } from '@/lib/operations/compare-versions';
import { ConnectorBlocks } from '../connector-blocks';

const NARROW = '@media (max-width: 768px)';
/** The heading and as many blocks as a connector can have; rows that nobody needs have no height. */
const ROWS = 12;

const useStyles = makeStyles({
  side: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: `span ${ROWS}`,
    minWidth: '0',
    [NARROW]: { display: 'block', gridRow: 'auto' },
  },
  head: { paddingBottom: '16px' },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', minHeight: '32px' },
  number: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  action: { marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  blocks: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: `span ${ROWS - 1}`,
    '& > div': { display: 'grid', gridTemplateRows: 'subgrid', gridRow: `span ${ROWS - 1}` },
    [NARROW]: { display: 'block' },
  },
});

type ComparedVersionProps = Readonly<{ version: Version; mark: string | undefined; action: ReactNode }>;

/** One side of the comparison. */
export function ComparedVersion({ version, mark, action }: ComparedVersionProps) {
  const styles = useStyles();
  const t = useTranslations('history');
  const { number, connector, createdByName, createdAt } = version;
  const id = useId();
  return (
    <section className={styles.side} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h2 id={id} className={styles.number}>
            {t('version', { number })}
          </h2>
          {mark && (
            <Badge appearance="tint" color="brand">
              {mark}
            </Badge>
          )}
          {action && <span className={styles.action}>{action}</span>}
        </div>
        <div className={styles.quiet}>
          {t.rich('by', { name: createdByName, when: () => <RelativeTime at={new Date(createdAt)} /> })}
        </div>
      </div>
      <div className={styles.blocks}>
        <ConnectorBlocks connector={connector} saved />
      </div>
    </section>
  );
}
