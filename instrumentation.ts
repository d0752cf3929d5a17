// Runs once as the web server starts. Opens nothing: the store is opened by the first request.
import type { Instrumentation } from 'next';

/**
 * Has each request's real peer written at the end of X-Forwarded-For, where nobody can forge it, gives each its id, and
 * switches on what the server tells of itself.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { recordPeers } = await import('./lib/auth/peer-address');
  recordPeers();
  const { observeServer } = await import('./lib/observe/server');
  await observeServer();
}

/** What a page or an action threw, under the digest that the browser shows; an action's own line has the same. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./lib/log');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error({ err: error, digest, route: routePath }, 'A request failed');
};
