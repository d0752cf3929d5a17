// Runs one `mailspan export` to its exit code, on the console's database.
import { writeFile } from 'node:fs/promises';
import { foldName } from '../lib/mailflow/fold-name';
import { EXPORT_CONNECTORS_MAX } from '../lib/operations/export-query';
import { exportSetUp } from '../lib/operations/export-set-up';
import { exportTargets } from '../lib/operations/export-targets';
import { fromShell } from '../lib/operations/from-shell';
import { scriptWords } from '../lib/words/script-words';
import { type ExportOptions, FORMATS } from './export';
import { onStore } from './on-store';
import { UsageError } from './usage-error';
import { getTranslations, terminalLocale } from './words';

export async function runExport(options: ExportOptions): Promise<number> {
  const { form, reverse, output, connector = [] } = options;
  const format = FORMATS[options.format];
  if (form === 'change' && format !== 'exchangeOnline')
    throw new UsageError("option '--form change': a change is a script for --format exchange-online.");
  if (reverse && form !== 'change') throw new UsageError("option '--reverse': only a change has a way back.");
  const locale = terminalLocale(process.env);
  return onStore(async (context) => {
    const own = fromShell(context);
    const targets = await exportTargets(own);
    if (!targets.ok) throw new Error(`The command line was refused: ${targets.problem.kind}.`);
    const connectorIds = connector.map((wanted) => {
      const found = targets.value.find(
        ({ id, name }) => id === wanted || foldName(name) === foldName(wanted),
      );
      if (!found) throw new UsageError(`option '--connector': there is no connector ${wanted}.`);
      return found.id;
    });
    if (connectorIds.length > EXPORT_CONNECTORS_MAX)
      throw new UsageError(`option '--connector': at most ${EXPORT_CONNECTORS_MAX}.`);
    const say = scriptWords(getTranslations('scripts', locale));
    const question = { form, format, reverse, connectorIds: [...new Set(connectorIds)] };
    const made = await exportSetUp(own, question, say);
    if (!made.ok) {
      if (made.problem.kind !== 'conflict') throw new Error(`The set-up moved: ${made.problem.kind}.`);
      process.stderr.write(`${getTranslations('commandLine', locale)('export.nothingRead')}\n`);
      return 1;
    }
    const { text } = made.value;
    if (output === undefined) process.stdout.write(printed(text));
    else await written(output, text);
    return 0;
  });
}

/** A terminal and a pipe want neither the mark nor the line ends of a file for Windows. */
const printed = (text: string): string => text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');

async function written(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError(`option '--output': ${path} can't be written (${code}).`);
  }
}
