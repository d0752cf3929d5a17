// What every page request gets: a Content-Security-Policy with a nonce of its own, and the name of the page asked for.
// Refuses what another site's page sends, and what nothing behind it could read.
import { type NextRequest, NextResponse } from 'next/server';
import { isFromOwnPage } from './lib/auth/own-page';

const development = process.env.NODE_ENV === 'development';

/** As next.config.ts has it; Next.js would answer with 500. */
const ACTION_BYTES_MAX = 4 * 1_024 * 1_024;

export function proxy(request: NextRequest): NextResponse {
  const refused = refusalOf(request);
  if (refused) return new NextResponse(refused.why, { status: refused.status });
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts out of the policy; the layout reads it for Fluent's styles.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  // Overwritten whatever the client sent; lib/server-request.ts leads back here after sign-in.
  headers.set('x-mailspan-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (process.env.PUBLIC_URL?.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
}

/** For whoever set the console up: nobody comes here by its own pages. */
function refusalOf(request: NextRequest): Readonly<{ status: number; why: string }> | undefined {
  if (!isFromOwnPage(request))
    return {
      status: 403,
      why: 'Sent by a page of another site. A reverse proxy has to pass on Host or X-Forwarded-Host.',
    };
  // PostgreSQL has no text with NUL in it, and so nothing has such a name.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search))
    return { status: 400, why: 'NUL in the address.' };
  const bytes = Number(request.headers.get('content-length'));
  if (request.headers.has('next-action') && bytes > ACTION_BYTES_MAX)
    return { status: 413, why: 'More than an action takes.' };
  return undefined;
}

/** Looser in development only, where Next.js evaluates code, injects styles and talks through a web socket. */
function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${development ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

// Health and metrics are asked for by machines, often: nothing of the above is for them.
export const config = {
  matcher: '/((?!_next/static|_next/image|icon.svg|api/health/|metrics$).*)',
};
