'use client';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import type { RouteQuestion } from '@/lib/operations/route-trace-query';
import { OutboundTrace } from './outbound-trace';

/** Mail flow > Route trace. */
export function TraceScreen({ question }: Readonly<{ question: RouteQuestion }>) {
  const t = useTranslations('trace');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <OutboundTrace question={question} />
    </>
  );
}
