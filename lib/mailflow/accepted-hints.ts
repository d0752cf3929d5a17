// What the list of accepted domains says about a draft. Warnings and notices alone: the list is the console's copy, and
// Exchange decides. Where the list is empty it says so, and only where it would have been asked.
import type { AcceptedDomain } from './accepted-domain';
import { type AcceptedLookup, acceptedLookup } from './accepted-lookup';
import type { ConnectorDraft, DraftField } from './connector-draft';
import { counts } from './draft-fields';
import type { Finding, Severity } from './finding';
import type { FieldFindingCode } from './finding-codes';
import { scenarioOf } from './scenario';

type Hint = Readonly<{
  field: DraftField;
  code: FieldFindingCode;
  severity: Severity;
  /** The names that it is about. */
  about: (draft: ConnectorDraft, isAccepted: (name: string) => boolean) => readonly string[];
}>;

const not = (isAccepted: (name: string) => boolean) => (name: string) => !isAccepted(name);
const certificate = ({ from, senderCertificateName }: ConnectorDraft): string[] => {
  const name = senderCertificateName.trim();
  return from === 'organization' && name !== '' ? [name] : [];
};

const HINTS: readonly Hint[] = [
  {
    field: 'senderCertificateName',
    code: 'senderCertificate.notAccepted',
    severity: 'warning',
    about: (draft, isAccepted) => certificate(draft).filter(not(isAccepted)),
  },
  // Own servers may take mail for any domain; most are accepted ones, as internal relay.
  {
    field: 'recipientDomains',
    code: 'recipientDomains.notAccepted',
    severity: 'info',
    about: (draft, isAccepted) =>
      scenarioOf(draft) === 'office365ToOrganization' ? draft.recipientDomains.filter(not(isAccepted)) : [],
  },
  {
    field: 'recipientDomains',
    code: 'recipientDomains.own',
    severity: 'warning',
    about: (draft, isAccepted) =>
      scenarioOf(draft) === 'office365ToPartner' ? draft.recipientDomains.filter(isAccepted) : [],
  },
  {
    field: 'senderDomains',
    code: 'senderDomains.own',
    severity: 'warning',
    about: ({ senderDomains }, isAccepted) => senderDomains.filter(isAccepted),
  },
  {
    field: 'associatedAcceptedDomains',
    code: 'associatedDomains.notAccepted',
    severity: 'warning',
    about: ({ associatedAcceptedDomains }, isAccepted) => associatedAcceptedDomains.filter(not(isAccepted)),
  },
];

/** Where no accepted domain is known. */
const UNKNOWN: readonly Hint[] = [
  {
    field: 'senderCertificateName',
    code: 'senderCertificate.checkAccepted',
    severity: 'info',
    about: certificate,
  },
  {
    field: 'scope',
    code: 'scope.noneKnown',
    severity: 'info',
    about: ({ scope }) => (scope === 'acceptedDomains' ? [''] : []),
  },
];

/** The codes that ask for the list: what shows them leads there. */
export const ASKS_FOR_DOMAINS: ReadonlySet<FieldFindingCode> = new Set(UNKNOWN.map(({ code }) => code));

/** Longer names than any that is shown whole. */
const SHOWN = 80;
/** Of a long list of domains the first ones are told of. */
const TOLD = 5;

/** Each with its field, and only where the field counts. */
export function acceptedHints(draft: ConnectorDraft, known: readonly AcceptedDomain[]): Finding[] {
  const accepted = acceptedLookup(known);
  const hints = known.length === 0 ? UNKNOWN : HINTS;
  return hints
    .filter(({ field }) => counts(draft, field))
    .flatMap(({ field, code, severity, about }) =>
      about(draft, (name) => isAccepted(accepted, name))
        .slice(0, TOLD)
        .map((name): Finding => ({ code, field, severity, params: { value: name.slice(0, SHOWN) } })),
    );
}

/** A certificate's name may stand for a server of the domain; `*` is every domain and no question of this list. */
function isAccepted(accepted: AcceptedLookup, name: string): boolean {
  const domain = name.toLowerCase().replace(/^\*\./, '');
  return domain === '*' || accepted(domain) !== undefined;
}
