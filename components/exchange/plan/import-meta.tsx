'use client';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ImportSummary } from '@/lib/operations/import-view';

type ImportMetaProps = Readonly<{ one: Pick<ImportSummary, 'createdAt' | 'createdByName'> }>;

/** Who has read the file, and when. */
export function ImportMeta({ one: { createdAt, createdByName } }: ImportMetaProps) {
  const t = useTranslations('exchange');
  return t.rich('readBy', { name: createdByName, when: () => <RelativeTime at={new Date(createdAt)} /> });
}
