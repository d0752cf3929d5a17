// The form's shape of a transport rule, half-filled or not; what is wrong with it; and the way to the strict rule and back.
import type { AtLeastOne } from './connector';
import { LIST_MAX } from './connector-draft';
import { parseEmailAddress } from './email-address';
import type { Json } from './exchange-origin';
import { type Finding, type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, parseHostName, trimBlanks } from './host-name';
import { isTooDeep } from './json-depth';
import { parseTextPattern, TEXT_PATTERN_MAX } from './text-pattern';
import type { MailScope, RuleCondition, RuleConditionKind, TransportRule } from './transport-rule';

/**
 * `name` is the header's, the group's or the predicate's; `size` in KB, or in bytes with a B behind; `json` is the value of a
 * predicate that only Exchange can judge. What a kind does not ask for doesn't count.
 */
export type ConditionDraft = {
  kind: RuleConditionKind;
  values: string[];
  name: string;
  scope: MailScope;
  size: string;
  json: string;
};

export type RuleDraft = {
  name: string;
  enabled: boolean;
  conditions: ConditionDraft[];
  exceptions: ConditionDraft[];
  /** '' while none is chosen. */
  connectorId: string;
  stopProcessing: boolean;
};

export const emptyRule: RuleDraft = {
  name: '',
  enabled: true,
  conditions: [],
  exceptions: [],
  connectorId: '',
  stopProcessing: false,
};

export const newCondition = (kind: RuleConditionKind): ConditionDraft => ({
  kind,
  values: [],
  name: '',
  scope: 'external',
  size: '',
  json: '',
});

/** In one rule; Exchange sets no such limit, and nobody reads more. */
export const CONDITIONS_MAX = 30;
const RULE_NAME_MAX = 64;
const GROUP_NAME_MAX = 256;
/** Of a kept value as JSON: far above the 8 KB that Exchange Online takes for a whole rule. */
export const KEPT_VALUE_MAX = 65_536;
const KB = 1024;
/** 1 GB: far above the 150 MB that Exchange Online carries. */
const SIZE_MAX_KB = 1_048_576;

type Asks = Readonly<{
  values?: (text: string) => Parsed<string>;
  /** The list may be empty. */
  maybeNone?: true;
  name?: (text: string) => Parsed<string>;
}>;

const domains: Asks = { values: parseHostName };
const addresses: Asks = { values: parseEmailAddress };
const patterns: Asks = { values: parseTextPattern };

/** What each kind asks for, in the order in which the form offers them. */
export const CONDITION_KINDS: Readonly<Record<RuleConditionKind, Asks>> = {
  recipientDomainIs: domains,
  recipientIs: addresses,
  recipientMatches: patterns,
  recipientMemberOf: { ...addresses, name: parseGroup, maybeNone: true },
  recipientScope: {},
  senderDomainIs: domains,
  senderIs: addresses,
  senderMatches: patterns,
  senderMemberOf: { ...addresses, name: parseGroup, maybeNone: true },
  senderScope: {},
  headerContains: { values: parseWord, name: parseHeaderName },
  headerMatches: { ...patterns, name: parseHeaderName },
  sizeAtLeast: {},
  other: { name: parseParameter },
};

/** One of a rule's lists. */
export type ConditionList = 'conditions' | 'exceptions';

/** The field of a condition that a finding is about: `conditions.0.values`. */
export const conditionField = (list: ConditionList, at: number, part: keyof ConditionDraft): string =>
  `${list}.${at}.${part}`;

/** What stops saving, each with its field: `name`, `connectorId` or one of a condition's. */
export function reviewRule(draft: RuleDraft): Finding[] {
  const findings: Finding[] = [];
  const name = parseRuleName(draft.name);
  if (!name.ok) findings.push({ ...name.finding, field: 'name' });
  for (const list of ['conditions', 'exceptions'] as const)
    for (const [at, condition] of draft[list].entries())
      for (const { part, finding } of reviewCondition(condition))
        findings.push({ ...finding, field: conditionField(list, at, part) });
  if (draft.connectorId === '')
    findings.push({ code: 'rule.connectorRequired', severity: 'error', field: 'connectorId' });
  return findings;
}

type Noticed = Readonly<{ part: keyof ConditionDraft; finding: Finding }>;

/** What is wrong with one condition, by the part of its draft. */
export function reviewCondition({ kind, name, values, size, json }: ConditionDraft): Noticed[] {
  const asks = CONDITION_KINDS[kind];
  const noticed: Noticed[] = [];
  const note = (part: Noticed['part'], answer: Parsed<unknown>) => {
    if (!answer.ok) noticed.push({ part, finding: answer.finding });
  };
  if (asks.name) note('name', asks.name(name));
  if (asks.values) {
    const wrong = values.map(asks.values).find(({ ok }) => !ok);
    const isMissing = values.length === 0 && !asks.maybeNone;
    note('values', isMissing ? refused('condition.required') : (wrong ?? parsed(undefined)));
    if (values.length > LIST_MAX) note('values', refused('list.tooMany', { max: LIST_MAX }));
  }
  if (kind === 'sizeAtLeast') note('size', parseSize(size));
  if (kind === 'other') note('json', parseKeptValue(json));
  return noticed;
}

/** The strict rule; its place is the store's. Call it on a draft without findings: throws on any other. */
export function toRule(draft: RuleDraft): Omit<TransportRule, 'priority' | 'connector'> {
  return {
    name: read(parseRuleName(draft.name)),
    enabled: draft.enabled,
    conditions: draft.conditions.map(toCondition),
    exceptions: draft.exceptions.map(toCondition),
    stopProcessing: draft.stopProcessing,
  };
}

