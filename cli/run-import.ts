// Runs one `mailspan plan` or `mailspan import` to its exit code, on the console's database.
import { isTakeable, type PlanRow } from '../lib/exchange/plan-row';
import { applyImport } from '../lib/operations/apply-import';
import { fromShell } from '../lib/operations/from-shell';
import { importPlan } from '../lib/operations/import-plan';
import { planFile } from '../lib/operations/plan-file';
import { typedText } from '../lib/operations/publish-version';
import { readImport } from '../lib/operations/read-import';
import type { ImportOptions } from './import';
import { onStore } from './on-store';
import type { PlanOptions } from './plan';
import { toPlanJson } from './plan-json';
import { printPlan } from './plan-text';
import { sayRefusal, tenantFile } from './tenant-file';
import { UsageError } from './usage-error';
import { getTranslations, terminalLocale } from './words';

const NOTHING_TO_DO = 0;
const MOVED = 1;
const TO_DO = 2;

/** What is only here is nothing that taking over would do. */
const isOpen = (row: PlanRow): boolean =>
  isTakeable(row) || row.result === 'conflict' || row.result === 'unreadable';

export async function runPlan(path: string, { json }: PlanOptions): Promise<number> {
  const file = await tenantFile(path);
  return onStore(async (context) => {
    const answer = await planFile(fromShell(context), file);
    if (!answer.ok) return refused(file, answer.problem);
    const plan = answer.value;
    if (json) process.stdout.write(`${JSON.stringify(toPlanJson(plan), null, 2)}\n`);
    else printPlan(plan, process);
    return plan.rows.some(isOpen) ? TO_DO : NOTHING_TO_DO;
  });
}

export async function runImport(path: string, { yes, note: given }: ImportOptions): Promise<number> {
  if (!yes) return runPlan(path, { json: false });
  const note = typedText.safeParse(given);
  if (!note.success) throw new UsageError(`option '--note': a text of at most 1,000 characters.`);
  const file = await tenantFile(path);
  return onStore(async (context) => {
    const own = fromShell(context);
    const read = await readImport(own, file);
    if (!read.ok) return refused(file, read.problem);
    const planned = await importPlan(own, { id: read.value.id, live: true });
    if (!planned.ok) throw new Error(`The file was kept a moment ago: ${planned.problem.kind}.`);
    const { rows, revision } = planned.value;
    const keys = rows.filter(isTakeable).map(({ key }) => key);
    const t = getTranslations('commandLine', terminalLocale(process.env));
    if (keys.length > 0) {
      const { id } = read.value;
      const taken = await applyImport(own, { id, keys, revision, note: note.data });
      if (!taken.ok) {
        process.stderr.write(`${t('plan.movedOn')}\n`);
        return MOVED;
      }
      process.stdout.write(`${t('plan.taken', taken.value)}\n`);
    }
    const left = rows.filter((row) => isOpen(row) && !isTakeable(row)).length;
    if (keys.length === 0 || left > 0) process.stdout.write(`${t('plan.left', { count: left })}\n`);
    return left > 0 ? TO_DO : NOTHING_TO_DO;
  });
}

function refused(
  file: Parameters<typeof sayRefusal>[0],
  problem: Extract<Awaited<ReturnType<typeof planFile>>, { ok: false }>['problem'],
): number {
  if (problem.kind !== 'unreadableFile') throw new Error(`The command line was refused: ${problem.kind}.`);
  return sayRefusal(file, problem.refusal);
}
