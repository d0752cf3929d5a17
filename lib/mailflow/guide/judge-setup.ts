// What the set-up in force says of the guide's steps: connectors there and on, validated as they are, who is tested with what.
// Looks nothing up: facts of the wire are other judges'.
import { type PartnerKind, patternsOf } from '../connector';
import { isOutbound, type KeptOutbound } from '../domain-index';
import { domainOf } from '../email-address';
import { isInbound, type KeptInbound } from '../inbound-matches';
import type { MailSetup } from '../mail-setup';
import { MX_GUARD, type MxGuard, type MxGuardCode } from '../mx-guard';
import type { Routed } from '../route-subjects';
import type { GuideScenario } from './journey';
import { isOwn } from './judge-server';
import { remedy, said, stateOf } from './standing';
import type { GuideEvidence, GuideRemedy, GuideState, GuideWay, StepState } from './step-state';

const outboundOf = ({ connectors }: MailSetup, kind: PartnerKind): KeptOutbound[] =>
  connectors.filter(isOutbound).filter(({ connector }) => connector.partnerKind === kind);

/** The domains that partner connectors name one by one, each once. */
export const partnerDomains = (setup: MailSetup): string[] => [
  ...new Set(
    outboundOf(setup, 'partner').flatMap(({ connector }) =>
      patternsOf(connector.scope).flatMap((pattern) => (pattern.kind === 'exact' ? [pattern.domain] : [])),
    ),
  ),
];

const OF_GUARD: Readonly<Record<MxGuardCode, readonly [GuideState, ...GuideRemedy[]]>> = {
  ready: ['done'],
  noConnectorAuthoritative: ['toDo', remedy('createOutbound')],
  unclear: ['couldNotCheck'],
  ambiguous: ['warning'],
  notAccepted: ['toDo', remedy('addDomains')],
  noConnector: ['toDo', remedy('createOutbound')],
  connectorOff: ['toDo', remedy('turnOnOutbound')],
  connectorInTestMode: ['toDo', remedy('turnOnOutbound')],
  followsMx: ['failing', remedy('useName')],
  neverValidated: ['toDo', remedy('validate')],
  validationFailed: ['failing', remedy('validate')],
  validationInconclusive: ['couldNotCheck', remedy('validate')],
  validationStale: ['toDo', remedy('validate')],
  validationOld: ['warning', remedy('validate')],
};

const LEVELS = { ready: 'good', check: 'info', notYet: 'warning' } as const;

/** Does a connector that is on and validated as it is now take the domain's mail to the own servers? */
export function judgeOutbound(domain: string, guard: MxGuard, scenario: GuideScenario): StepState {
  const { code, connector } = guard;
  const [state, ...remedies] = OF_GUARD[code];
  const evidence: GuideEvidence[] = [{ kind: 'guard', level: LEVELS[MX_GUARD[code]], domain, guard }];
  // With mailboxes in both places, a domain may be in the cloud as a whole.
  if (code === 'noConnectorAuthoritative' && scenario === 'both')
    return stateOf('notApplicable', evidence, { way: { to: 'newOutbound' } });
  return stateOf(state, evidence, {
    remedies,
    way: wayTo(connector, code === 'unclear' ? domain : undefined),
  });
}

const wayTo = (connector: Readonly<{ id: string }> | undefined, traced?: string): GuideWay => {
  if (traced !== undefined) return { to: 'trace', domain: traced };
  return connector ? { to: 'connector', id: connector.id } : { to: 'newOutbound' };
};

const namesDomain = ({ connector }: KeptOutbound, domain: string): boolean =>
  patternsOf(connector.scope).some((pattern) => pattern.kind === 'exact' && pattern.domain === domain);

/** The same for a domain of a partner, by the connectors that name it. */
export function judgePartnerOutbound(domain: string, { setup }: Routed): StepState {
  const naming = outboundOf(setup, 'partner').filter((kept) => namesDomain(kept, domain));
  const on = naming.find(({ connector }) => connector.enabled && !connector.testMode);
  const kept = on ?? naming[0];
  if (!kept)
    return stateOf('toDo', [said('info', 'noOutbound')], {
      remedies: [remedy('createOutbound')],
      way: { to: 'newOutbound' },
    });
  const way = { to: 'connector', id: kept.id } as const;
  const params = { connector: kept.connector.name };
  if (!on)
    return stateOf('toDo', [said('warning', 'partnerConnectorOff', params)], {
      remedies: [remedy('turnOnOutbound')],
      way,
    });
  const evidence = [said('good', 'partnerConnectorOn', params)];
  if (kept.health === 'passed') return stateOf('done', evidence, { way });
  return stateOf(
    kept.health === 'failed' ? 'failing' : 'toDo',
    [...evidence, said('warning', 'partnerNotValidated', params)],
    {
      remedies: [remedy('validate')],
      way,
    },
  );
}

