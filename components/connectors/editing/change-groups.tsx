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
  const [wizard, connectors] = [useTranslations('wizard'), useTranslations('connectors')];
  const kept = changes.filter(({ field }) => field === 'exchange');
  return (
    <div className={styles.groups}>
      {steps.map((step) => {
        const own = [...step.fields, ...step.advanced];
        const here = changes.filter(({ field }) => own.some((one) => one === field));
        return here.length > 0 && <Group key={step.id} title={wizard(`steps.${step.id}`)} changes={here} />;
      })}
      {kept.length > 0 && <Group title={connectors('blocks.exchange')} changes={kept} />}
    </div>
  );
}

type GroupProps = Readonly<{ title: string; changes: readonly Change[] }>;

function Group({ title, changes }: GroupProps) {
  const styles = useStyles();
  const words = useChangeWords();
  const id = useId();
  return (
    <div>
      <h4 id={id} className={styles.title}>
        {title}
      </h4>
      <ul className={styles.list} aria-labelledby={id}>
        {changes.map(words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
