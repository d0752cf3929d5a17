// Runs one `mailspan attribute` from its options to its exit code.
import { attributeConnection } from '../lib/mailflow/attribute-connection';
import type { Attribution, InboundConnection } from '../lib/mailflow/attribution-trace';
import { toAttributionJson } from './attribution-json';
import { setupFrom } from './compiled-setup';
import { UsageError } from './usage-error';
import { findingWords, terminalLocale } from './words';

/** As the command's options spell them. */
export type AttributeOptions = Readonly<{
  ip?: string;
  certificate?: readonly string[];
  untrusted: boolean;
  tls: boolean;
  mailFrom: string;
  rcptTo: readonly string[];
  rejectDirectSend?: string;
  setup?: string;
  json: boolean;
}>;

const EXIT = { accepted: 0, refused: 1, unknown: 2 } as const;

/** The exit code. Throws a UsageError for the first option that is wrong; an address that can't be read is an answer. */
export async function runAttribute(options: AttributeOptions): Promise<number> {
  const connection = toConnection(options);
  const attribution = attributeConnection(await setupFrom(options.setup), connection);
  const [wrong] = attribution.problems.filter(({ field }) => field !== 'mailFrom');
  if (wrong) {
    const option = wrong.field === 'ip' ? '--ip' : '--certificate';
    throw new UsageError(`option '${option}': ${findingWords(terminalLocale(process.env))(wrong)}`);
  }
  if (options.json) console.log(JSON.stringify(toAttributionJson(attribution), null, 2));
  else (await import('./attribution-text')).printAttribution(attribution, process);
  return EXIT[worst(attribution)];
}

function toConnection(options: AttributeOptions): InboundConnection {
  const { ip, certificate = [], untrusted, tls, mailFrom, rcptTo, rejectDirectSend: rejects } = options;
  if (!tls && certificate.length > 0)
    throw new UsageError("option '--certificate': a certificate is shown in TLS only; leave --no-tls out.");
  if (rejects !== undefined && rejects !== 'yes' && rejects !== 'no')
    throw new UsageError("option '--reject-direct-send' must be yes or no.");
  return {
    ...(ip !== undefined && { ip }),
    tls,
    certificateNames: certificate,
    certificateTrusted: !untrusted,
    mailFrom,
    rcptTo,
    ...(rejects !== undefined && { rejectDirectSend: rejects === 'yes' }),
  };
}

function worst({ recipients }: Attribution): keyof typeof EXIT {
  const verdicts = new Set(recipients.map(({ verdict }) => verdict));
  if (verdicts.has('refused')) return 'refused';
  return verdicts.has('unknown') ? 'unknown' : 'accepted';
}
