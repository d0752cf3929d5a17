// Mail servers behind MX records. Mail to them goes to port 25, which a test may not listen on: each has an address of its
// own in its zone, and connections to that address are led to the port where it really listens.
import { connect as netConnect } from 'node:net';
import type { Connect } from '../../../lib/probe/wire';
import { startFakeDns, type Zone } from './fake-dns';
import { type FakeSmartHost, type SmartHostKind, startSmartHost } from './smart-host';
import { testCa } from './test-ca';

export type MxLab = Readonly<{
  /** Where the names are served, as PROBE_DNS_SERVERS takes it. */
  dnsServer: string;
  /** Opens a socket to a server's address as if it listened on port 25. */
  connect: Connect;
  /** For the file that NODE_OPTIONS loads into a console (`redirect-mx.mjs`): address → port. */
  ports: Readonly<Record<string, number>>;
  host: (name: string) => FakeSmartHost;
  close: () => Promise<void>;
}>;

/** Where connections to port 25 of a server's address end where nobody listens. */
const CLOSED_PORT = 9;

/** The address in the zone of the server at `index`. */
export const mxAddress = (index: number): string => `127.25.0.${index + 1}`;

/**
 * Starts `servers` (name → what it does; `refused`: nobody listens), and a DNS server with their addresses, which are
 * `mxAddress(0)`, `mxAddress(1)`, …, and the records of `zone`.
 */
export async function startMxLab(
  servers: Readonly<Record<string, SmartHostKind | 'refused'>>,
  zone: Zone,
): Promise<MxLab> {
  const ca = await testCa();
  const entries = Object.entries(servers).map(([name, kind], index) => ({
    name,
    kind,
    address: mxAddress(index),
  }));
  const started = await Promise.all(
    entries.map(async ({ name, kind, address }) => ({
      address,
      host: kind === 'refused' ? undefined : await startSmartHost(kind, { host: name, ca }),
    })),
  );
  const hosts = started.flatMap(({ host }) => host ?? []);
  const ports = Object.fromEntries(started.map(({ address, host }) => [address, host?.port ?? CLOSED_PORT]));
  const dns = await startFakeDns({
    ...Object.fromEntries(entries.map(({ name, address }) => [name, { A: [address] }])),
    ...zone,
  });
  return {
    dnsServer: dns.server,
    ports,
    connect: (target) => {
      const port = target.port === 25 ? ports[target.host] : undefined;
      return netConnect(port === undefined ? target : { ...target, host: '127.0.0.1', port });
    },
    host: (name) => {
      const found = hosts.find(({ host }) => host === name);
      if (!found) throw new Error(`There is no server ${name}.`);
      return found;
    },
    close: async () => {
      await Promise.all([dns.close(), ...hosts.map((host) => host.close())]);
    },
  };
}
