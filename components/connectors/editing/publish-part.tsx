'use client';
import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConnectorScript } from '@/components/exchange/connector-script';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Connector } from '@/lib/mailflow/connector';
import type { Problem } from '@/lib/operations/outcome';
import { ConnectorBlock } from '../connector-block';
import { DraftImpact } from '../setup/draft-findings';
import ReviewPart from '../wizard/review-part';
import { ChangeGroups } from './change-groups';
import { EditProblem } from './edit-problem';
import type { Edit } from './use-edit';

/** What a history entry has room for. */
const NOTE_MAX = 500;
const REASON_MAX = 1_000;

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: '16px', paddingBottom: '16px' },
  all: { padding: '8px 0 0' },
  problem: { marginTop: '16px' },
});

type PublishPartProps = Readonly<{
  edit: Edit;
  /** The settings as they will be. */
  connector: Connector;
  problem: Problem | 'failed' | undefined;
}>;

/** What publishing will change, on what it rests, and what is written down with it. */
export default function PublishPart({ edit, connector, problem }: PublishPartProps) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const t = useTranslations('editing.publish');
  const { view, differences, isUnproven, words, setWords, wizard } = edit;
  const { steps, validation, go } = wizard;
  return (
    <>
      {problem && <EditProblem problem={problem} />}
      <ConnectorBlock title={t('changes', { version: view.inForce.version })}>
        {differences.length === 0 ? <p>{t('none')}</p> : <ChangeGroups changes={differences} steps={steps} />}
      </ConnectorBlock>
      <DraftImpact {...wizard.impact} direction={connector.direction} />
      {connector.direction === 'outbound' && (
        <ConnectorBlock
          title={t('validation')}
          action={
            isUnproven && (
              <div>
                <Button onClick={() => go('validation')}>{t('validate')}</Button>
              </div>
            )
          }
        >
          <ValidationSentence edit={edit} />
        </ConnectorBlock>
      )}
      <div className={styles.fields}>
        {isUnproven && validation.standing !== 'running' && (
          <>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('unproven')}</MessageBarBody>
            </MessageBar>
            <Field label={t('reason')} hint={t('reasonHint')} required>
              <Textarea
                value={words.reason}
                maxLength={REASON_MAX}
                rows={2}
                onChange={(_, { value }) => setWords({ ...words, reason: value })}
              />
            </Field>
          </>
        )}
        <Field label={t('note')} hint={t('noteHint')}>
          <Textarea
            value={words.note}
            maxLength={NOTE_MAX}
            rows={2}
            onChange={(_, { value }) => setWords({ ...words, note: value })}
          />
        </Field>
      </div>
      <details className={fold.fold}>
        <summary className={fold.summary}>{t('all')}</summary>
        <div className={styles.all}>
          <ReviewPart connector={connector} steps={steps} standing={validation.standing} onEdit={go} />
        </div>
      </details>
      <ConnectorScript connector={connector} />
    </>
  );
}

function ValidationSentence({ edit }: Readonly<{ edit: Edit }>): ReactNode {
  const t = useTranslations('editing.publish.standing');
  const { origin, wizard } = edit;
  const { standing, earlierAt, run } = wizard.validation;
  const finishedAt = earlierAt ?? run?.finishedAt;
  if (standing === 'passed' && finishedAt) {
    return <p>{t.rich('passed', { when: () => <RelativeTime at={new Date(finishedAt)} /> })}</p>;
  }
  if (!wizard.draft.enabled) return <p>{t('off')}</p>;
  if (standing === 'running') return <p>{t('running')}</p>;
  if (standing === 'failed' || standing === 'inconclusive') {
    return <p>{t(standing === 'failed' ? 'failed' : 'inconclusive')}</p>;
  }
  return <p>{t(origin.restoredFrom === undefined ? 'none' : 'restored')}</p>;
}
