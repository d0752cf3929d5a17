// Every code a finding may carry. A test holds the words in messages/*.json against this list.

export const FINDING_CODES = [
  // one text field, whatever it holds
  'text.required',
  'text.tooLong',
  'text.controlCharacters',
  // a host name, wherever one is asked for
  'host.required',
  'host.url',
  'host.email',
  'host.spaces',
  'host.controlCharacters',
  'host.wildcard',
  'host.cidr',
  'host.underscore',
  'host.notQualified',
  'host.tooLong',
  'host.labelTooLong',
  'host.hyphen',
  'host.characters',
  'host.emptyLabel',
  'host.ambiguousAddress',
  'host.port',
  'host.addressNotAllowed',
  // a domain pattern
  'pattern.wildcardPlace',
  'pattern.wildcardTooWide',
  // an e-mail address
  'email.required',
  'email.shape',
  'email.controlCharacters',
  'email.tooLong',
  'email.localPart',
  // the connector
  'scenario.required',
  'scenario.impossible',
  'scenario.notYet',
  'name.taken',
  'scope.required',
  'scope.notForPartner',
  'recipientDomains.required',
  'recipientDomains.everything',
  'smartHosts.required',
  'smartHosts.otherPort',
  'smartHosts.privateAddress',
  'smartHosts.namesCloud',
  'smartHosts.addressWithTlsDomain',
  'tls.certificateRequired',
  'tls.domainRequired',
  'validationRecipients.required',
  'list.duplicate',
  'list.notAdded',
  'list.tooMany',
] as const;

/** The codes that a form shows beside a field. */
export type FieldFindingCode = (typeof FINDING_CODES)[number];
