'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import type { LiveTask } from '@/lib/mailflow/validation-progress';
import { taskKey } from './task-key';
import { isOpen, type ValidationRunView } from './validation-query';
import { useTaskName } from './validation-words';

const isDone = ({ state }: LiveTask): boolean => state !== 'running' && state !== 'waiting';

/** Tells screen readers when a task is done and when all is; never each stage, and nothing of a run long over. */
export function RunAnnouncer({ run }: Readonly<{ run: ValidationRunView }>) {
  const unseen = useUnseenStyles();
  const t = useTranslations('validation');
  const nameOf = useTaskName(run.plan.hosts.length);
  const [message, setMessage] = useState('');
  const before = useRef(run);
  useEffect(() => {
    const last = before.current;
    before.current = run;
    if (last === run || !isOpen(last)) return;
    if (!isOpen(run)) {
      const count = (state: LiveTask['state']) => run.tasks.filter((task) => task.state === state).length;
      const counts = {
        succeeded: count('succeeded'),
        warned: count('warned'),
        failed: count('failed'),
        inconclusive: count('inconclusive'),
      };
      const summary = t(`summary.${run.outcome ?? 'cancelled'}`);
      setMessage(t('announceEnd', { summary, ...counts }));
      return;
    }
    const states = new Map(last.tasks.map((task) => [taskKey(task), task.state]));
    const news = run.tasks.filter((task) => isDone(task) && states.get(taskKey(task)) !== task.state);
    if (news.length === 0) return;
    setMessage(
      news.map((task) => t('announce', { task: nameOf(task), state: t(`state.${task.state}`) })).join('. '),
    );
  }, [run, t, nameOf]);
  return (
    <div role="status" aria-live="polite" className={unseen.text}>
      {message}
    </div>
  );
}