/** The strict condition. Throws where reviewCondition() finds something. */
export function toCondition({ kind, values, name, scope, size, json }: ConditionDraft): RuleCondition {
  const asks = CONDITION_KINDS[kind];
  const parse = asks.values;
  const all = () => (parse ? values.map((value) => read(parse(value))) : []);
  const list = () => atLeastOne(all());
  const named = () => read(asks.name?.(name) ?? refused('text.required'));
  switch (kind) {
    case 'recipientDomainIs':
    case 'senderDomainIs':
      return { kind, domains: list() };
    case 'recipientIs':
    case 'senderIs':
      return { kind, addresses: list() };
    case 'recipientMatches':
    case 'senderMatches':
      return { kind, patterns: list() };
    case 'recipientMemberOf':
    case 'senderMemberOf':
      return { kind, group: named(), members: all() };
    case 'recipientScope':
    case 'senderScope':
      return { kind, scope };
    case 'headerContains':
      return { kind, header: named(), words: list() };
    case 'headerMatches':
      return { kind, header: named(), patterns: list() };
    case 'sizeAtLeast':
      return { kind, bytes: read(parseSize(size)) };
    case 'other':
      return { kind, parameter: named(), value: read(parseKeptValue(json)) };
  }
}

/** The draft that `toRule` reads back; a connector that is named and not known by id is none. */
export function fromRule(rule: TransportRule): RuleDraft {
  return {
    name: rule.name,
    enabled: rule.enabled,
    conditions: rule.conditions.map(fromCondition),
    exceptions: rule.exceptions.map(fromCondition),
    connectorId: rule.connector.by === 'id' ? rule.connector.id : '',
    stopProcessing: rule.stopProcessing,
  };
}

/** The draft that `toCondition` reads back. */
export function fromCondition(condition: RuleCondition): ConditionDraft {
  return {
    ...newCondition(condition.kind),
    values: [...valuesOf(condition)],
    ...('header' in condition && { name: condition.header }),
    ...('group' in condition && { name: condition.group }),
    ...('scope' in condition && { scope: condition.scope }),
    ...('bytes' in condition && { size: formatSize(condition.bytes) }),
    ...('parameter' in condition && { name: condition.parameter, json: JSON.stringify(condition.value) }),
  };
}

/** The list of a condition that has one: domains, addresses, patterns, members or words. */
export function valuesOf(condition: RuleCondition): readonly string[] {
  if ('domains' in condition) return condition.domains;
  if ('addresses' in condition) return condition.addresses;
  if ('patterns' in condition) return condition.patterns;
  if ('members' in condition) return condition.members;
  return 'words' in condition ? condition.words : [];
}

/** 1–64 characters in one line. */
export const parseRuleName = (text: string): Parsed<string> => parseLine(text, RULE_NAME_MAX);

function parseGroup(text: string): Parsed<string> {
  return parseLine(text, GROUP_NAME_MAX);
}

function parseWord(text: string): Parsed<string> {
  return parseLine(text, TEXT_PATTERN_MAX);
}

function parseLine(text: string, max: number): Parsed<string> {
  const line = trimBlanks(text);
  if (line === '') return refused('text.required');
  if (hasControlCharacters(line)) return refused('text.controlCharacters');
  return line.length > max ? refused('text.tooLong', { max }) : parsed(line);
}

/** RFC 5322 section 3.6.8: printable ASCII without the colon. */
function parseHeaderName(text: string): Parsed<string> {
  const name = trimBlanks(text);
  if (name === '') return refused('text.required');
  if (name.length > TEXT_PATTERN_MAX) return refused('text.tooLong', { max: TEXT_PATTERN_MAX });
  return /^[!-9;-~]+$/.test(name) ? parsed(name) : refused('condition.header', { value: name.slice(0, 80) });
}

/** A cmdlet's parameter. */
function parseParameter(text: string): Parsed<string> {
  return /^[a-z][a-z0-9]{0,63}$/i.test(text) ? parsed(text) : refused('condition.kept');
}

/** The JSON of a value that is kept for Exchange. */
export function parseKeptValue(json: string): Parsed<Json> {
  if (json.length > KEPT_VALUE_MAX) return refused('text.tooLong', { max: KEPT_VALUE_MAX });
  try {
    const value: Json = JSON.parse(json);
    return isTooDeep(value) ? refused('condition.kept') : parsed(value);
  } catch {
    return refused('condition.kept');
  }
}

/** KB as text, or bytes with a B behind → bytes. */
function parseSize(text: string): Parsed<number> {
  const [, digits = '', unit] = /^(\d{1,10})( ?B)?$/i.exec(trimBlanks(text)) ?? [];
  const bytes = Number(digits) * (unit ? 1 : KB);
  return bytes >= 1 && bytes <= SIZE_MAX_KB * KB
    ? parsed(bytes)
    : refused('condition.size', { max: SIZE_MAX_KB });
}

/** What Exchange was told in bytes, is not rounded. */
const formatSize = (bytes: number): string => (bytes % KB === 0 ? String(bytes / KB) : `${bytes} B`);

function read<T>(answer: Parsed<T>): T {
  if (!answer.ok) throw new Error(`The rule was not reviewed: ${answer.finding.code}.`);
  return answer.value;
}

function atLeastOne(values: readonly string[]): AtLeastOne<string> {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('The rule was not reviewed: a condition without values.');
  return [first, ...rest];
}
