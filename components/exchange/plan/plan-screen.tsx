'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowExportRegular, ArrowImportRegular } from '@fluentui/react-icons';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState, useTransition } from 'react';
import { BackLink } from '@/components/ui/back-link';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { CommandLink } from '@/components/ui/command-link';
import { CommandNotice } from '@/components/ui/command-notice';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { PageHeader } from '@/components/ui/page-header';
import { SelectionChip } from '@/components/ui/selection-chip';
import { may, type Role } from '@/lib/auth/permissions';
import { WHOLE_EXPORT } from '@/lib/operations/export-query';
import type { ImportPlanView } from '@/lib/operations/import-view';
import { EXCHANGE_PATH, exportPath, importPath } from '../exchange-paths';
import { ImportMeta } from './import-meta';
import { PlanFilters } from './plan-filters';
import { PlanFrameContext } from './plan-frame';
import type { PlanLine } from './plan-line';
import { PlanNotes } from './plan-notes';
import { PlanRows } from './plan-rows';
import { PlanSummary } from './plan-summary';
import { usePlanView } from './plan-view';
import { type ApplyAction, useApply } from './use-apply';
import { useChoice } from './use-choice';

const ApplyDialog = lazy(() => import('./apply-dialog'));

const useStyles = makeStyles({ primary: { flexShrink: 0, whiteSpace: 'nowrap', marginRight: '8px' } });

type PlanScreenProps = Readonly<{
  plan: Omit<ImportPlanView, 'rows'>;
  lines: readonly PlanLine[];
  role: Role;
  apply: ApplyAction;
}>;

/** What taking over a file would do, row by row; after that, the report of what it did. */
export function PlanScreen({ plan, lines, role, apply }: PlanScreenProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.plan');
  const reasons = useTranslations('exchange');
  const router = useRouter();
  const [refreshing, start] = useTransition();
  const [asking, setAsking] = useState(false);
  const path = `${EXCHANGE_PATH}/imports/${plan.id}`;
  const { view, show } = usePlanView(path);
  const choice = useChoice(lines);
  const { run, busy, moved, notice, dismiss } = useApply(plan, lines, apply);

  const mayImport = may(role, 'exchange:import');
  const isReport = !plan.live;
  const count = choice.chosen.length;
  const reason = mayImport ? (count === 0 ? t('nothingChosen') : undefined) : reasons('onlyAdminsApply');
  // Another revision is another answer; the server takes no notice of it.
  const query = new URLSearchParams({ ...(plan.live && { live: '1', revision: plan.revision }) });
  const source = `/api${path}?${query}`;
  const sides = { before: t('sides.here'), after: t('sides.file') };
  const take = async (note: string) => {
    const done = await run(
      choice.chosen.map(({ key }) => key),
      note,
    );
    setAsking(false);
    // The report stands at the plan's own address.
    if (done) router.replace(importPath(plan.id));
  };
  return (
    <PlanFrameContext value={{ source, sides, betweenFiles: false }}>
      <BackLink href={EXCHANGE_PATH}>{t('back')}</BackLink>
      <PageHeader
        title={t(isReport ? 'reportTitle' : 'title', { name: plan.fileName })}
        description={<ImportMeta one={plan} />}
      />
      <PlanNotes plan={plan} lines={lines} />
      <PlanSummary lines={lines} chosen={view.results} onChoose={(results) => show({ results })} />
      <CommandBar label={t('commands')} end={<PlanFilters view={view} onChange={show} />}>
        {!isReport && (
          <DisabledReason reason={reason}>
            <Button
              appearance="primary"
              icon={<ArrowImportRegular />}
              disabledFocusable={busy}
              className={styles.primary}
              onClick={() => setAsking(true)}
            >
              {t('takeOver')}
            </Button>
          </DisabledReason>
        )}
        {plan.isNewest && (
          <CommandLink icon={<ArrowExportRegular />} href={exportPath({ ...WHOLE_EXPORT, form: 'change' })}>
            {t('exportChange')}
          </CommandLink>
        )}
        {!isReport && (
          <CommandButton
            icon={<ArrowClockwiseRegular />}
            busy={refreshing}
            onClick={() => start(() => router.refresh())}
          >
            {t('refresh')}
          </CommandButton>
        )}
        {!isReport && mayImport && count > 0 && (
          <SelectionChip
            text={t('chosen', { count })}
            clearLabel={t('clearChosen')}
            onClear={() =>
              choice.set(
                choice.chosen.map(({ key }) => key),
                false,
              )
            }
          />
        )}
      </CommandBar>
      <CommandNotice notice={notice} covered={asking} onDismiss={dismiss} />
      <PlanRows
        lines={lines}
        view={view}
        choice={isReport || !mayImport ? undefined : choice}
        moved={moved}
        onChange={show}
      />
      {asking && (
        <Suspense fallback={null}>
          <ApplyDialog
            fileName={plan.fileName}
            chosen={choice.chosen}
            busy={busy}
            onApply={(note) => void take(note)}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </PlanFrameContext>
  );
}
