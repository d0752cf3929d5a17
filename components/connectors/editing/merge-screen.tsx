'use client';
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { StepHeading } from '@/components/wizard/step-heading';
import { changes } from '@/lib/mailflow/connector-changes';
import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { mergeDrafts } from '@/lib/mailflow/connector-merge';
import { useChangeWords } from '../change-words';
import { ChangeGroups } from './change-groups';
import { MergeConflict } from './merge-conflict';
import { type Choices, changesOf, chosenDraft, mootChanges } from './merge-result';
import type { Edit } from './use-edit';

const useStyles = makeStyles({
  screen: { maxWidth: '960px', display: 'grid', rowGap: '24px', paddingBottom: '96px' },
  sides: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '16px',
    '@media (max-width: 819px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: '0',
  },
  title: { margin: '0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  by: { margin: '2px 0 12px', color: tokens.colorNeutralForeground2 },
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  conflicts: { display: 'grid', rowGap: '16px' },
  footer: {
    position: 'sticky',
    bottom: '0',
    zIndex: 50,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  hint: { margin: '0', flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

type MergeScreenProps = Readonly<{
  edit: Edit;
  onUse: (result: ConnectorDraft) => void;
  onBack: () => void;
}>;

/** Somebody published while this edit was under way: both sides, and what becomes of them. Overwrites nothing unseen. */
export default function MergeScreen({ edit, onUse, onBack }: MergeScreenProps) {
  const styles = useStyles();
  const t = useTranslations('editing.merge');
  const words = useChangeWords();
  const [choices, choose] = useState<Choices>({});
  const hintId = useId();
  const { view, origin, wizard } = edit;
  const { inForce } = view;
  const { base } = origin;
  const [theirs, mine] = [inForce.draft, wizard.draft];
  const merge = mergeDrafts(base, theirs, mine);
  const result = chosenDraft(merge, theirs, choices);
  const [their, my] = [changes(base, theirs), changes(base, mine)];
  const outcome = changes(theirs, result);
  const moot = mootChanges(my, result);
  const open = merge.conflicts.filter((field) => choices[field] === undefined).length;
  return (
    <>
      <div className={styles.screen}>
        <div>
          <StepHeading title={t('title')} intro={t('intro', { version: inForce.version })} takesFocus />
          <div className={styles.sides}>
            <SideCard
              title={t('theirs', { version: inForce.version })}
              by={
                <>
                  {t.rich('by', {
                    name: inForce.createdByName,
                    when: () => <RelativeTime at={new Date(inForce.createdAt)} />,
                  })}
                  {inForce.note && <> · {t('note', { note: inForce.note })}</>}
                </>
              }
            >
              {their.length > 0 ? <ChangeGroups changes={their} steps={wizard.steps} /> : t('nothing')}
            </SideCard>
            <SideCard title={t('mine')} by={t('since', { version: origin.baseVersion })}>
              {my.length > 0 ? <ChangeGroups changes={my} steps={wizard.steps} /> : t('nothing')}
            </SideCard>
          </div>
        </div>
        <section>
          <h3 className={styles.title}>{t('conflicts', { count: merge.conflicts.length })}</h3>
          {merge.conflicts.length > 0 && <p className={styles.text}>{t('choose')}</p>}
          <div className={styles.conflicts}>
            {merge.conflicts.map((field) => (
              <MergeConflict
                key={field}
                field={field}
                theirs={changesOf(field, their)}
                mine={changesOf(field, my)}
                version={inForce.version}
                choice={choices[field]}
                onChoose={(side) => choose({ ...choices, [field]: side })}
              />
            ))}
          </div>
        </section>
        <section>
          <h3 className={styles.title}>{t('result')}</h3>
          <p className={styles.text}>{t('resultText', { version: inForce.version })}</p>
          {outcome.length > 0 ? <ChangeGroups changes={outcome} steps={wizard.steps} /> : t('nothingLeft')}
          {moot.length > 0 && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                {t('moot')} {moot.map(words).join('; ')}
              </MessageBarBody>
            </MessageBar>
          )}
        </section>
      </div>
      <div className={styles.footer}>
        <Button
          appearance="primary"
          disabledFocusable={open > 0}
          aria-describedby={hintId}
          onClick={() => onUse(result)}
        >
          {t('use')}
        </Button>
        <p id={hintId} className={styles.hint}>
          {open > 0 && t('open', { count: open })}
        </p>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </>
  );
}

type SideCardProps = Readonly<{ title: string; by: ReactNode; children: ReactNode }>;

function SideCard({ title, by, children }: SideCardProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.side} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <p className={styles.by}>{by}</p>
      {children}
    </section>
  );
}
