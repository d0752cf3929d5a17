// A plan as it is kept with its file: the report. What the file itself has is left out of it, and put back when it is read.
import { createHash } from 'node:crypto';
import type { ImportDigest } from '../data/exchange-imports';
import type { ExchangeFile } from '../exchange/exchange-file';
import { fileValues } from '../exchange/import-plan';
import { PLAN_RESULTS, type PlanCounts, type PlanRow } from '../exchange/plan-row';
import type { MailSetup } from '../mailflow/mail-setup';

/** Of a first import nearly every row is a new object, which stands in the file already. */
export const toReport = (rows: readonly PlanRow[]): readonly object[] =>
  rows.map((row) => {
    if (row.result !== 'added' || row.kind === 'transportRule') return row;
    const { after: _, ...short } = row;
    return short;
  });

/** The rows that toReport() has shortened. */
export function fromReport(report: readonly object[], file: ExchangeFile): readonly PlanRow[] {
  const values = fileValues(file);
  // Only this file's other half writes reports.
  const rows = report as readonly PlanRow[];
  return rows.map((row) => {
    const after = values.get(row.key);
    return row.result === 'added' && !('after' in row) && after
      ? ({ ...(row as object), after } as PlanRow)
      : row;
  });
}

export function countsOf(rows: readonly PlanRow[]): PlanCounts {
  const counts = Object.fromEntries(PLAN_RESULTS.map((result) => [result, 0])) as Record<
    PlanRow['result'],
    number
  >;
  for (const { result } of rows) counts[result] += 1;
  return counts;
}

export const digestOf = (file: ExchangeFile, rows: readonly PlanRow[]): ImportDigest => ({
  covers: file.covers,
  leftAside: file.leftAside,
  counts: countsOf(rows),
});

/** Another text after each change of what a plan is made of; what validations come to is not among that. */
export function setupRevision({ connectors, transportRules, acceptedDomains }: MailSetup): string {
  const byId = [...connectors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = [byId.map(({ id, connector }) => [id, connector]), transportRules, acceptedDomains];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32);
}
