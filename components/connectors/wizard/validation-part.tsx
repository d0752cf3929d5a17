'use client';
import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { ProblemMessage } from './problem-message';
import type { NewValidation } from './use-new-validation';

// The report is as large as a page of its own, and nobody sees it before Validate.
const ValidationReport = lazy(async () => ({
  default: (await import('@/components/validation/validation-report')).ValidationReport,
}));

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: '16px', marginTop: '20px', justifyItems: 'start' },
  wide: { justifySelf: 'stretch', minWidth: '0' },
});

type ValidationPartProps = Readonly<{
  validation: NewValidation;
  /** True once an address is in the list and everything that is tested is right. */
  ready: boolean;
  acknowledged: boolean;
  onAcknowledge: (acknowledged: boolean) => void;
}>;

/** Validate, what is happening, and the confirmation that a validation which did not succeed asks for. */
export default function ValidationPart({
  validation,
  ready,
  acknowledged,
  onAcknowledge,
}: ValidationPartProps) {
  const styles = useStyles();
  const t = useTranslations('wizard.validation');
  const { run, standing, starting, problem, start, cancel } = validation;
  const busy = starting || standing === 'running';
  const notPassed = standing === 'failed' || standing === 'inconclusive';
  return (
    <div className={styles.part}>
      <Button
        appearance="primary"
        disabledFocusable={!ready || busy}
        {...(busy && { icon: <Spinner size="tiny" /> })}
        onClick={() => void start()}
      >
        {startLabel()}
      </Button>
      {problem && <ProblemMessage problem={problem} />}
      {standing === 'stale' && <Note text={t('stale')} />}
      {standing === 'cancelled' && <Note text={t('cancelled')} />}
      {run && standing !== 'stale' && (
        <div className={styles.wide}>
          <Suspense fallback={<Spinner size="small" />}>
            <ValidationReport run={run} onCancel={cancel} />
          </Suspense>
        </div>
      )}
      {notPassed && (
        <div className={styles.wide}>
          <Note text={t('notPassed')} />
          <Checkbox
            label={t('acknowledge')}
            checked={acknowledged}
            onChange={(_, { checked }) => onAcknowledge(checked === true)}
          />
        </div>
      )}
    </div>
  );

  function startLabel() {
    if (starting) return t('starting');
    return standing === 'none' ? t('start') : t('again');
  }
}

const Note = ({ text }: Readonly<{ text: string }>) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);
