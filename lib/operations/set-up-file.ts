// The whole set-up in force as a file: to keep, to hand over, to ask the command line about.
import { writeSetUpFile } from '../exchange/set-up-file';
import type { OperationContext } from './context';
import { mailSetup } from './mail-setup';
import { done, type Outcome } from './outcome';
import type { DownloadedFile } from './validation-files';

/** Connectors as published, transport rules and accepted domains. */
export async function setUpFile(context: OperationContext): Promise<Outcome<DownloadedFile>> {
  const found = await mailSetup(context);
  if (!found.ok) return found;
  return done({
    name: `set-up-${context.now().toISOString().slice(0, 10)}.json`,
    mediaType: 'application/json; charset=utf-8',
    text: writeSetUpFile(found.value.setup),
  });
}
