// `npm run refresh-ranges`: replaces the bundled list of Microsoft 365's SMTP ranges by the one published now, and says what
// is different. Changes nothing where the list can't be had, is not to be believed, or is no newer.
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MicrosoftRanges, publishedOn } from '../lib/mailflow/firewall/microsoft-ranges';
import { ENDPOINTS, fetchMicrosoftRanges } from './microsoft-endpoints';
import { StepError } from './step-error';

const BUNDLED = resolve(import.meta.dirname, '../lib/mailflow/firewall/microsoft-ranges.json');

/** The lines to print. `base` is where the list is asked for. */
export async function refreshMicrosoftRanges(file: string, base: string): Promise<string[]> {
  const before: MicrosoftRanges = JSON.parse(await readFile(file, 'utf8'));
  const now = await fetchMicrosoftRanges(base, randomUUID());
  const named = `version ${now.version} of ${publishedOn(now.version)}`;
  if (now.version < before.version)
    throw new StepError(`The list there is older (${now.version}) than the one here (${before.version}).`);
  if (now.version === before.version) return [`The list is the one that is published: ${named}.`];
  await writeFile(`${file}.new`, `${JSON.stringify(now, null, 2)}\n`);
  await rename(`${file}.new`, file);
  const added = now.ranges.filter((range) => !before.ranges.includes(range));
  const gone = before.ranges.filter((range) => !now.ranges.includes(range));
  return [
    `The list is now ${named}; it was ${before.version}.`,
    ...added.map((range) => `  + ${range}`),
    ...gone.map((range) => `  - ${range}`),
    ...(added.length + gone.length === 0 ? ['  The same ranges.'] : ['Start the console again to use them.']),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    for (const line of await refreshMicrosoftRanges(BUNDLED, ENDPOINTS)) console.log(line);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
