// A validation to keep or to hand over: its report as JSON, its transcripts as text. docs/schema has the report's schema.
import { z } from 'zod';
import { findRun } from '../data/validation-runs';
import { transcriptText } from '../mailflow/transcript-text';
import { allowed, type OperationContext } from './context';
import { done, type Outcome, problem } from './outcome';
import { type RunConnector, runConnector } from './validation-run-page';
import { type ValidationRunView, viewRun } from './validation-run-view';

/** A file; `name` is of letters, digits, `-` and `.` only. */
export type DownloadedFile = Readonly<{ name: string; mediaType: string; text: string }>;

/** Changes where a reader of the last one would go wrong; new properties alone change nothing. */
export const REPORT_FORMAT = 'mailspan-validation-report-1';

export type ValidationReportFile = Readonly<{ format: typeof REPORT_FORMAT; connector?: RunConnector }> &
  ValidationRunView;

/** The whole report, also of a run that is under way. Problem: notFound. */
export async function validationReportFile(
  context: OperationContext,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<DownloadedFile>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const run = await findRun(context.store, id);
  if (!run) return problem({ kind: 'notFound' });
  const connector = await runConnector(context.store, run);
  const report: ValidationReportFile = {
    format: REPORT_FORMAT,
    ...(connector && { connector }),
    ...(await viewRun(context.store, run, context.now())),
  };
  return done({
    name: `validation-${run.id}.json`,
    mediaType: 'application/json; charset=utf-8',
    text: `${JSON.stringify(report, null, 2)}\n`,
  });
}

/** `connection` counts from 1, in the order in which they ended; all of them without one. */
export const transcriptFileInput = z.strictObject({
  id: z.string().min(1).max(100),
  connection: z.coerce.number<string>().int().min(1).max(10_000).optional(),
});

/** One connection's transcript, or those of all. Problem: notFound. */
export async function transcriptFile(
  context: OperationContext,
  { id, connection }: z.output<typeof transcriptFileInput>,
): Promise<Outcome<DownloadedFile>> {
  const asked = allowed(context, 'validation:read');
  if (!asked.ok) return asked;
  const run = await findRun(context.store, id);
  if (!run) return problem({ kind: 'notFound' });
  const { transcripts } = await viewRun(context.store, run, context.now());
  const wanted = connection === undefined ? transcripts : transcripts.slice(connection - 1, connection);
  if (connection !== undefined && wanted.length === 0) return problem({ kind: 'notFound' });
  return done({
    name: `validation-${run.id}${connection === undefined ? '' : `-${connection}`}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    text: wanted.map(transcriptText).join('\n'),
  });
}
