// Runs once as the web server starts. Opens nothing: the store is opened by the first request.

/** Has each request's real peer written at the end of X-Forwarded-For, where nobody can forge it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { recordPeers } = await import('./lib/auth/peer-address');
  recordPeers();
}
