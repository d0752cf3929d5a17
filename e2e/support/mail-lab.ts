// Smart hosts good and bad, the names and the root that lead to them, and the settings that let a console reach them.
import { join } from 'node:path';
import { startFakeDns, type Zone } from './smart-hosts/fake-dns';
import { startMxServers, type WantedMxServers } from './smart-hosts/mx-lab';
import { type FakeSmartHost, type SmartHostKind, startSmartHost } from './smart-hosts/smart-host';
import { testCa } from './smart-hosts/test-ca';

export type LabHost = Readonly<{
  kind: SmartHostKind;
  host: string;
  /** The port it would like; another where that one is taken, or absent. */
  port?: number;
}>;

/** Domains whose mail goes by MX: the servers that their records name, and the records. */
export type LabPartners = Readonly<{ servers: WantedMxServers; zone: Zone }>;

export type MailLab = Readonly<{
  /** In the order asked for. */
  hosts: readonly FakeSmartHost[];
  /** A server of `partners`, by its name. */
  mxServer: (name: string) => FakeSmartHost;
  /** For the console's processes. */
  env: Readonly<Record<string, string>>;
  close: () => Promise<void>;
}>;

const NOBODY: LabPartners = { servers: {}, zone: {} };

/** Starts everything on loopback; the root certificate is written to `folder`. */
export async function startMailLab(
  wanted: readonly LabHost[],
  folder: string,
  partners: LabPartners = NOBODY,
): Promise<MailLab> {
  const ca = await testCa();
  const rootFile = join(folder, 'test-root.pem');
  await ca.writeRoot(rootFile);
  const hosts = await Promise.all(
    wanted.map(({ kind, host, port }) => {
      const start = (at?: number) => startSmartHost(kind, { host, ca, ...(at && { port: at }) });
      return port === undefined ? start() : start(port).catch(ifTaken(() => start()));
    }),
  );
  const mx = await startMxServers(partners.servers);
  const dns = await startFakeDns({
    ...Object.fromEntries(hosts.map(({ host, address }) => [host, { A: [address] }])),
    ...mx.zone,
    ...partners.zone,
  });
  return {
    hosts,
    mxServer: mx.host,
    env: {
      ...(Object.keys(mx.ports).length > 0 && redirection(mx.ports)),
      NODE_EXTRA_CA_CERTS: rootFile,
      PROBE_ALLOW_LOOPBACK: 'true',
      PROBE_DNS_SERVERS: dns.server,
      // All of a lab's people may be one person, who never rests.
      PROBE_UNSAVED_PER_HOUR: '10000',
      PROBE_PORTS: hosts.map(({ port }) => port).join(','),
    },
    close: async () => {
      await Promise.all([dns.close(), mx.close(), ...hosts.map((host) => host.close())]);
    },
  };
}

/** Mail by MX goes to port 25, where a test may not listen. */
function redirection(ports: Readonly<Record<string, number>>): Record<string, string> {
  const loaded = new URL('./smart-hosts/redirect-mx.mjs', import.meta.url).href;
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${loaded}`.trim(),
    MX_LAB_PORTS: JSON.stringify(ports),
  };
}

const ifTaken =
  <T>(otherwise: () => T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return otherwise();
  };
