// Commands to connectors: asks first where mail changes, shows progress and what came of each, offers the way back.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Notice } from '@/components/ui/command-notice';
import { DELETED_PATH } from '../connector-paths';
import type { AskedCommand, LifeActions, LifeCommand, Target } from './life-command';
import { type ItemResult, runCommand, type Said } from './run-command';

type Run = Readonly<{
  command: LifeCommand;
  targets: readonly Target[];
  results: readonly ItemResult[];
  running: boolean;
}>;

/** What takes a command back, where something does. */
const INVERSE: Partial<Record<LifeCommand, LifeCommand>> = { turnOff: 'turnOn', delete: 'undelete' };

/** `onDone` is told once for each command, when all answers are there, whatever they are. */
export function useLifeCommands(
  actions: LifeActions,
  onDone: (command: LifeCommand, results: readonly ItemResult[]) => void,
) {
  const t = useTranslations('life');
  const [asked, setAsked] = useState<Readonly<{ command: AskedCommand; targets: readonly Target[] }>>();
  const [run, setRun] = useState<Run>();
  const [notice, setNotice] = useState<Notice>();

  const ask = (command: AskedCommand, targets: readonly Target[]) => {
    setNotice(undefined);
    setRun(undefined);
    if (targets.length > 0) setAsked({ command, targets });
  };
  const start = async (command: LifeCommand, targets: readonly Target[], said: Said = {}) => {
    if (run?.running || targets.length === 0) return;
    setNotice(undefined);
    const begun = { command, targets, results: [], running: true };
    setRun(begun);
    if (targets.length > 1) setAsked(undefined);
    const results = await runCommand(actions, command, targets, said, (sofar) =>
      setRun({ ...begun, results: sofar }),
    );
    setAsked(undefined);
    // Each by itself only where there is more to say than that all went well.
    const isQuiet = targets.length === 1 || (command === 'validate' && results.every(({ ok }) => ok));
    if (isQuiet) end(command, targets, results);
    else setRun({ command, targets, results, running: false });
    onDone(command, results);
  };
  const end = (command: LifeCommand, targets: readonly Target[], results: readonly ItemResult[]) => {
    setRun(undefined);
    setNotice(noticeOf(command, targets, results));
  };
  const noticeOf = (
    command: LifeCommand,
    targets: readonly Target[],
    results: readonly ItemResult[],
  ): Notice | undefined => {
    const done = results.filter((result) => result.ok);
    const [first] = results;
    if (first && !first.ok && results.length === 1) {
      const words = { name: first.name, why: t(`why.${first.why}`) };
      const link = { href: DELETED_PATH, text: t('commands.deleted') };
      return {
        intent: 'error',
        text: t(`failed.${command}`, words),
        ...(first.why === 'nameTaken' && { link }),
      };
    }
    if (done.length === 0) return undefined;
    const back = INVERSE[command];
    const undone = done.flatMap(({ id, version }) => {
      const target = targets.find((each) => each.id === id);
      return target ? [{ ...target, version: version ?? target.version }] : [];
    });
    return {
      intent: done.length === results.length ? 'success' : 'warning',
      text: t(`done.${command}`, { count: done.length, name: done[0]?.name ?? '' }),
      ...(back && {
        // What was in force a moment ago needs no new validation, but the history says why it had none.
        undo: () => void start(back, undone, back === 'turnOn' ? { reason: t('undoReason') } : {}),
      }),
    };
  };
  return {
    asked,
    run,
    notice,
    ask,
    start,
    confirm: (said: Said) => asked && void start(asked.command, asked.targets, said),
    cancel: () => setAsked(undefined),
    closeReport: () => run && end(run.command, run.targets, run.results),
    dismissNotice: () => setNotice(undefined),
    /** True while a dialog of a command is open. */
    covers: asked !== undefined || (run?.targets.length ?? 0) > 1,
  };
}

export type LifeCommands = ReturnType<typeof useLifeCommands>;
