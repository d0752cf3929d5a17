'use client';
import { lazy, Suspense } from 'react';
import type { Target } from './life-command';
import type { LifeCommands } from './use-life-commands';

const ConfirmCommandDialog = lazy(() => import('./confirm-command-dialog'));
const BulkReportDialog = lazy(() => import('./bulk-report-dialog'));

type LifeDialogsProps = Readonly<{
  commands: LifeCommands;
  /** The connectors as they are known now: what is tried again is tried on these. */
  known: readonly Target[];
}>;

/** The dialogs of commands to connectors. Their code is loaded when they open. */
export function LifeDialogs({ commands, known }: LifeDialogsProps) {
  const { asked, run } = commands;
  const retry = (ids: readonly string[]) => {
    if (!run) return;
    const targets = ids.flatMap(
      (id) => known.find((each) => each.id === id) ?? run.targets.find((each) => each.id === id) ?? [],
    );
    if (run.command === 'undelete' || run.command === 'validate') void commands.start(run.command, targets);
    else commands.ask(run.command, targets);
  };
  return (
    <Suspense fallback={null}>
      {asked && (
        <ConfirmCommandDialog
          command={asked.command}
          targets={asked.targets}
          busy={run?.running ?? false}
          onConfirm={commands.confirm}
          onClose={commands.cancel}
        />
      )}
      {!asked && run && run.targets.length > 1 && (
        <BulkReportDialog
          command={run.command}
          total={run.targets.length}
          results={run.results}
          running={run.running}
          onRetry={retry}
          onClose={commands.closeReport}
        />
      )}
    </Suspense>
  );
}
