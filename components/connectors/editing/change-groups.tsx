'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Change } from '@/lib/mailflow/connector-changes';
import type { ConnectorStep } from '@/lib/mailflow/connector-steps';
import { useChangeWords } from '../change-words';

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: '12px' },
  title: {
    margin: '0 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: '0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

type ChangeGroupsProps = Readonly<{ changes: readonly Change[]; steps: readonly ConnectorStep[] }>;

/** Differences in words, under the screens of the wizard that they belong to. */
export function ChangeGroups({ changes, steps }: ChangeGroupsProps) {
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {steps.map((step) => {
        const own = [...step.fields, ...step.advanced];
        const here = changes.filter(({ field }) => own.includes(field));
        return here.length > 0 && <Group key={step.id} step={step} changes={here} />;
      })}
    </div>
  );
}

type GroupProps = Readonly<{ step: ConnectorStep; changes: readonly Change[] }>;

function Group({ step, changes }: GroupProps) {
  const styles = useStyles();
  const t = useTranslations('wizard');
  const words = useChangeWords();
  const id = useId();
  return (
    <div>
      <h4 id={id} className={styles.title}>
        {t(`steps.${step.id}`)}
      </h4>
      <ul className={styles.list} aria-labelledby={id}>
        {changes.map(words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
