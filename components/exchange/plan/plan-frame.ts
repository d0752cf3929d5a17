// What the rows of a plan are about: a file against what is here, or one file against an earlier one.
import { useTranslations } from 'next-intl';
import { createContext, useContext } from 'react';
import type { PlanResult } from '@/lib/exchange/plan-row';

export type PlanFrame = Readonly<{
  /** Answers the rows with both of their sides. */
  source: string;
  sides: Readonly<{ before: string; after: string }>;
  /** Two files: what stands on the first side alone has gone from the tenant. */
  betweenFiles: boolean;
}>;

export const PlanFrameContext = createContext<PlanFrame>({
  source: '',
  sides: { before: '', after: '' },
  betweenFiles: false,
});

export const usePlanFrame = (): PlanFrame => useContext(PlanFrameContext);

/** What a result is called. */
export function useResultWords() {
  const t = useTranslations('exchange.plan');
  const { betweenFiles } = usePlanFrame();
  const named = (result: PlanResult) => (betweenFiles && result === 'onlyHere' ? 'gone' : result);
  return {
    result: (result: PlanResult) => t(`result.${named(result)}`),
    counted: (result: PlanResult, count: number) => t(`counted.${named(result)}`, { count }),
  };
}
