// Which inbound connector is the one, slow and obvious: list after list is made, and the first that is not empty has it.
// Shares nothing with inbound-matches.ts but the types. Knows addresses by their last number alone.
import type { InboundConnection } from './attribution-trace';
import type { InboundConnector } from './connector';
import type { KeptConnector, MailSetup } from './mail-setup';

type One = Readonly<{ id: string; connector: InboundConnector }>;

const answers = (name: string, wanted: string): boolean =>
  wanted.startsWith('*.')
    ? name.endsWith(wanted.slice(1))
    : name === wanted || (name.startsWith('*.') && wanted.split('.').slice(1).join('.') === name.slice(2));

function inboundOn({ connectors }: MailSetup): One[] {
  return connectors
    .flatMap(({ id, connector }: KeptConnector) =>
      connector.direction === 'inbound' && connector.enabled ? [{ id, connector }] : [],
    )
    .sort((a, b) => {
      const [left, right] = [`${a.connector.name} ${a.id}`, `${b.connector.name} ${b.id}`];
      return left < right ? -1 : 1;
    });
}

/** The id of the winner; undefined where there is none. */
export function referenceAttribution(setup: MailSetup, given: InboundConnection): string | undefined {
  const all = inboundOn(setup);
  const names = given.tls && given.certificateTrusted ? given.certificateNames : [];
  const last = Number(given.ip?.split('.').at(-1));
  const sender = given.mailFrom.split('@')[1];

  const wanted = ({ connector }: One): string => {
    if (connector.partnerKind === 'partner') return connector.restrictions.tls?.certificateName ?? '';
    return connector.identification.by === 'certificate' ? connector.identification.certificateName : '';
  };
  const ranges = ({ connector }: One) => {
    if (connector.partnerKind === 'partner') return connector.restrictions.ipAddresses ?? [];
    return connector.identification.by === 'ipAddresses' ? connector.identification.addresses : [];
  };
  const narrowest = (one: One): number =>
    Math.max(
      0,
      ...ranges(one)
        .filter(({ address, prefix }) => {
          const first = Number(address.split('.').at(-1));
          return first <= last && last < first + 2 ** (32 - prefix);
        })
        .map(({ prefix }) => prefix),
    );
  const named = (one: One): number => {
    if (wanted(one) === '' || !names.some((name) => answers(name, wanted(one)))) return 0;
    return names.includes(wanted(one)) && !wanted(one).startsWith('*') ? 9_999 : wanted(one).length;
  };
  /** 9,999 for the domain itself, 2 and more for wildcards, 1 for everything, 0 for none. */
  const senderMatch = ({ connector }: One): number => {
    if (connector.partnerKind !== 'partner') return 0;
    if (connector.identification.by === 'ipAddresses') return 1;
    return Math.max(
      ...connector.identification.domains.map((pattern) => {
        if (pattern.kind === 'any') return 1;
        if (sender === undefined) return 0;
        if (pattern.kind === 'exact') return pattern.domain === sender ? 9_999 : 0;
        const within = sender === pattern.domain || sender.endsWith(`.${pattern.domain}`);
        return within ? 1 + pattern.domain.length : 0;
      }),
    );
  };

  const ours = all.filter(({ connector }) => connector.partnerKind === 'onPremises');
  const partners = all.filter((one) => senderMatch(one) > 0);
  const bySender = partners.filter(
    ({ connector }) => connector.partnerKind === 'partner' && connector.identification.by === 'senderDomains',
  );
  const best = (list: readonly One[], ...scores: ((one: One) => number)[]): One | undefined => {
    let left = [...list];
    for (const score of scores) {
      const most = Math.max(0, ...left.map(score));
      left = most === 0 ? [] : left.filter((one) => score(one) === most);
    }
    return left[0];
  };
  const restricting = (one: One) => wanted(one) !== '' || ranges(one).length > 0;
  return (
    best(ours, named) ??
    best(ours, narrowest) ??
    best(partners, named, senderMatch) ??
    best(partners, narrowest, senderMatch) ??
    best(bySender.filter(restricting), senderMatch) ??
    best(
      bySender.filter((one) => !restricting(one)),
      senderMatch,
    )
  )?.id;
}
