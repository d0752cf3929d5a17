'use client';
import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Change } from '@/lib/mailflow/connector-changes';
import type { DraftField } from '@/lib/mailflow/connector-draft';
import { useChangeWords } from '../change-words';
import type { Side } from './merge-result';

const useStyles = makeStyles({
  conflict: {
    margin: '0',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: '0',
    overflowWrap: 'anywhere',
  },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

type MergeConflictProps = Readonly<{
  field: DraftField;
  theirs: readonly Change[];
  mine: readonly Change[];
  version: number;
  choice: Side | undefined;
  onChoose: (side: Side) => void;
}>;

/** One setting that both changed, each to something else. Nothing is chosen beforehand. */
export function MergeConflict({ field, theirs, mine, version, choice, onChoose }: MergeConflictProps) {
  const styles = useStyles();
  const t = useTranslations('editing.merge');
  const fieldWords = useTranslations('wizard');
  const words = useChangeWords();
  const id = useId();
  const said = (changes: readonly Change[]) => changes.map(words).join('; ') || t('unchanged');
  return (
    <div className={styles.conflict}>
      <h4 id={id} className={styles.title}>
        {fieldWords(`fields.${field}`)}
      </h4>
      <RadioGroup
        aria-labelledby={id}
        value={choice ?? ''}
        onChange={(_, { value }) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
      >
        <Radio value="theirs" label={t('takeTheirs', { version, change: said(theirs) })} />
        <Radio value="mine" label={t('keepMine', { change: said(mine) })} />
      </RadioGroup>
    </div>
  );
}
