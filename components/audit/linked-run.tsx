'use client';
import { Spinner } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useValidationRun } from '../validation/use-validation-run';
import { ValidationUnavailable } from '../validation/validation-query';
import { ValidationReport } from '../validation/validation-report';

/** Loaded by entry-validation.tsx. */
export default function LinkedRun({ runId }: Readonly<{ runId: string }>) {
  const t = useTranslations('audit.entry');
  const { data, error } = useValidationRun(runId);
  if (data) return <ValidationReport run={data} />;
  if (!error) return <Spinner size="small" label={t('loading')} />;
  const gone = error instanceof ValidationUnavailable && error.reason === 'notFound';
  return <p role="alert">{gone ? t('validationGone') : t('failed')}</p>;
}
