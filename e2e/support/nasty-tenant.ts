// A tenant whose every name, comment and word is hostile, as Exchange's own tools would print it.
import { isStorable } from '../../lib/data/json';
import { INBOUND, OUTBOUND } from '../../lib/exchange/records-for-tests';
import { NASTY } from './nasty-strings';

/** Those that a database takes at all; a file with any other is refused whole. */
export const STORABLE: readonly string[] = NASTY.filter((text) => isStorable({ text }));

const named = (Name: string, kind: number, at: number) => ({
  ...{ Name, Identity: Name, Guid: `7d3a5c1e-000${kind}-4000-8000-${String(at).padStart(12, '0')}` },
});

export const nastyTenant = (texts: readonly string[] = STORABLE) => ({
  OutboundConnectors: [
    {
      ...OUTBOUND,
      ...named('Archive', 1, 9_999),
      IsTransportRuleScoped: true,
      SmartHosts: ['archive.contoso.com'],
    },
    ...texts.map((text, at) => ({
      ...{ ...OUTBOUND, ...named(text, 1, at), Comment: text, IsTransportRuleScoped: false },
      ...{
        RecipientDomains: [`a${at}.test`],
        SmartHosts: ['mail.contoso.com'],
        [text]: text,
        Unknown: { [text]: text },
      },
    })),
  ],
  InboundConnectors: texts.map((text, at) => ({
    ...{ ...INBOUND, ...named(`in ${text}`, 2, at), Comment: text },
    ...{ SenderDomains: [text], TlsSenderCertificateName: text },
  })),
  AcceptedDomains: texts.map((text, at) => ({
    ...{ ...named(text, 3, at), DomainName: text, DomainType: 'Authoritative', Default: false },
  })),
  TransportRules: texts.map((text, at) => ({
    ...{ ...named(text, 4, at), State: 'Enabled', Mode: 'Enforce', Priority: at, Comments: text },
    ...{ HeaderContainsMessageHeader: 'X-Test', HeaderContainsWords: [text], SubjectMatchesPatterns: [text] },
    ...{ RouteMessageOutboundConnector: 'Archive', StopRuleProcessing: false },
  })),
});
