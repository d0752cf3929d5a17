'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { RunPage } from '@/lib/operations/list-validation-runs';
import { ALL_RUNS, runViewQuery } from '@/lib/operations/validation-list-query';
import { runPath, runsOfConnectorPath } from './run-paths';
import { StandingBadge } from './standing-badge';

const useStyles = makeStyles({
  title: { margin: '12px 0 4px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: '0', padding: '0' },
  run: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'center',
    minHeight: '32px',
    '@media (max-width: 480px)': { gridTemplateColumns: '112px minmax(0, 1fr)', padding: '4px 0' },
  },
  who: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 480px)': { gridColumn: '2' },
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const SHOWN = 5;

/** A connector's last runs, each with the way to its page. `latest` changes when there is a new one. */
export function RecentRuns({ connectorId, latest }: Readonly<{ connectorId: string; latest: string }>) {
  const styles = useStyles();
  const t = useTranslations('runs.history');
  const { data, isError } = useQuery({
    queryKey: ['validation-runs', connectorId, latest],
    queryFn: ({ signal }) => fetchRuns(connectorId, signal),
  });
  if (isError) return <p>{t('failed')}</p>;
  // Nothing to wait for where there was never a run: the block says so.
  if (!data || data.rows.length === 0) return null;
  return (
    <div>
      <p className={styles.title}>{t('title')}</p>
      <ul className={styles.list} aria-label={t('title')}>
        {data.rows.slice(0, SHOWN).map((run) => (
          <li key={run.id} className={styles.run}>
            <StandingBadge standing={run.standing} />
            <Link href={runPath(run.id)} prefetch={false} className={styles.link}>
              <RelativeTime at={new Date(run.requestedAt)} />
            </Link>
            <span className={styles.who}>{run.requestedByName}</span>
          </li>
        ))}
      </ul>
      <Link href={runsOfConnectorPath(connectorId)} prefetch={false} className={styles.link}>
        {t('all')}
      </Link>
    </div>
  );
}

async function fetchRuns(connector: string, signal: AbortSignal): Promise<RunPage> {
  const answer = await fetch(`/api/validation-runs${runViewQuery({ ...ALL_RUNS, connector })}`, {
    signal,
    cache: 'no-store',
  });
  if (!answer.ok) throw new Error(`The runs are unavailable: ${answer.status}`);
  return (await answer.json()) as RunPage;
}
