// What belongs to the request or the validation that is being worked on, wherever the code has got to: every log line of it
// carries the ids. Holds no name, address or secret.
import { AsyncLocalStorage } from 'node:async_hooks';

export type Scope = {
  /** Of a web request; the browser has it too, in X-Request-Id. */
  readonly requestId?: string;
  /** Of a validation. */
  readonly runId?: string;
  /** Who is signed in, once that is known. */
  userId?: string;
  /** The operation that the request asked for, how it ended, and how long it took. */
  operation?: string;
  outcome?: string;
  operationMs?: number;
};

// The web server's code comes in several bundles, each with its own copy of this file.
const kept = globalThis as typeof globalThis & { mailspanScope?: AsyncLocalStorage<Scope> };
kept.mailspanScope ??= new AsyncLocalStorage<Scope>();
const storage = kept.mailspanScope;

/** The scope that this code runs in. */
export const currentScope = (): Scope | undefined => storage.getStore();

/** Runs `work`, and all that it starts, in `scope`. */
export const inScope = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);

/** From here on, this piece of work and all that it starts is in `scope`: for events, which have nothing to wrap. */
export const enterScope = (scope: Scope): void => storage.enterWith(scope);
