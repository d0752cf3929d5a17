'use client';
import { PageError, type PageErrorProps } from '@/components/frame/page-error';

export default function RootError(problem: PageErrorProps) {
  return (
    <main>
      <PageError {...problem} />
    </main>
  );
}
