// Whether somebody may read the metrics: they name the token that METRICS_TOKEN sets. Without one, nobody may.
import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `authorization` is the header, RFC 6750. Takes the same time wherever the two differ. */
export const hasToken = (authorization: string | null | undefined, token: string | undefined): boolean => {
  if (token === undefined) return false;
  const [, given = ''] = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
};
