// The smart hosts that speak SMTP well (smtp-server of npm), each with its certificate and its opinion of recipients.
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ReceivedMessage } from './received-message';
import type { CertificateKind, TestCa } from './test-ca';

type Refusal = Readonly<{ code: number; text: string }>;

type Recipe = Readonly<{
  certificate?: CertificateKind;
  options?: SMTPServerOptions;
  /** The answer to RCPT; taken where absent. */
  refusal?: Refusal | ((recipient: string) => Refusal | undefined);
}>;

const NOBODY: Refusal = { code: 550, text: '5.1.1 User unknown' };
const NO_RELAY: Refusal = { code: 554, text: '5.7.1 Relay access denied' };

/** A server for contoso.com that knows ada and bob, and who else `knows` names. */
const directory =
  (...knows: readonly string[]) =>
  (recipient: string): Refusal | undefined => {
    const [local = '', domain] = recipient.toLowerCase().split('@');
    if (domain !== 'contoso.com') return NO_RELAY;
    return ['ada', 'bob', ...knows].includes(local) ? undefined : NOBODY;
  };

export const RECIPES = {
  good: {},
  expired: { certificate: 'expired' },
  notYetValid: { certificate: 'notYetValid' },
  otherName: { certificate: 'otherName' },
  wildcard: { certificate: 'wildcard' },
  cnOnly: { certificate: 'cnOnly' },
  selfSigned: { certificate: 'selfSigned' },
  weakKey: { certificate: 'weakKey', options: { ciphers: 'DEFAULT@SECLEVEL=0' } },
  sha1: { certificate: 'sha1', options: { ciphers: 'DEFAULT@SECLEVEL=0' } },
  clientOnly: { certificate: 'clientOnly' },
  missingIntermediate: { certificate: 'missingIntermediate' },
  publicMissingIntermediate: { certificate: 'publicMissingIntermediate' },
  wrongOrder: { certificate: 'wrongOrder' },
  noStarttls: { options: { disabledCommands: ['AUTH', 'STARTTLS'] } },
  oldTls: { options: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } },
  /** TLS from the first byte, as on port 465. */
  implicitTls: { options: { secure: true } },
  greylist: { refusal: { code: 450, text: '4.7.1 Greylisted, please try again later' } },
  /** Accepts and refuses what it should. */
  strict: { refusal: directory('postmaster') },
  noPostmaster: { refusal: directory() },
  catchAll: { refusal: (to) => (to.endsWith('@contoso.com') ? undefined : NO_RELAY) },
  /** Puts off whom it does not know. */
  greylistsStrangers: {
    refusal: (to) =>
      /^(ada|bob)@/.test(to) ? undefined : { code: 451, text: '4.7.1 Please try again later' },
  },
  refusesRecipient: { refusal: NOBODY },
  relayDenied: { refusal: NO_RELAY },
} as const satisfies Record<string, Recipe>;

export type SmtpKind = keyof typeof RECIPES;

/** A server that is not listening yet; messages it takes are pushed to `received`. */
export async function createSmtpHost(kind: SmtpKind, host: string, ca: TestCa, received: ReceivedMessage[]) {
  const { certificate = 'valid', options, refusal }: Recipe = RECIPES[kind];
  const smtp = new SMTPServer({
    ...(await ca.issue(certificate, [host])),
    name: host,
    banner: 'Mailspan demo',
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    ...options,
    onRcptTo({ address }, _session, callback) {
      const refused = typeof refusal === 'function' ? refusal(address) : refusal;
      callback(refused && Object.assign(new Error(refused.text), { responseCode: refused.code }));
    },
    onData(stream, { envelope, secure }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, secure, text: Buffer.concat(chunks).toString() });
        callback(null, `2.0.0 Ok: queued as 4DEM0${received.length}`);
      });
    },
  });
  // A broken handshake is the purpose of some of these hosts.
  smtp.on('error', () => {});
  return { server: smtp.server, close: () => new Promise<void>((resolve) => smtp.close(() => resolve())) };
}
