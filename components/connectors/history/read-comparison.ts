// Which two versions an address asks to compare.
import type { RawQuery } from '@/lib/operations/connector-list-query';

/** Of `?compare=3,7` the older and the newer version; undefined where it names no two. */
export function readComparison({ compare }: RawQuery): { from: number; to: number } | undefined {
  const text = typeof compare === 'string' ? compare : (compare?.[0] ?? '');
  const [, one, other] = /^([1-9]\d{0,8}),([1-9]\d{0,8})$/.exec(text)?.map(Number) ?? [];
  if (one === undefined || other === undefined || one === other) return undefined;
  return { from: Math.min(one, other), to: Math.max(one, other) };
}
