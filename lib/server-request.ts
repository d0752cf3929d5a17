// The web's side of "who is asking": an OperationContext out of the request, and a page's answer to a problem.
// Decides nothing itself: each operation checks who may do it.
import 'server-only';
import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { authSecret, secretFingerprint } from './auth/auth-secret';
import { clientAddress } from './auth/client-address';
import { signInPath } from './auth/next-path';
import { whoHas } from './auth/session';
import { appStore } from './data/store';
import { hasToken } from './observe/bearer';
import { currentScope } from './observe/scope';
import { consoleFigures } from './operations/console-figures';
import type { OperationContext } from './operations/context';
import type { Outcome, Problem } from './operations/outcome';
import { readinessOf } from './operations/readiness';
import { settings } from './settings';

/** The header in which `proxy.ts` says which page is asked for; nobody has to believe it, see nextPath(). */
export const PATH_HEADER = 'x-mailspan-path';

/** The context of this request, for pages, layouts and route handlers. Read once per request. */
export const requestContext = cache(async (): Promise<OperationContext> => {
  const asked = await headers();
  const [store, inForce] = [await appStore(), settings()];
  const now = () => new Date();
  const remoteAddress = clientAddress(asked.get('x-forwarded-for'), inForce.trustedProxies);
  const who = await whoHas(asked.get('cookie'), store, inForce, now());
  const scope = currentScope();
  if (scope && who) scope.userId = who.userId;
  return {
    who,
    store,
    now,
    settings: inForce,
    ...(remoteAddress && { remoteAddress }),
  };
});

/** Whether this process can answer people; nobody has to be signed in to ask. */
export const consoleReadiness = readinessOf(appStore, () => secretFingerprint(authSecret(settings())));

/** What Prometheus reads; undefined for whoever has not the token. Loaded when somebody has. */
export async function consoleMetrics(authorization: string | null): Promise<string | undefined> {
  if (!hasToken(authorization, settings().metricsToken)) return undefined;
  const { serverMetrics } = await import('./observe/server-metrics');
  const { figuresText } = await import('./observe/figures');
  const figures = await figuresText(await consoleFigures(appStore, new Date()));
  return `${await serverMetrics().registry.metrics()}${figures}`;
}

/**
 * The value that a page shows. A problem ends the page: signedOut leads to sign-in and back to `path` (or to the page
 * that the proxy names), forbidden shows the nearest forbidden.tsx with 403, everything else is a page not found.
 */
export async function pageValue<T>(outcome: Outcome<T>, path?: string): Promise<T> {
  return outcome.ok ? outcome.value : endPage(outcome.problem, path);
}

async function endPage(problem: Problem, path?: string): Promise<never> {
  if (problem.kind === 'signedOut') redirect(signInPath(path ?? (await headers()).get(PATH_HEADER) ?? '/'));
  if (problem.kind === 'forbidden') forbidden();
  notFound();
}

/** Who is signed in, for layouts; leads to sign-in where nobody is. */
export async function signedIn(path?: string): Promise<NonNullable<OperationContext['who']>> {
  const { who } = await requestContext();
  return who ?? endPage({ kind: 'signedOut' }, path);
}
