import { Readable } from 'node:stream';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { entrySentence } from '@/components/audit/entry-sentence';
import { log } from '@/lib/log';
import { AUDIT_FORMATS, exportAuditLog } from '@/lib/operations/audit-log-export';
import { readAuditView } from '@/lib/operations/audit-log-query';
import type { Problem } from '@/lib/operations/outcome';
import { requestContext } from '@/lib/server-request';

const STATUS: Partial<Record<Problem['kind'], number>> = { signedOut: 401, forbidden: 403 };
const PRIVATE = { 'cache-control': 'private, no-store' };

/** GET /api/audit?format=csv|json with the filters of the page: a file, written while it is read. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const format = AUDIT_FORMATS.find((known) => known === query.format);
  if (!format) return Response.json({ problem: { kind: 'malformed' } }, { status: 400, headers: PRIVATE });
  try {
    const [context, timeZone, t] = await Promise.all([
      requestContext(),
      getTimeZone(),
      getTranslations('audit.did'),
    ]);
    const outcome = await exportAuditLog(
      context,
      { view: readAuditView(query), timeZone, format },
      (entry) => {
        const { key, values } = entrySentence(entry);
        return t(key, values);
      },
    );
    if (!outcome.ok) {
      const { problem } = outcome;
      return Response.json({ problem }, { status: STATUS[problem.kind] ?? 400, headers: PRIVATE });
    }
    const { name, mediaType, pieces } = outcome.value;
    return new Response(bytesOf(pieces), {
      headers: {
        ...PRIVATE,
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  } catch (error) {
    return failed(error);
  }
}

/** As fast as the browser takes it. A failure on the way breaks the download off, so that no half file passes for a whole. */
function bytesOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const text = Readable.from(pieces, { objectMode: false });
  text.on('error', (error) => log.error({ err: error }, 'An export of the audit log broke off'));
  return Readable.toWeb(text) as ReadableStream<Uint8Array>;
}

function failed(error: unknown): Response {
  const errorId = crypto.randomUUID();
  log.error({ err: error, errorId }, 'The audit log could not be exported');
  return Response.json({ errorId }, { status: 500, headers: PRIVATE });
}
