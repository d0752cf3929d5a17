'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { BackLink } from '@/components/ui/back-link';
import { CommandLink } from '@/components/ui/command-link';
import { PageHeader } from '@/components/ui/page-header';
import { may, type Role } from '@/lib/auth/permissions';
import type { VersionComparison } from '@/lib/operations/compare-versions';
import type { ConnectorHistory } from '@/lib/operations/connector-history';
import { historyPath, restorePath } from '../connector-paths';
import { ChangeList } from './change-list';
import { ComparedVersion } from './compared-version';

const NARROW = '@media (max-width: 768px)';
const useStyles = makeStyles({
  differences: { maxWidth: '960px', marginBottom: '24px' },
  heading: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  // Both sides share the rows of one grid, so that the same setting stands at the same height.
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '32px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '16px',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px' },
  },
});

type CompareScreenProps = Readonly<{
  history: Pick<ConnectorHistory, 'id' | 'name' | 'deleted' | 'inForce'>;
  comparison: VersionComparison;
  role: Role;
}>;

/** Two versions of a connector: what is different in words, and the settings of both side by side. */
export function CompareScreen({ history, comparison, role }: CompareScreenProps) {
  const styles = useStyles();
  const t = useTranslations('history');
  const { id, name, deleted, inForce } = history;
  const { from, to, changes } = comparison;
  const numbers = { from: from.number, to: to.number };
  const reason = may(role, 'connector:edit') ? undefined : t('onlyAdminsRestore');
  return (
    <>
      <BackLink href={historyPath(id)}>{t('compareView.back')}</BackLink>
      <PageHeader title={t('compareView.title', { ...numbers, name })} />
      <section className={styles.differences}>
        <h2 className={styles.heading}>{t('compareView.differences', { count: changes.length })}</h2>
        <p className={styles.quiet}>
          {changes.length > 0 ? t('compareView.direction', numbers) : t('compareView.same')}
        </p>
        {changes.length > 0 && <ChangeList changes={changes} />}
      </section>
      <div className={styles.sides}>
        {[from, to].map((version) => (
          <ComparedVersion
            key={version.number}
            version={version}
            mark={version.number === inForce ? t(deleted ? 'lastInForce' : 'inForce') : undefined}
            action={
              !deleted &&
              version.number !== inForce && (
                <CommandLink
                  icon={<HistoryRegular />}
                  href={restorePath(id, version.number)}
                  reason={reason}
                  label={t('restoreVersion', { number: version.number })}
                >
                  {t('restore')}
                </CommandLink>
              )
            }
          />
        ))}
      </div>
    </>
  );
}
