// Every code that a note about an imported object may carry; the words are in messages/*/importNotes.json.

export const IMPORT_NOTE_CODES = [
  // errors: the object can't be taken over
  'noName',
  'nameTooLong',
  'commentTooLong',
  'tooMuchKept',
  'noDelivery',
  'noIdentification',
  'externalRelay',
  'domainTypeUnknown',
  'domainUnreadable',
  // accepted domains
  'subDomainsNeedRelay',
  // any connector
  'connectorTypeUnsaid',
  'unreadableValue',
  'onlyForOrganization',
  'keptSettings',
  // from Office 365
  'noUse',
  'useUnsaid',
  'ruleScopedWithDomains',
  'ruleScopedWithAcceptedDomains',
  'acceptedDomainsWithDomains',
  'acceptedDomainsForPartner',
  'mxWithSmartHosts',
  'mxForOrganization',
  'tlsDomainUnused',
  'domainValidationWithoutDomain',
  // to Office 365
  'certificateAndAddresses',
  'certificateWithoutTls',
  'certificateByIssuer',
  'certificateUnused',
  'addressesWithTls',
  'addressesUnused',
  'senderDomainsOfOrganization',
  'partnerUnrestricted',
  'certificateAndAddressRestriction',
  'restrictionWithoutCertificate',
  'restrictionWithoutAddresses',
  'internalWithHeaders',
  'bothSkipped',
  'filteredUsersUnused',
  // of a plan: what an object names is neither here nor in the file
  'connectorUnknown',
  // a transport rule
  'ruleNameUnfit',
  'ruleConnectorByGuid',
  'ruleMode',
  'ruleStopsMail',
  'ruleOtherActions',
  'ruleDates',
  'ruleSenderLocation',
  'ruleGroupMembers',
  'ruleEntry',
  'rulePattern',
  'ruleOnlyExchange',
] as const;

export type ImportNoteCode = (typeof IMPORT_NOTE_CODES)[number];
