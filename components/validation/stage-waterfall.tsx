'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { VerdictFinding } from '@/lib/mailflow/verdict';
import { type StageGroup, timeSpan } from './stage-groups';
import { StageRowView } from './stage-row';

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: '16px' },
  head: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  list: { listStyle: 'none', margin: '0', padding: '0' },
  empty: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type StageWaterfallProps = Readonly<{
  groups: readonly StageGroup[];
  elapsedMs: number;
  findings: readonly VerdictFinding[];
  isOver: boolean;
}>;

/** The stages of one task on one time axis, those of each address together. */
export function StageWaterfall({ groups, elapsedMs, findings, isOver }: StageWaterfallProps) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const span = timeSpan(groups, elapsedMs);
  if (groups.length === 0) return <p className={styles.empty}>{t(isOver ? 'notTried' : 'noStages')}</p>;
  return (
    <div className={styles.groups}>
      {groups.map((group, index) => (
        <section key={`${group.host} ${group.address ?? index}`}>
          <h4 className={styles.head}>{titleOf(group, index)}</h4>
          <ol className={styles.list}>
            {group.slots.map((slot) => (
              <StageRowView
                key={`${slot.check ?? slot.stage}-${slot.again ? slot.row?.startedAtMs : ''}`}
                slot={slot}
                span={span}
                elapsedMs={elapsedMs}
                findings={findings}
                isOver={isOver}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );

  function titleOf({ host, address, slots }: StageGroup, index: number): string {
    if (host !== undefined && address !== undefined) return t('stagesThrough', { host, address });
    if (address !== undefined) return t('stagesOf', { address });
    if (slots[0]?.stage === 'mx') return t('atDomain');
    return t(index === 0 ? 'atName' : 'stages');
  }
}
