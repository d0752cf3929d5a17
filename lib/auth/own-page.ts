// Whether a request that may change something was sent by a page of this console. Cookies alone don't say: a browser sends
// them for a page of another port or of a sibling domain too. Refuses what a browser says comes from elsewhere.

/** The methods that change nothing (RFC 9110 section 9.2.1): a link from anywhere may lead here. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * False where Sec-Fetch-Site or Origin names another site. True where neither is there: no browser sends a POST so, and what
 * is no browser carries nobody's cookies but its own. `host` is what the proxy in front of us, or else the request, calls us.
 */
export function isFromOwnPage({ method, headers }: Readonly<{ method: string; headers: Headers }>): boolean {
  if (SAFE.has(method)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  const [forwarded = ''] = (headers.get('x-forwarded-host') ?? '').split(',');
  const host = forwarded.trim() || headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
