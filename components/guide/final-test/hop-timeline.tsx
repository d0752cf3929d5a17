'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { StatusDot } from '@/components/ui/status-dot';
import type { Hop } from '@/lib/mailflow/headers/hop';
import type { PathLeg } from '@/lib/mailflow/headers/path-judgement';
import { headerWords } from '@/lib/words/header-words';
import { DelayBar } from './delay-bar';
import { useDuration } from './use-duration';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  hop: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) 168px',
    columnGap: '12px',
    paddingBottom: '20px',
    // The way from this server to the next.
    '::before': {
      content: '""',
      position: 'absolute',
      left: '11px',
      top: '24px',
      bottom: '0',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
    ':last-child': { paddingBottom: '0' },
    ':last-child::before': { display: 'none' },
    '@media (max-width: 640px)': { gridTemplateColumns: '24px minmax(0, 1fr)' },
  },
  claimed: {
    '::before': {
      width: '0',
      backgroundColor: 'transparent',
      borderLeft: `2px dashed ${tokens.colorNeutralStroke1}`,
    },
  },
  number: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    forcedColorAdjust: 'none',
  },
  claimedNumber: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  what: { display: 'grid', rowGap: '2px', minWidth: '0', overflowWrap: 'anywhere' },
  by: { fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '2px', marginTop: '4px' },
  border: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  time: {
    display: 'grid',
    rowGap: '2px',
    alignContent: 'start',
    '@media (max-width: 640px)': { gridColumn: '2', marginTop: '6px' },
  },
  delay: { lineHeight: '24px' },
});

type HopTimelineProps = Readonly<{ hops: readonly Hop[]; legs: readonly PathLeg[] }>;

/** The way of a message, server by server, oldest first. */
export function HopTimeline({ hops, legs }: HopTimelineProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.finalTest.hops');
  const words = headerWords(useTranslations('headers'));
  const format = useFormatter();
  const duration = useDuration();
  const longest = Math.max(1, ...hops.map(({ delay }) => (delay.kind === 'took' ? delay.ms : 0)));
  const crossing = (at: number) => legs.find((leg) => leg.kind !== 'none' && leg.hop === at)?.kind;
  return (
    <ol className={styles.list} aria-label={t('title')}>
      {hops.map((hop, at) => {
        const { from, by, tls, trust, delay, server } = hop;
        const isClaimed = trust === 'claimed';
        const kind = crossing(at);
        const client = from.name ?? from.helo ?? from.address;
        return (
          <li key={hop.place} className={mergeClasses(styles.hop, isClaimed && styles.claimed)}>
            <span className={mergeClasses(styles.number, isClaimed && styles.claimedNumber)} aria-hidden>
              {at + 1}
            </span>
            <div className={styles.what}>
              <span className={styles.by}>
                <Breakable text={by.name ?? by.address ?? t('noName')} />
              </span>
              {client !== undefined && (
                <span>
                  <Breakable
                    text={
                      from.address === undefined || from.address === client
                        ? t('from', { client })
                        : t('fromAddress', { client, address: from.address })
                    }
                  />
                </span>
              )}
              {(kind === 'into' || kind === 'outOf') && <span className={styles.border}>{t(kind)}</span>}
              <div className={styles.facts}>
                <StatusDot
                  tone={tls.state === 'encrypted' ? 'good' : tls.state === 'plain' ? 'bad' : 'off'}
                  text={words.tls(tls)}
                />
                {server && <span>{words.server(server)}</span>}
              </div>
              {tls.state === 'encrypted' && tls.cipher && <span className={styles.quiet}>{tls.cipher}</span>}
              <span className={styles.quiet}>{words.trust(trust)}</span>
            </div>
            <div className={styles.time}>
              <span className={styles.delay}>
                {delay.kind === 'took' ? t('took', { time: duration(delay.ms) }) : words.delay(delay)}
              </span>
              {delay.kind === 'took' && <DelayBar share={delay.ms / longest} />}
              {hop.at !== undefined && (
                <span className={styles.quiet}>{format.dateTime(new Date(hop.at), 'exact')}</span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
