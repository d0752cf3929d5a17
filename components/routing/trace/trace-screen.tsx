'use client';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { RouteQuestion, TraceMode } from '@/lib/operations/route-trace-query';
import { OutboundTrace } from './outbound-trace';

const ManyRecipients = lazy(async () => ({
  default: (await import('../list/many-recipients')).ManyRecipients,
}));

type TraceScreenProps = Readonly<{ mode: TraceMode; question: RouteQuestion }>;

/** Mail flow > Route trace. */
export function TraceScreen({ mode, question }: TraceScreenProps) {
  const t = useTranslations('trace');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {mode === 'list' ? (
        <Suspense>
          <ManyRecipients />
        </Suspense>
      ) : (
        <OutboundTrace question={question} />
      )}
    </>
  );
}
