// What a finished run keeps beside its events, so that its report can say how it was measured.
import type { TrustedRoots } from '../probe/trusted-roots';
import type { Settings } from '../settings';

export type ValidationFacts = Readonly<{
  heloName: string;
  /** The envelope sender; empty is the null return path. */
  sender: string;
  limits: Settings['probe']['limits'];
  roots: TrustedRoots;
  /** Set where a fault of the console's own ended the run: the log has the cause under this id. */
  errorId?: string;
}>;
