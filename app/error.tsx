'use client';
import { PageError, type PageErrorProps } from '@/components/frame/page-error';
import { LonePage } from '@/components/frame/page-message';

export default function RootError(problem: PageErrorProps) {
  return (
    <LonePage>
      <PageError {...problem} />
    </LonePage>
  );
}
