// Mail servers behind MX records. Mail to them goes to port 25, where a test may not listen: each has an address of its
// own in its zone, and connections to that address are led to where it really listens, outside of the console's code.
import { connect as netConnect } from 'node:net';
import type { Connect } from '../../../lib/probe/wire';
import { startFakeDns, type Zone } from './fake-dns';
import { type FakeSmartHost, type SmartHostKind, startSmartHost } from './smart-host';
import { testCa } from './test-ca';

/** Name → what it does; `refused`: nobody listens. */
export type WantedMxServers = Readonly<Record<string, SmartHostKind | 'refused'>>;

export type MxServers = Readonly<{
  /** Their names with the addresses 127.25.0.1, 127.25.0.2, … */
  zone: Zone;
  /** Address → the port of 127.0.0.1 where connections to port 25 of it end; redirect-mx.mjs takes it too. */
  ports: Readonly<Record<string, number>>;
  host: (name: string) => FakeSmartHost;
  close: () => Promise<void>;
}>;

/** Where nobody listens. */
const CLOSED_PORT = 9;

export async function startMxServers(wanted: WantedMxServers): Promise<MxServers> {
  const ca = await testCa();
  const servers = await Promise.all(
    Object.entries(wanted).map(async ([name, kind], index) => ({
      name,
      address: `127.25.0.${index + 1}`,
      host: kind === 'refused' ? undefined : await startSmartHost(kind, { host: name, ca }),
    })),
  );
  return {
    zone: Object.fromEntries(servers.map(({ name, address }) => [name, { A: [address] }])),
    ports: Object.fromEntries(servers.map(({ address, host }) => [address, host?.port ?? CLOSED_PORT])),
    host: (name) => {
      const found = servers.find((server) => server.name === name)?.host;
      if (!found) throw new Error(`There is no server ${name}.`);
      return found;
    },
    close: async () => {
      await Promise.all(servers.map(({ host }) => host?.close()));
    },
  };
}

export type MxLab = Pick<MxServers, 'host' | 'close'> &
  Readonly<{
    /** Where the names are served, as PROBE_DNS_SERVERS takes it. */
    dnsServer: string;
    /** Opens a socket to a server's address as if it listened on port 25. */
    connect: Connect;
  }>;

/** Starts the servers, and a DNS server with their addresses and the records of `zone`. */
export async function startMxLab(wanted: WantedMxServers, zone: Zone): Promise<MxLab> {
  const servers = await startMxServers(wanted);
  const dns = await startFakeDns({ ...servers.zone, ...zone });
  return {
    dnsServer: dns.server,
    connect: (target) => {
      const port = target.port === 25 ? servers.ports[target.host] : undefined;
      return netConnect(port === undefined ? target : { ...target, host: '127.0.0.1', port });
    },
    host: servers.host,
    close: async () => {
      await Promise.all([dns.close(), servers.close()]);
    },
  };
}
