// What an object of here becomes when the file's is taken over, and whether that changes anything. What the file does not
// say stays as it is here; what Exchange notes by itself is taken along and is no change.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import { acceptedDomain, isSameDomain } from '../mailflow/accepted-domain-plan';
import type { Connector } from '../mailflow/connector';
import {
  chosenSettings,
  type ExchangeOrigin,
  type Json,
  type KeptSetting,
} from '../mailflow/exchange-origin';
import type { TransportRule } from '../mailflow/transport-rule';
import { connectorParameters } from './connector-parameters';
import { recordOf, takenOver } from './connector-record';
import { spelledJson } from './json-spelling';
import { sameValue } from './kept-settings';
import { conditionsAfter, sameConditions } from './rule-conditions';
import { EXCEPT } from './rule-parameter-names';

/** A value of a file, and which of its properties the record did not have. */
export type Said<T> = Readonly<{ value: T; unsaid?: readonly string[] }>;

/** `before` with what the file says; undefined where that changes nothing. */
export function connectorAfter(
  before: Connector,
  { value, unsaid = [] }: Said<Connector>,
): Connector | undefined {
  return sameConnector(before, value, unsaid) ? undefined : takenOver(before, value, unsaid);
}

/** True where the service reads both alike; `unsaid` are properties that one of them does not say. */
export function sameConnector(one: Connector, other: Connector, unsaid: readonly string[] = []): boolean {
  if (one.direction !== other.direction) return false;
  const silent = new Set(unsaid);
  const [mine, theirs] = [recordOf(one), recordOf(other)];
  const known = Object.keys(connectorParameters(one)).filter((property) => !silent.has(property));
  return (
    known.every((property) => isSame(property, mine[property] ?? null, theirs[property] ?? null)) &&
    sameKept(one.exchange, other.exchange, ({ instead }) => instead === undefined)
  );
}

/** Most values of most connectors are alike letter by letter, and need no reading. */
const isSame = (property: string, one: Json, other: Json): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other) || sameValue(property, one, other);

export function domainAfter(
  before: AcceptedDomain,
  { value, unsaid = [] }: Said<AcceptedDomain>,
): AcceptedDomain | undefined {
  const silent = new Set(unsaid);
  const said = {
    domain: value.domain,
    ...(!silent.has('DomainType') && { type: value.type }),
    ...(!silent.has('Default') && { isDefault: value.isDefault }),
    ...(!silent.has('MatchSubDomains') && {
      matchSubDomains: value.type === 'internalRelay' && value.matchSubDomains,
    }),
  };
  const after = withOrigin(
    acceptedDomain(said, before),
    originAfter(before.exchange, value.exchange, silent),
  );
  return sameDomain(before, after) ? undefined : after;
}

export const sameDomain = (one: AcceptedDomain, other: AcceptedDomain): boolean =>
  isSameDomain(one, other) && sameKept(one.exchange, other.exchange);

/** `before` with what the file says. Its connector and its place are the plan's. */
export function ruleAfter(before: TransportRule, { value, unsaid = [] }: Said<TransportRule>): TransportRule {
  const silent = new Set(unsaid);
  const said: TransportRule = {
    ...value,
    ...(silent.has('Enabled') && { enabled: before.enabled }),
    ...(silent.has('StopRuleProcessing') && { stopProcessing: before.stopProcessing }),
    conditions: conditionsAfter(before.conditions, value.conditions, '', silent),
    exceptions: conditionsAfter(before.exceptions, value.exceptions, EXCEPT, silent),
  };
  return withOrigin(said, originAfter(before.exchange, value.exchange, silent));
}

/** Connector and place aside. */
export const sameRule = (one: TransportRule, other: TransportRule): boolean =>
  one.name === other.name &&
  one.enabled === other.enabled &&
  one.stopProcessing === other.stopProcessing &&
  sameConditions(one.conditions, other.conditions) &&
  sameConditions(one.exceptions, other.exceptions) &&
  sameKept(one.exchange, other.exchange);

/** `exchange` is absent rather than undefined, as everywhere. */
function withOrigin<T extends Readonly<{ exchange?: ExchangeOrigin }>>(
  value: T,
  exchange: ExchangeOrigin | undefined,
): T {
  const { exchange: _, ...plain } = value;
  return { ...plain, ...(exchange && { exchange }) } as T;
}

/** What the record says goes before; of what it does not have, nothing is forgotten. */
function originAfter(
  before: ExchangeOrigin | undefined,
  after: ExchangeOrigin | undefined,
  silent: ReadonlySet<string>,
): ExchangeOrigin | undefined {
  if (!before || !after) return after ?? before;
  const said = new Set(after.kept.map(({ name }) => name));
  const stays = before.kept.filter(
    ({ name, instead }) => !said.has(name) && (instead === undefined || silent.has(name)),
  );
  const guid = after.guid ?? before.guid;
  return {
    ...(guid !== undefined && { guid }),
    kept: [...after.kept, ...stays].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** What only one of them has says something where the console would write it otherwise: then the other says that. */
function sameKept(
  one: ExchangeOrigin | undefined,
  other: ExchangeOrigin | undefined,
  counts: (setting: KeptSetting) => boolean = () => true,
): boolean {
  const chosen = [...chosenSettings(one), ...chosenSettings(other)].filter(counts);
  const [mine, theirs] = [byName(one), byName(other)];
  return chosen.every(({ name }) => {
    const [here, there] = [mine.get(name), theirs.get(name)];
    if (here && there)
      return sameValue(name, here.value, there.value) || spelledJson(here.value) === spelledJson(there.value);
    return (here ?? there)?.instead === undefined;
  });
}

const byName = (origin: ExchangeOrigin | undefined): ReadonlyMap<string, KeptSetting> =>
  new Map((origin?.kept ?? []).map((setting) => [setting.name, setting]));