/** A mailbox of the domain, that its connector's validation writes to. */
export function judgeTestAddress(
  domain: string,
  taking: Readonly<{ id: string }> | undefined,
  { setup }: Routed,
): StepState {
  const kept = setup.connectors.find(({ id }) => id === taking?.id);
  if (!kept || !isOutbound(kept))
    return stateOf('toDo', [said('info', 'noOutbound')], {
      remedies: [remedy('createOutbound')],
      way: { to: 'newOutbound' },
    });
  const way = { to: 'connector', id: kept.id } as const;
  const own = kept.connector.validationRecipients.filter(
    (recipient) => domainOf(recipient).toLowerCase() === domain,
  );
  if (own.length > 0)
    return stateOf('done', [said('good', 'testAddresses', { addresses: own.join(', ') })], { way });
  return stateOf('toDo', [said('warning', 'noTestAddress', { domain, connector: kept.connector.name })], {
    remedies: [remedy('addTestAddress', { domain })],
    way,
  });
}

/** The partner connector that names a domain: the first that is on. */
export function partnerConnector(domain: string, { setup }: Routed): Readonly<{ id: string }> | undefined {
  const naming = outboundOf(setup, 'partner').filter((kept) => namesDomain(kept, domain));
  return naming.find(({ connector }) => connector.enabled) ?? naming[0];
}

/** Routes by domain names or by transport rules: the article's decision, read off the connectors that are on. */
export function judgeRoutingChoice({ setup }: Routed): StepState {
  const on = outboundOf(setup, 'onPremises').filter(({ connector }) => connector.enabled);
  const names = (byRule: boolean): string[] =>
    on.flatMap(({ connector }) =>
      (connector.scope.kind === 'transportRule') === byRule ? [connector.name] : [],
    );
  const [byRule, byDomain] = [names(true), names(false)];
  if (on.length === 0)
    return stateOf('toDo', [said('info', 'noOutbound')], {
      remedies: [remedy('createOutbound')],
      way: { to: 'newOutbound' },
    });
  return stateOf(
    'done',
    [
      ...(byDomain.length > 0 ? [said('good', 'routesByDomain', { connectors: listed(byDomain) })] : []),
      ...(byRule.length > 0 ? [said('good', 'routesByRule', { connectors: listed(byRule) })] : []),
    ],
    { way: { to: byRule.length > 0 ? 'rules' : 'connectors' } },
  );
}

const LISTED = 5;
const listed = (names: readonly string[]): string =>
  names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', …' : '');

const inboundOf = ({ connectors }: MailSetup, kind: PartnerKind): KeptInbound[] =>
  connectors.filter(isInbound).filter(({ connector }) => connector.partnerKind === kind);

/** A connector into Office 365 is there and on. */
export function judgeInbound(kind: PartnerKind, { setup }: Routed): StepState {
  const all = inboundOf(setup, kind);
  const on = all.filter(({ connector }) => connector.enabled);
  const [first] = all;
  const [firstOn] = on;
  if (firstOn)
    return stateOf(
      'done',
      [said('good', 'inboundOn', { connectors: listed(on.map(({ connector }) => connector.name)) })],
      {
        way: on.length === 1 ? { to: 'connector', id: firstOn.id } : { to: 'connectors' },
      },
    );
  if (first)
    return stateOf('toDo', [said('warning', 'inboundOff', { connector: first.connector.name })], {
      remedies: [remedy('turnOnInbound')],
      way: { to: 'connector', id: first.id },
    });
  return stateOf('toDo', [said('info', 'noInbound')], {
    remedies: [remedy('createInbound')],
    way: { to: 'newInbound' },
  });
}

/**
 * May the own servers send to the Internet through Office 365? By a certificate whose name is an accepted domain; else only
 * with senders of accepted domains, which a person has to say (the alternative that the article's translation lost).
 */
export function judgeSenderIdentity({ setup, routes }: Routed): StepState {
  const on = inboundOf(setup, 'onPremises').filter(({ connector }) => connector.enabled);
  if (on.length === 0)
    return stateOf('toDo', [said('info', 'noInbound')], {
      remedies: [remedy('createInbound')],
      way: { to: 'newInbound' },
    });
  const evidence = on.flatMap(({ connector }): GuideEvidence[] => {
    const { identification, name } = connector;
    if (identification.by === 'ipAddresses') return [said('info', 'knownByAddress', { connector: name })];
    if (identification.by !== 'certificate') return [];
    const params = { connector: name, certificate: identification.certificateName };
    return isOwn(identification.certificateName, routes.acceptedOf)
      ? [said('good', 'certificateAccepted', params)]
      : [said('warning', 'certificateForeign', params)];
  });
  const [only] = on;
  const way: GuideWay = only && on.length === 1 ? { to: 'connector', id: only.id } : { to: 'connectors' };
  if (evidence.every(({ level }) => level === 'good')) return stateOf('done', evidence, { way });
  return stateOf('toDo', evidence, {
    remedies: [remedy('acceptSenders'), remedy('confirm')],
    way,
    confirmable: true,
  });
}
