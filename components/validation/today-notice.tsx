'use client';
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { taskKey } from './task-key';
import type { ValidationRunView } from './validation-query';
import { useFindingWords, useTaskName } from './validation-words';

const useStyles = makeStyles({
  title: { display: 'block' },
  list: { margin: '4px 0 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** What today's rules make of the same facts, where that is not what was recorded. */
export function TodayNotice({ run }: Readonly<{ run: ValidationRunView }>) {
  const styles = useStyles();
  const t = useTranslations('validation');
  const nameOf = useTaskName(run.plan.hosts.length);
  const words = useFindingWords();
  const { today } = run;
  if (!today) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>
          {t('today.title', { outcome: t(`outcome.${today.outcome}`) })}
        </MessageBarTitle>
        {t('today.text')}
        <ul className={styles.list}>
          {today.tasks.map(({ task, recorded }) => (
            <li key={taskKey(task)}>
              {t('today.task', {
                task: nameOf(task),
                to: t(`state.${task.state}`),
                from: t(`state.${recorded}`),
              })}
            </li>
          ))}
          {today.added.map((finding) => (
            <li key={JSON.stringify(finding)}>{t('today.added', { text: words(finding).text })}</li>
          ))}
          {today.dropped.map((finding) => (
            <li key={JSON.stringify(finding)}>{t('today.dropped', { text: words(finding).text })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
