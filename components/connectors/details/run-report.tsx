'use client';
import { Spinner } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useValidationRun } from '@/components/validation/use-validation-run';
import { ValidationReport } from '@/components/validation/validation-report';

/** One validation in full, live while it goes on. Loaded by validation-block.tsx when there is one to show. */
export default function RunReport({ runId }: Readonly<{ runId: string }>) {
  const t = useTranslations('connectors.details');
  const { data, isError } = useValidationRun(runId);
  if (data) return <ValidationReport run={data} />;
  if (isError) return <p role="alert">{t('reportFailed')}</p>;
  return <Spinner size="tiny" label={t('reportLoading')} labelPosition="after" />;
}
