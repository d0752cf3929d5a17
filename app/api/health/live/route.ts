/** GET /api/health/live: this process answers. Touches nothing, not even the database. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}

// Asked of the process each time, never answered from the build.
export const dynamic = 'force-dynamic';
