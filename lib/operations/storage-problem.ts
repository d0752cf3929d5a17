// The one kind of error that a person can do something about: the store is full, read-only or gone. The doors of the web ask
// it of whatever an operation throws.
import { storageTrouble } from '../data/storage-trouble';
import { type Outcome, problem } from './outcome';

/** What to answer where `error` comes of the store itself; undefined where it is a bug. */
export function storageProblem(error: unknown): Outcome<never> | undefined {
  const trouble = storageTrouble(error);
  return trouble && problem({ kind: 'storage', trouble });
}
