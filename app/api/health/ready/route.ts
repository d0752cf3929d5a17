import { consoleReadiness } from '@/lib/server-request';

/** GET /api/health/ready: 200, or 503 with the word for what is missing: `database`, `tables`, `secret`. */
export async function GET(): Promise<Response> {
  const status = await consoleReadiness();
  return Response.json(
    { status },
    { status: status === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

export const dynamic = 'force-dynamic';
