'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { DisabledReason } from '@/components/ui/disabled-reason';
import type { GuideStepView, SubjectView } from '@/lib/mailflow/guide/guide-view';
import { CHECK_KINDS } from './check-kinds';
import { SubjectDetails } from './subject-details';
import { SubjectList } from './subject-list';

const useStyles = makeStyles({
  check: { justifySelf: 'start', marginLeft: '-8px', '@media print': { display: 'none' } },
});

type StepBodyProps = Readonly<{
  step: GuideStepView;
  title: string;
  /** Why nothing can be confirmed or checked. */
  reason: string | undefined;
  busy: boolean;
  onCheck: () => void;
  onConfirm: (subject: SubjectView) => void;
  onWithdraw: (subject: SubjectView) => void;
}>;

/** What a step has to say for each that it is held for, and its own check. */
export function StepBody({ step, title, reason, busy, onCheck, onConfirm, onWithdraw }: StepBodyProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.step');
  const kind = CHECK_KINDS[step.id];
  const word = t(kind === 'dns' ? 'lookUp' : 'validate');
  return (
    <>
      <SubjectList label={title} subjects={step.subjects}>
        {(view) => (
          <SubjectDetails
            view={view}
            about={view.subject === undefined ? title : `${title}: ${view.subject}`}
            reason={reason}
            busy={busy}
            onConfirm={() => onConfirm(view)}
            onWithdraw={() => onWithdraw(view)}
          />
        )}
      </SubjectList>
      {(kind === 'dns' || kind === 'servers') && (
        <DisabledReason reason={reason}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowSyncRegular />}
            aria-label={t('checkThis', { check: word, title })}
            disabledFocusable={busy}
            onClick={onCheck}
            className={styles.check}
          >
            {word}
          </Button>
        </DisabledReason>
      )}
    </>
  );
}
