// Where this console and its database listen, so that no validation connects there: neither is a mail server.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { OwnService } from '../probe/guard';
import type { Settings } from '../settings';

const POSTGRESQL_PORT = 5432;

/**
 * The services of this console as of now: its own port at every address of this machine, and its database's there and at
 * the database's own addresses, which may be another machine's.
 */
export async function ownServices({ port, databaseUrl }: Settings): Promise<OwnService[]> {
  const mine = Object.values(networkInterfaces()).flatMap((some) =>
    (some ?? []).map(({ address }) => address),
  );
  const listens: OwnService = { addresses: mine, port };
  if (databaseUrl === undefined) return [listens];
  const { hostname, port: databasePort } = new URL(databaseUrl);
  const addresses = [...mine, ...(await addressesOf(hostname.replace(/^\[|\]$/g, '')))];
  return [listens, { addresses, port: Number(databasePort || POSTGRESQL_PORT) }];
}

/** None where the name can't be looked up: then the console has no database to be protected either. */
async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}
