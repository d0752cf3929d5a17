// The question about a connection to Office 365 as the trace's URL spells it. Pure, so that links can write what the page
// reads. Refuses nothing: what is too much is left out.
import type { RawQuery } from './connector-list-query';

/** All as typed; '' and no names mean not known, or that the server showed no certificate. */
export type AttributionQuestion = Readonly<{
  ip: string;
  certificates: readonly string[];
  /** The certificate's chain leads to an authority that Office 365 trusts. */
  trusted: boolean;
  tls: boolean;
  sender: string;
  recipients: readonly string[];
}>;

export const INBOUND_TEXT_MAX = 1_000;
export const INBOUND_NAMES_MAX = 100;
export const INBOUND_RECIPIENTS_MAX = 100;

export function readAttributionQuestion(query: RawQuery): AttributionQuestion {
  const all = (key: string, max: number): string[] =>
    [query[key] ?? []]
      .flat()
      .filter((text) => text.trim() !== '')
      .slice(0, max)
      .map((text) => text.slice(0, INBOUND_TEXT_MAX));
  const first = (key: string): string => all(key, 1)[0] ?? '';
  return {
    ip: first('ip'),
    certificates: all('certificate', INBOUND_NAMES_MAX),
    trusted: first('untrusted') !== '1',
    tls: first('tls') !== '0',
    sender: first('from'),
    recipients: all('to', INBOUND_RECIPIENTS_MAX),
  };
}

/** The query that reads back as the question. */
export function attributionQuery(question: AttributionQuestion): string {
  const { ip, certificates, trusted, tls, sender, recipients } = question;
  const query = new URLSearchParams({ mode: 'inbound' });
  if (ip !== '') query.set('ip', ip);
  for (const name of certificates) query.append('certificate', name);
  if (!trusted) query.set('untrusted', '1');
  if (!tls) query.set('tls', '0');
  if (sender !== '') query.set('from', sender);
  for (const recipient of recipients) query.append('to', recipient);
  return `?${query.toString().replaceAll('%40', '@').replaceAll('%3A', ':')}`;
}
