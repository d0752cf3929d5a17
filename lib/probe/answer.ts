// What a wait on the wire ends with: the value, or the fact that stood in its way. Nothing here throws for trouble.
import type { Failure } from '../mailflow/observation';

export type Answer<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; failure: Failure }>;

export const got = <T>(value: T): Answer<T> => ({ ok: true, value });
export const failed = (failure: Failure): Answer<never> => ({ ok: false, failure });
