// What New- and Set-TransportRule take beside the conditions that the console knows (rule-predicates.ts), as data.
// @see learn.microsoft.com/powershell/module/exchangepowershell/new-transportrule

export const EXCEPT = 'ExceptIf';

/** Predicates that are either asked or not: false is how Get-TransportRule prints "not asked". */
export const FLAG_PREDICATES = [
  ...['AttachmentHasExecutableContent', 'AttachmentIsPasswordProtected', 'AttachmentIsUnsupported'],
  ...['AttachmentProcessingLimitExceeded', 'HasNoClassification', 'HasSenderOverride'],
] as const;

/** Predicates that only Exchange can judge. Each has a twin with ExceptIf, as all predicates have. */
export const OTHER_PREDICATES = [
  ...FLAG_PREDICATES,
  ...['ADComparisonAttribute', 'ADComparisonOperator', 'AnyOfCcHeader', 'AnyOfCcHeaderMemberOf'],
  ...['AnyOfRecipientAddressContainsWords', 'AnyOfRecipientAddressMatchesPatterns', 'AnyOfToCcHeader'],
  ...['AnyOfToCcHeaderMemberOf', 'AnyOfToHeader', 'AnyOfToHeaderMemberOf', 'AttachmentContainsWords'],
  ...['AttachmentExtensionMatchesWords', 'AttachmentMatchesPatterns', 'AttachmentNameMatchesPatterns'],
  ...['AttachmentPropertyContainsWords', 'AttachmentSizeOver', 'BetweenMemberOf1', 'BetweenMemberOf2'],
  ...['ContentCharacterSetContainsWords', 'FromAddressContainsWords', 'HasClassification'],
  ...['ManagerAddresses', 'ManagerForEvaluatedUser', 'MessageContainsDataClassifications'],
  ...['MessageTypeMatches', 'RecipientADAttributeContainsWords', 'RecipientADAttributeMatchesPatterns'],
  ...['RecipientAddressContainsWords', 'RecipientInSenderList', 'SCLOver', 'SenderADAttributeContainsWords'],
  ...['SenderADAttributeMatchesPatterns', 'SenderInRecipientList', 'SenderIpRanges'],
  ...['SenderManagementRelationship', 'SubjectContainsWords', 'SubjectMatchesPatterns'],
  ...['SubjectOrBodyContainsWords', 'SubjectOrBodyMatchesPatterns', 'WithImportance'],
] as const;

/** Predicates that say how another one is meant: alone they ask nothing. */
export const PART_OF: Readonly<Record<string, string>> = {
  ADComparisonOperator: 'ADComparisonAttribute',
  ManagerForEvaluatedUser: 'ManagerAddresses',
};

/** Actions after which a message may never reach the connector. */
export const STOPPING_ACTIONS = [
  ...['DeleteMessage', 'Disconnect', 'ModerateMessageByManager', 'ModerateMessageByUser', 'NotifySender'],
  ...['Quarantine', 'RedirectMessageTo', 'RejectMessageReasonText', 'SmtpRejectMessageRejectText'],
] as const;

/** Actions that leave the message its way. */
export const ACTIONS = [
  ...['AddManagerAsRecipientType', 'AddToRecipients', 'ApplyClassification', 'ApplyHtmlDisclaimerText'],
  ...['ApplyOME', 'ApplyRightsProtectionTemplate', 'BlindCopyTo', 'CopyTo', 'GenerateIncidentReport'],
  ...['GenerateNotification', 'LogEventText', 'PrependSubject', 'RemoveHeader', 'RemoveOME', 'RemoveOMEv2'],
  ...['RemoveRMSAttachmentEncryption', 'RouteMessageOutboundRequireTls', 'SetHeaderName', 'SetSCL'],
] as const;

/** Parts of actions, and what is said of every rule. */
export const SETTINGS = [
  ...['ApplyHtmlDisclaimerFallbackAction', 'ApplyHtmlDisclaimerLocation'],
  ...['ApplyRightsProtectionCustomizationTemplate', 'IncidentReportContent', 'IncidentReportOriginalMail'],
  ...['RejectMessageEnhancedStatusCode', 'SetAuditSeverity', 'SetHeaderValue'],
  ...['SmtpRejectMessageRejectStatusCode'],
  ...['ActivationDate', 'Comments', 'ExpiryDate', 'Mode', 'RecipientAddressType', 'RuleErrorAction'],
  ...['SenderAddressLocation', 'UseLegacyRegex'],
] as const;
