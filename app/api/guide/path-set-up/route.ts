import { mailSetup } from '@/lib/operations/mail-setup';
import { requestContext } from '@/lib/server-request';
import { outcomeResponse, PRIVATE } from '../../outcome-response';

/**
 * GET /api/guide/path-set-up: a MailSetup, for a browser that holds a message's path against it. What imports keep of Exchange
 * has no say in a path, and stays here.
 */
export async function GET(): Promise<Response> {
  return outcomeResponse(
    async () => mailSetup(await requestContext()),
    ({ setup }) => {
      const json = JSON.stringify(setup, (key, value) => (key === 'exchange' ? undefined : value));
      return new Response(json, { headers: { ...PRIVATE, 'content-type': 'application/json' } });
    },
  );
}
