'use client';
import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useFindingText } from '@/components/connectors/wizard/finding-text';
import type { GroupedRecipient, TraceGroup } from '@/lib/mailflow/trace-groups';
import type { WhatIf } from '@/lib/operations/route-trace-query';
import type { TracedConnector } from '@/lib/operations/traced-connectors';
import { useRouteWords } from '../route-words';
import { BeatenList } from './beaten-list';
import { NoteList } from './note-list';
import { RoutePicture } from './route-picture';
import { RuleList } from './rule-list';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px 20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { padding: '12px 14px 16px' },
  },
  to: { margin: '0', color: tokens.colorNeutralForeground2 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  reason: { margin: '4px 0 0', maxWidth: '90ch' },
  asks: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px', marginTop: '12px' },
  problems: { listStyleType: 'none', margin: '8px 0 0', padding: '0', display: 'grid', rowGap: '4px' },
  all: { listStyleType: 'none', margin: '4px 0 8px', padding: '0', columnWidth: '260px', columnGap: '24px' },
});

type GroupCardProps = Readonly<{
  group: TraceGroup;
  sender: string;
  winner: TracedConnector | undefined;
  /** It is the only answer, so its details are open. */
  only: boolean;
  onWhatIf: ((whatIf: WhatIf) => void) | undefined;
}>;

/** The answer for recipients that go the same way for the same reasons. */
export function GroupCard({ group, sender, winner, only, onWhatIf }: GroupCardProps) {
  const styles = useStyles();
  const t = useTranslations('trace');
  const words = useRouteWords();
  const titleId = useId();
  const { trace, recipients } = group;
  const isUnreadable = trace.reason === 'unreadable';
  const isUncertain = trace.ambiguous || trace.outcome === 'unknown';
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <Recipients recipients={recipients} />
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {trace.winner?.name ?? (isUnreadable ? t('answer.unreadable') : title())}
        </h2>
        {isUncertain && !isUnreadable && (
          <Badge appearance="tint" color="warning" title={t('answer.uncertainHint')}>
            {t('answer.uncertain')}
          </Badge>
        )}
      </div>
      <p className={styles.reason}>{words.reason(trace)}</p>
      {isUnreadable ? (
        <Problems recipients={recipients} />
      ) : (
        <RoutePicture group={group} sender={sender} winner={winner} />
      )}
      <NoteList trace={trace} />
      {winner && onWhatIf && (
        <div className={styles.asks}>
          <Link as="button" onClick={() => onWhatIf({ change: 'turnOff', connectorId: winner.id })}>
            {t('whatIf.askOff')}
          </Link>
          {winner.hasDraft && (
            <Link as="button" onClick={() => onWhatIf({ change: 'publish', connectorId: winner.id })}>
              {t('whatIf.askPublish')}
            </Link>
          )}
        </div>
      )}
      <BeatenList group={group} open={only} onWhatIf={onWhatIf} />
      <RuleList group={group} />
    </section>
  );

  function title(): string {
    return trace.outcome === 'default' ? t('answer.default') : t('answer.unknown');
  }
}

const SHOWN = 2;

/** To whom; of many, the first ones and the rest on demand. */
function Recipients({ recipients }: Readonly<{ recipients: readonly GroupedRecipient[] }>) {
  const styles = useStyles();
  const t = useTranslations('trace.answer');
  const [all, setAll] = useState(false);
  const more = recipients.length - SHOWN;
  if (all && more > 0) {
    return (
      <>
        <p className={styles.to}>{t('toCount', { count: recipients.length })}</p>
        <ul className={styles.all}>
          {recipients.map(({ to }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an address may be typed twice, and none is moved.
            <li key={at}>{to}</li>
          ))}
        </ul>
      </>
    );
  }
  const shown = recipients.slice(0, SHOWN).map(({ to, address }) => {
    const isReadOtherwise = address !== undefined && address.toLowerCase() !== to.trim().toLowerCase();
    return isReadOtherwise ? `${to} (${t('readAs', { address })})` : to;
  });
  return (
    <p className={styles.to}>
      {t('to', { address: shown.join(', ') })}{' '}
      {more > 0 && (
        <Link as="button" onClick={() => setAll(true)}>
          {t('andMore', { count: more })}
        </Link>
      )}
    </p>
  );
}

/** Why each of them can't be read. */
function Problems({ recipients }: Readonly<{ recipients: readonly GroupedRecipient[] }>) {
  const styles = useStyles();
  const text = useFindingText();
  return (
    <ul className={styles.problems}>
      {recipients.map(({ to, problem }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an address may be typed twice, and none is moved.
        <li key={at}>
          {to}: {problem && text(problem)}
        </li>
      ))}
    </ul>
  );
}
