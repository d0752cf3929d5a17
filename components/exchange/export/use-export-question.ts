// What is to be exported: the address says it, and the page comes with its preview.
import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import type { ExportQuestion } from '@/lib/operations/export-query';
import { exportPath } from '../exchange-paths';

export function useExportQuestion(question: ExportQuestion) {
  const router = useRouter();
  const [pending, start] = useTransition();
  // The choice follows the hand at once, the script when it is there.
  const [asked, setAsked] = useOptimistic(question);
  const ask = (change: Partial<ExportQuestion>) =>
    start(() => {
      const next = { ...asked, ...change };
      setAsked(next);
      router.replace(exportPath(next), { scroll: false });
    });
  return { asked, ask, pending };
}
