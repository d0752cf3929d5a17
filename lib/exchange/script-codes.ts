// Every code of a sentence in a script; the words are in messages/*/scripts.json.

/** Beside the commands: what they are, how to run them. */
export const SCRIPT_COMMENTS = [
  'createTitle',
  'changeTitle',
  'serverTitle',
  'collectTitle',
  'compared',
  'wayBack',
  'made',
  'fingerprint',
  'contents',
  'commands',
  'connect',
  'whatIf',
  'whatIfMissing',
  'validate',
  'stops',
  'noCommands',
  'sections.domains',
  'sections.newConnectors',
  'sections.changedConnectors',
  'sections.rules',
  'sections.changedRules',
  'sections.rulesOff',
  'sections.connectorsOff',
  'sections.removed',
  'sections.renamed',
  'sections.validations',
  'sections.send',
  'sections.receive',
  'smartHostGuess',
  'receiveConnector',
  'noCertificate',
  'object.outbound',
  'object.inbound',
  'object.rule',
  'object.domain',
  'notConnected',
  'wrongEncoding',
] as const;
export type ScriptCommentCode = (typeof SCRIPT_COMMENTS)[number];

/** What the script can't say, or says otherwise. */
export const SCRIPT_NOTES = [
  'domainFirst',
  'domainStays',
  'defaultDomain',
  'smartHostPort',
  'settingLeftOut',
  'ruleWithoutConnector',
  'ruleNotSaid',
  'connectorHeld',
  'recreated',
  'serverPlaceholder',
  'otherCertificates',
] as const;
export type ScriptNoteCode = (typeof SCRIPT_NOTES)[number];

export type ScriptCode = ScriptCommentCode | `notes.${ScriptNoteCode}`;

/** The sentence of a code in the reader's language. */
export type ScriptWords = (code: ScriptCode, params?: Readonly<Record<string, string | number>>) => string;
