// Why a saved connector's validation was not started, as the key of a sentence under connectors.details.validateProblem.
import type { Problem } from '@/lib/operations/outcome';

const KNOWN = ['rateLimited', 'notFound', 'signedOut', 'storage'] as const;

export type RequestProblem = (typeof KNOWN)[number] | 'unexpected';

/** Without a problem the network or the server failed. */
export const requestProblem = (problem: Problem | undefined): RequestProblem =>
  KNOWN.find((kind) => kind === problem?.kind) ?? 'unexpected';
