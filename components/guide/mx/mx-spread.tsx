'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { SeenAnswer } from '@/lib/mailflow/dns-spread';
import { countdown } from './countdown';
import { type KeptWatch, spreadOf } from './kept-watch';
import { MxSection } from './mx-section';
import { useMxTableStyles } from './mx-table-styles';
import { WATCH_EVERY_SECONDS } from './use-mx-watch';
import { useSecondsNow } from './use-now';

const useStyles = makeStyles({
  said: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
  left: { margin: '0 0 8px', minHeight: '20px', fontVariantNumeric: 'tabular-nums' },
  asked: { margin: '8px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const TONES: Readonly<Record<SeenAnswer['answer'] | 'none', StatusTone>> = {
  new: 'good',
  old: 'busy',
  none: 'off',
  unchecked: 'off',
};
/** Where GUIDE_RESOLVERS is not set. */
const OWN_RESOLVERS = 'console';

/** What each resolver answers, until all agree, and how long an old answer may still be given. */
export function MxSpread({ kept }: Readonly<{ kept: KeptWatch }>) {
  const styles = useStyles();
  const table = useMxTableStyles();
  const t = useTranslations('guideScreens.mx.spread');
  const format = useFormatter();
  const { agreed, resolvers, goneAt, goneEverywhereAt, leftMs } = spreadOf(kept, useSecondsNow());
  const moved = resolvers.filter(({ answer }) => answer === 'new').length;
  const answers = new Map(kept.latest.resolvers.map((one) => [one.resolver, one]));
  const asked = kept.latest.resolvers
    .map(({ observedAt }) => observedAt)
    .sort()
    .at(-1);
  const said = agreed
    ? t('agreed')
    : moved === 0
      ? t('notMoved')
      : t('some', { count: moved, total: resolvers.length });
  const left = moved > 0 && leftMs > 0 ? countdown(leftMs) : undefined;
  const isEverywhere = goneEverywhereAt !== undefined && goneEverywhereAt > (goneAt ?? '');
  return (
    <MxSection title={t('title')} text={t('text', { seconds: WATCH_EVERY_SECONDS })}>
      <p className={styles.said} role="status">
        {said}
      </p>
      {moved > 0 && (
        <p className={styles.left} role="timer">
          {left && t(isEverywhere ? 'leftEverywhere' : 'left', { time: left })}
        </p>
      )}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('resolver')}</th>
            <th scope="col">{t('answer')}</th>
            <th scope="col">{t('server')}</th>
            <th scope="col">{t('gone')}</th>
          </tr>
        </thead>
        <tbody>
          {resolvers.map(({ resolver, answer, goneAt: until }) => {
            const server = answers.get(resolver)?.verdict.exchangers[0]?.name;
            // Before the switch a domain may have no record at all: nobody gives an old one then.
            const given = answer === 'old' && server === undefined ? 'none' : answer;
            return (
              <tr key={resolver}>
                <td data-label={t('resolver')}>{resolver === OWN_RESOLVERS ? t('own') : resolver}</td>
                <td data-label={t('answer')}>
                  <StatusDot tone={TONES[given]} text={t(`says.${given}`)} />
                </td>
                <td data-label={t('server')} className={table.name}>
                  <Breakable text={server ?? '–'} />
                </td>
                <td data-label={t('gone')}>{until ? format.dateTime(new Date(until), 'time') : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {asked && (
        <p className={styles.asked}>{t('askedAt', { time: format.dateTime(new Date(asked), 'time') })}</p>
      )}
    </MxSection>
  );
}
