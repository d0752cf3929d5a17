'use client';
import { MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { NothingYetPicture } from '@/components/ui/pictures';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import type { WhatIf } from '@/lib/operations/route-trace-query';
import { GroupCard } from './group-card';
import type { RouteAnswer } from './trace-query';
import { type Side, WhatIfResult } from './what-if-result';

const useStyles = makeStyles({
  part: { minHeight: '420px', minWidth: '0', display: 'grid', rowGap: '16px', alignContent: 'start' },
  old: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  summary: { margin: '0', color: tokens.colorNeutralForeground2 },
  none: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type AnswerPartProps = Readonly<{
  answer: RouteAnswer | undefined;
  /** Another question is on its way: the answer stays where it is, and paler. */
  isOld: boolean;
  problem: 'signedOut' | 'failed' | undefined;
  sender: string;
  onWhatIf: (whatIf: WhatIf | undefined) => void;
}>;

/** What the trace found, one card for each way. */
export function AnswerPart({ answer, isOld, problem, sender, onWhatIf }: AnswerPartProps) {
  const styles = useStyles();
  const t = useTranslations('trace.answer');
  const unseen = useUnseenStyles();
  const [side, setSide] = useState<Side>('after');
  const after = answer?.whatIf?.after;
  const shown = after && side === 'after' ? after : answer?.inForce;
  const groups = shown?.groups ?? [];
  const connectorOf = new Map(shown?.connectors.map((one) => [one.id, one]));
  const recipients = groups.reduce((sum, group) => sum + group.recipients.length, 0);
  return (
    <section className={styles.part} aria-label={t('label')} aria-busy={isOld}>
      {problem && (
        <MessageBar intent="error">
          <MessageBarBody role="alert">{t(problem)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={mergeClasses(styles.part, isOld && styles.old)}>
        {answer?.none && <p className={styles.none}>{t('noConnectors')}</p>}
        {answer?.whatIf && groups.length > 0 && (
          <WhatIfResult
            whatIf={answer.whatIf}
            side={side}
            onSide={setSide}
            onDrop={() => onWhatIf(undefined)}
          />
        )}
        <p className={recipients > 1 ? styles.summary : unseen.text} role="status">
          {groups.length > 0 && t('summary', { recipients, ways: groups.length })}
        </p>
        {answer && groups.length === 0 && (
          <EmptyState picture={<NothingYetPicture />} title={t('empty')} text={t('emptyText')} />
        )}
        {groups.map((group) => {
          const { trace, recipients } = group;
          return (
            <GroupCard
              key={`${recipients[0]?.to} ${trace.reason}`}
              group={group}
              sender={sender}
              winner={trace.winner && connectorOf.get(trace.winner.id)}
              only={groups.length === 1}
              onWhatIf={answer?.whatIf?.after ? undefined : onWhatIf}
            />
          );
        })}
      </div>
    </section>
  );
}
