'use client';
import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { DomainUse } from '@/lib/operations/accepted-domains';
import { connectorPath } from '../connectors/connector-paths';
import { rulePath } from '../setup/setup-paths';
import { answered } from '../setup/use-setup-action';
import type { DomainActions } from './domain-actions';

const useStyles = makeStyles({
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  none: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** At most so many of one domain's uses are listed. */
const SHOWN = 20;

const pathOf = ({ by, id }: DomainUse): string => (by === 'rule' ? rulePath(id) : connectorPath(id));

/** What hangs on several domains: asked of the server once, and again whenever it is shown anew. */
export function useDomainUses(uses: DomainActions['uses'], domains: readonly string[]) {
  return useQuery({
    queryKey: ['domain-uses', ...domains],
    queryFn: () => answered(uses({ domains })),
    staleTime: 0,
    gcTime: 0,
  });
}

type DomainUseListProps = Readonly<{ domain: string; uses: DomainActions['uses']; titled?: boolean }>;

/** The connectors and rules that hang on one domain. */
export function DomainUseList({ domain, uses, titled = false }: DomainUseListProps) {
  const styles = useStyles();
  const t = useTranslations('domains.panel');
  const { data } = useDomainUses(uses, [domain]);
  return (
    <section>
      {titled && <h3 className={styles.title}>{t('uses')}</h3>}
      {!data && <Spinner size="tiny" label={t('usesLoading')} labelPosition="after" />}
      {data && !data.ok && <p className={styles.none}>{t('usesFailed')}</p>}
      {data?.ok && <UseList uses={data.value[0]?.uses ?? []} />}
    </section>
  );
}

/** Links to what hangs on a domain, each with how. */
export function UseList({ uses }: Readonly<{ uses: readonly DomainUse[] }>) {
  const styles = useStyles();
  const t = useTranslations('domains');
  if (uses.length === 0) return <p className={styles.none}>{t('panel.noUses')}</p>;
  return (
    <ul className={styles.list}>
      {uses.slice(0, SHOWN).map((use) => (
        <li key={`${use.by} ${use.id}`}>
          <Link href={pathOf(use)}>{use.name}</Link>: {t(`use.${use.by}`)}
        </li>
      ))}
    </ul>
  );
}
