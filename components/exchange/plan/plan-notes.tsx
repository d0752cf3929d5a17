'use client';
import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { PageTabs } from '@/components/ui/page-tabs';
import { FILE_LISTS } from '@/lib/exchange/exchange-file';
import type { ImportPlanView } from '@/lib/operations/import-view';
import { importPath } from '../exchange-paths';
import type { PlanLine } from './plan-line';

const useStyles = makeStyles({
  notes: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', marginBottom: '8px' },
});

const LEFT_ASIDE = ['rulesWithoutConnector', 'repeated', 'otherObjects'] as const;

type PlanNotesProps = Readonly<{ plan: Omit<ImportPlanView, 'rows'>; lines: readonly PlanLine[] }>;

/** What to know before the rows: whether it was taken over, what the file does not speak of, what was left aside. */
export function PlanNotes({ plan, lines }: PlanNotesProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.plan');
  const format = useFormatter();
  const { applied, covers, leftAside, live, isNewest } = plan;
  const missing = FILE_LISTS.filter((list) => !covers.includes(list));
  const isDone = live && lines.every(({ result }) => result === 'unchanged');
  const left = LEFT_ASIDE.filter((what) => leftAside[what] > 0);
  return (
    <div className={styles.notes}>
      {applied && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t.rich('applied.bar', {
              name: applied.byName,
              date: format.dateTime(new Date(applied.at), 'short'),
              ...applied.counts,
              connectorsLink: (words) => <Link href="/connectors">{words}</Link>,
              domainsLink: (words) => <Link href="/accepted-domains">{words}</Link>,
              rulesLink: (words) => <Link href="/rules">{words}</Link>,
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {isDone && (
        <MessageBar intent="success">
          <MessageBarBody>{t('nothingToDo')}</MessageBarBody>
        </MessageBar>
      )}
      {!isNewest && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('older')}</MessageBarBody>
        </MessageBar>
      )}
      {missing.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t('notCovered', {
              lists: format.list(
                missing.map((list) => t(`list.${list}`)),
                { type: 'conjunction' },
              ),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {left.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {t('leftAside.bar', {
              what: format.list(
                left.map((what) => t(`leftAside.${what}`, { count: leftAside[what] })),
                { type: 'conjunction' },
              ),
            })}
          </MessageBarBody>
        </MessageBar>
      )}
      {applied && (
        <PageTabs
          label={t('views.label')}
          tabs={[
            { href: importPath(plan.id), words: t('views.report'), here: !live },
            { href: importPath(plan.id, true), words: t('views.live'), here: live },
          ]}
        />
      )}
    </div>
  );
}
