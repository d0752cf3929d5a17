'use client';
import { Badge } from '@fluentui/react-components';
import type { PlanResult } from '@/lib/exchange/plan-row';
import { useResultWords } from './plan-frame';

const COLORS = {
  added: 'success',
  changed: 'warning',
  unchanged: 'informative',
  onlyHere: 'informative',
  conflict: 'danger',
  unreadable: 'danger',
} as const satisfies Record<PlanResult, string>;

/** What taking it over would do. */
export function ResultBadge({ result }: Readonly<{ result: PlanResult }>) {
  const words = useResultWords();
  return (
    <Badge appearance={result === 'unchanged' ? 'outline' : 'tint'} color={COLORS[result]}>
      {words.result(result)}
    </Badge>
  );
}
