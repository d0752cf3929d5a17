// Smart hosts good and bad, the names and the root that lead to them, and the settings that let a console reach them.
import { join } from 'node:path';
import { startFakeDns } from './smart-hosts/fake-dns';
import { type FakeSmartHost, type SmartHostKind, startSmartHost } from './smart-hosts/smart-host';
import { testCa } from './smart-hosts/test-ca';

export type LabHost = Readonly<{
  kind: SmartHostKind;
  host: string;
  /** The port it would like; another where that one is taken, or absent. */
  port?: number;
}>;

export type MailLab = Readonly<{
  /** In the order asked for. */
  hosts: readonly FakeSmartHost[];
  /** For the console's processes. */
  env: Readonly<Record<string, string>>;
  close: () => Promise<void>;
}>;

/** Starts everything on loopback; the root certificate is written to `folder`. */
export async function startMailLab(wanted: readonly LabHost[], folder: string): Promise<MailLab> {
  const ca = await testCa();
  const rootFile = join(folder, 'test-root.pem');
  await ca.writeRoot(rootFile);
  const hosts = await Promise.all(
    wanted.map(({ kind, host, port }) => {
      const start = (at?: number) => startSmartHost(kind, { host, ca, ...(at && { port: at }) });
      return port === undefined ? start() : start(port).catch(ifTaken(() => start()));
    }),
  );
  const dns = await startFakeDns(
    Object.fromEntries(hosts.map(({ host, address }) => [host, { A: [address] }])),
  );
  return {
    hosts,
    env: {
      NODE_EXTRA_CA_CERTS: rootFile,
      PROBE_ALLOW_LOOPBACK: 'true',
      PROBE_DNS_SERVERS: dns.server,
      PROBE_PORTS: hosts.map(({ port }) => port).join(','),
    },
    close: async () => {
      await Promise.all([dns.close(), ...hosts.map((host) => host.close())]);
    },
  };
}

const ifTaken =
  <T>(otherwise: () => T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return otherwise();
  };
