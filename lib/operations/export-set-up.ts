// The set-up in force, or some of its connectors, as PowerShell or as JSON: to run, to keep, to hand to another console.
import { tenantAsRead } from '../data/exchange-imports';
import { changeScript } from '../exchange/change-script';
import { createScript, onlyConnectors } from '../exchange/create-script';
import type { ExchangeFile } from '../exchange/exchange-file';
import { exchangeServerScript } from '../exchange/exchange-server-script';
import { type Script, scriptFile } from '../exchange/script';
import type { ScriptWords } from '../exchange/script-codes';
import type { ScriptOptions } from '../exchange/script-frame';
import { writeTransferFile } from '../exchange/set-up-transfer';
import { tenantSetup } from '../exchange/tenant-setup';
import type { MailSetup, Named } from '../mailflow/mail-setup';
import { VERSION } from '../version';
import { allowed, type OperationContext } from './context';
import { auditExchange } from './exchange-audit';
import type { ExportFormat, ExportQuestion } from './export-query';
import { mailSetup } from './mail-setup';
import { conflict, done, type Outcome, problem } from './outcome';
import type { DownloadedFile } from './validation-files';

/** A script, or a text of JSON. */
export type Exported = Readonly<{ fileName: string }> &
  (Readonly<{ script: Script }> | Readonly<{ json: string }>);

/**
 * What the export would be, and of which connectors, where not of all. `made` is absent where a change is asked for and no
 * file of the tenant was ever read: there is nothing to begin from.
 */
export type ExportPreview = Readonly<{ chosen: readonly Named[]; hasImport: boolean; made?: Exported }>;

/** For the page, which shows another one at each choice: leaves no trace. Problem: notFound. */
export async function exportPreview(
  context: OperationContext,
  question: ExportQuestion,
  say: ScriptWords,
): Promise<Outcome<ExportPreview>> {
  const asked = allowed(context, 'exchange:export');
  if (!asked.ok) return asked;
  const found = await mailSetup(context);
  if (!found.ok) return found;
  const { setup } = found.value;
  const chosen = setup.connectors
    .filter(({ id }) => question.connectorIds.includes(id))
    .map(({ id, connector: { name } }) => ({ id, name }));
  if (chosen.length < question.connectorIds.length) return problem({ kind: 'notFound' });
  const tenant = await tenantAsRead(context.store);
  const scene: Scene = {
    setup,
    tenant,
    question,
    options: { madeAt: context.now(), version: VERSION, say },
    ...(chosen.length > 0 && { connectorIds: chosen.map(({ id }) => id) }),
  };
  const made = question.form === 'change' ? changed(scene) : CREATED[question.format](scene);
  return done({ chosen, hasImport: tenant !== undefined, ...(made && { made }) });
}

/** The file itself, which the audit log tells of. Problems: notFound, conflict nothingRead. */
export async function exportSetUp(
  context: OperationContext,
  question: ExportQuestion,
  say: ScriptWords,
): Promise<Outcome<DownloadedFile>> {
  const asked = allowed(context, 'exchange:export');
  if (!asked.ok) return asked;
  const preview = await exportPreview(context, question, say);
  if (!preview.ok) return preview;
  const { made, chosen } = preview.value;
  if (!made) return conflict('nothingRead');
  const { form, format, reverse } = question;
  const names = chosen.map(({ name }) => name);
  await context.store.write((tx) =>
    auditExchange(tx, context, {
      actor: asked.actor,
      at: context.now(),
      action: 'exchange.exported',
      details: { form, format, reverse, ...(names.length > 0 && { connectors: names }) },
    }),
  );
  return done(toFile(made));
}

/** As it is saved: a script as Windows PowerShell reads it. */
const toFile = (made: Exported): DownloadedFile =>
  'script' in made
    ? { name: made.fileName, mediaType: 'text/plain; charset=utf-8', text: scriptFile(made.script) }
    : { name: made.fileName, mediaType: 'application/json; charset=utf-8', text: made.json };

type Scene = Readonly<{
  setup: MailSetup;
  tenant: ExchangeFile | undefined;
  question: ExportQuestion;
  options: ScriptOptions;
  connectorIds?: readonly string[];
}>;

const CREATED: Readonly<Record<ExportFormat, (scene: Scene) => Exported>> = {
  exchangeOnline: ({ setup, options, connectorIds }) =>
    scripted(createScript(setup, { ...options, ...(connectorIds && { connectorIds }) })),
  exchangeServer: ({ setup, options, connectorIds }) =>
    scripted(exchangeServerScript(setup, { ...options, ...(connectorIds && { connectorIds }) })),
  json: ({ setup, options, connectorIds }) => ({
    fileName: `set-up-${options.madeAt.toISOString().slice(0, 10)}.json`,
    json: writeTransferFile(connectorIds ? onlyConnectors(setup, connectorIds) : setup),
  }),
};

/** From the tenant as it was last read to what is here; or back. */
function changed({
  setup,
  tenant,
  question: { reverse },
  options,
  connectorIds,
}: Scene): Exported | undefined {
  if (!tenant) return undefined;
  const read = tenantSetup(setup, tenant);
  const [from, to] = reverse ? [setup, read] : [read, setup];
  const { covers } = tenant;
  return scripted(
    changeScript(from, to, { ...options, covers, reverse, ...(connectorIds && { connectorIds }) }),
  );
}

const scripted = (script: Script): Exported => ({ fileName: script.fileName, script });
