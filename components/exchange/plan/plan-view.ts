// Which rows of a plan are shown: the address says it, so that a link shows the same.
import { useSearchParams } from 'next/navigation';
import { replaceAddress } from '@/components/ui/address';
import { PLAN_RESULTS, type PlanKind, type PlanResult } from '@/lib/exchange/plan-row';
import type { PlanLine } from './plan-line';

export const PLAN_KINDS = [
  'connector',
  'acceptedDomain',
  'transportRule',
] as const satisfies readonly PlanKind[];

/** No `results` and no `kinds` mean any; `row` is open. */
export type PlanView = Readonly<{
  search: string;
  results: readonly PlanResult[];
  kinds: readonly PlanKind[];
  page: number;
  row: string;
}>;

export const PLAN_PAGE_SIZE = 50;
export const ALL_ROWS = { search: '', results: [], kinds: [], page: 1 } as const satisfies Partial<PlanView>;

/** The queries of the address that are not about rows stay as they are. */
export function usePlanView(path: string) {
  const params = useSearchParams();
  const view: PlanView = {
    search: params.get('q') ?? '',
    results: PLAN_RESULTS.filter((result) => listed(params, 'result').includes(result)),
    kinds: PLAN_KINDS.filter((kind) => listed(params, 'kind').includes(kind)),
    page: /^[1-9]\d{0,4}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1,
    row: params.get('row') ?? '',
  };
  /** Any change but that of the page and the open row leads to the first page. */
  const show = (change: Partial<PlanView>) => {
    const isSame = 'page' in change || 'row' in change;
    const next = { ...view, ...(!isSame && { page: 1 }), ...change };
    const query = new URLSearchParams(params);
    const set = (key: string, value: string) => (value === '' ? query.delete(key) : query.set(key, value));
    set('q', next.search);
    set('result', next.results.join(','));
    set('kind', next.kinds.join(','));
    set('page', next.page === 1 ? '' : String(next.page));
    set('row', next.row);
    const text = query.toString();
    replaceAddress(text === '' ? path : `${path}?${text}`);
  };
  return { view, show };
}

const listed = (params: URLSearchParams, key: string): string[] => (params.get(key) ?? '').split(',');

/** The lines that `view` lets through, of any page. */
export function shownLines(lines: readonly PlanLine[], { search, results, kinds }: PlanView): PlanLine[] {
  const wanted = search.toLowerCase();
  return lines.filter(
    ({ name, result, kind }) =>
      (results.length === 0 || results.includes(result)) &&
      (kinds.length === 0 || kinds.includes(kind)) &&
      name.toLowerCase().includes(wanted),
  );
}
