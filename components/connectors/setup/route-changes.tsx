'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { Route, RouteReason } from '@/lib/mailflow/route-trace';
import type { SetupImpact } from '@/lib/operations/setup-impact';
import { FindingIcon } from './finding-icon';
import { useFindingWords } from './finding-words';
import type { AskedImpact } from './use-impact';

const useStyles = makeStyles({
  place: { margin: '0 0 12px', minHeight: '24px' },
  lead: { margin: '0 0 4px' },
  list: { listStyleType: 'none', margin: '0 0 8px', padding: '0', overflowWrap: 'anywhere' },
  item: {
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  subject: { fontWeight: tokens.fontWeightSemibold },
  way: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    color: tokens.colorNeutralForeground2,
  },
  to: { color: tokens.colorNeutralForeground1 },
  arrow: { flexShrink: 0 },
  finding: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '6px 0',
  },
});

/** Which routes a change moves, from where to where, and what findings that brings. */
export function RouteChanges({ impact, failed }: AskedImpact) {
  const styles = useStyles();
  const t = useTranslations('setupReview.impact');
  if (!impact) {
    return (
      <div className={styles.place} aria-live="polite">
        <p className={styles.lead}>{failed ? t('failed') : t('loading')}</p>
      </div>
    );
  }
  const { routes, routeCount, rules, ruleCount } = impact;
  const more = routeCount - routes.length + ruleCount - rules.length;
  return (
    <div className={styles.place} aria-live="polite">
      <p className={styles.lead}>{t('lead', { count: routeCount })}</p>
      {routes.length + rules.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {routes.map(({ text, from, to }) => (
            <Moved key={text} subject={text === '*' ? t('everyOther') : text} from={from} to={to} />
          ))}
          {rules.map(({ rule, from, to }) => (
            <Moved key={`rule ${rule.id}`} subject={t('rule', { rule: rule.name })} from={from} to={to} />
          ))}
          {more > 0 && <li className={styles.item}>{t('more', { count: more })}</li>}
        </ul>
      )}
      <Brought impact={impact} />
    </div>
  );
}

type MovedProps = Readonly<{ subject: string; from: Route; to: Route }>;

/** In words for who listens, with an arrow for who looks. */
function Moved({ subject, from, to }: MovedProps) {
  const styles = useStyles();
  const t = useTranslations('setupReview.impact');
  const wordsOf = useRouteWords();
  const [before, after] = [wordsOf(from), wordsOf(to)];
  return (
    <li className={styles.item}>
      <span className={styles.subject}>{subject}</span>
      <span className={styles.way}>
        <span>{before}</span>
        <ArrowRightRegular className={styles.arrow} aria-label={t('arrow')} />
        <span className={styles.to}>{after}</span>
      </span>
    </li>
  );
}

function useRouteWords(): (route: Route) => string {
  const t = useTranslations('setupReview.impact');
  return ({ reason, winner }) => {
    const known = WITHOUT_CONNECTOR.find((one) => one === reason);
    return winner?.name ?? t(`to.${known ?? 'unknown'}`);
  };
}

/** Why no connector takes a known domain's mail, or nobody can say. */
const WITHOUT_CONNECTOR = [
  'authoritativeDefault',
  'internalRelayDefault',
  'externalDefault',
  'ruleConnectorMissing',
  'ruleConnectorOff',
  'ruleConnectorTestMode',
  'ruleConnectorInbound',
] as const satisfies readonly RouteReason[];

function Brought({ impact: { added, addedCount } }: Readonly<{ impact: SetupImpact }>) {
  const styles = useStyles();
  const t = useTranslations('setupReview');
  const words = useFindingWords();
  if (addedCount === 0) return null;
  const more = addedCount - added.length;
  return (
    <>
      <p className={styles.lead}>{t('impact.findings', { count: addedCount })}</p>
      <ul className={styles.list}>
        {added.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one answer, shown as a whole
          <li key={at} className={styles.finding}>
            <FindingIcon severity={finding.severity} label={t(`severity.${finding.severity}`)} />
            <span>{words(finding).what}</span>
          </li>
        ))}
        {more > 0 && <li>{t('impact.more', { count: more })}</li>}
      </ul>
    </>
  );
}
