'use client';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { AttributionQuestion } from '@/lib/operations/attribution-query';
import type { RouteQuestion } from '@/lib/operations/route-trace-query';
import { OutboundTrace } from './outbound-trace';

const InboundTrace = lazy(async () => ({
  default: (await import('../inbound/inbound-trace')).InboundTrace,
}));
const ManyRecipients = lazy(async () => ({
  default: (await import('../list/many-recipients')).ManyRecipients,
}));

/** What is traced, and the question that the address holds. */
export type Traced =
  | Readonly<{ mode: 'outbound'; question: RouteQuestion }>
  | Readonly<{ mode: 'inbound'; question: AttributionQuestion }>
  | Readonly<{ mode: 'list' }>;

/** Mail flow > Route trace. */
export function TraceScreen({ traced }: Readonly<{ traced: Traced }>) {
  const t = useTranslations('trace');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {traced.mode === 'outbound' ? (
        // Outside Suspense: what is large inside one comes behind a script, and an answer shall be there without.
        <OutboundTrace question={traced.question} />
      ) : (
        <Suspense>
          {traced.mode === 'inbound' ? <InboundTrace question={traced.question} /> : <ManyRecipients />}
        </Suspense>
      )}
    </>
  );
}
