// An own server of contoso.com, for tests.
import { type OwnServer, type OwnServerDraft, readOwnServer } from './own-server';
import type { CommentWords } from './server-file';

export const DRAFT: OwnServerDraft = {
  smartHost: 'contoso-com.mail.protection.outlook.com',
  ehloName: 'mail.contoso.com',
  handsOver: 'everything',
  domains: [],
  acceptedDomains: ['contoso.com', 'fabrikam.com'],
  guesses: [],
};

export function ownServer(given: Partial<OwnServerDraft> = {}): OwnServer {
  const read = readOwnServer({ ...DRAFT, ...given });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.server;
}

/** Comments that say their code. */
export const CODES: CommentWords = (code, { domains }) => `${code} ${domains}`;
