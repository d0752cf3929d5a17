// The script that makes a set-up in a tenant that has nothing of it: domains, connectors, the rules that lead to them, and
// last, where they are wanted, the validations.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import { recordOfDomain } from './accepted-domain-record';
import { connectorCmdlet, newConnectorParts } from './connector-commands';
import { byPriority, connectorOf, newRuleParts, ruleObstacles } from './rule-commands';
import type { Script } from './script';
import { commanded, framed, noted, type ScriptOptions, type ScriptPart, said } from './script-frame';
import { newSettings } from './writable-settings';

/**
 * `connectorIds` takes these connectors alone, with the rules that lead to them and without accepted domains; left out, the
 * whole set-up. The same set-up gives the same commands, whatever the order of its lists.
 */
export function createScript(
  setup: MailSetup,
  { connectorIds, ...options }: ScriptOptions & Readonly<{ connectorIds?: readonly string[] }>,
): Script {
  const chosen = connectorIds ? onlyConnectors(setup, connectorIds) : setup;
  const { connectors, acceptedDomains, transportRules } = chosen;
  const params = {
    connectors: connectors.length,
    domains: acceptedDomains.length,
    rules: transportRules.length,
  };
  return framed(
    createParts(chosen),
    {
      ...{ title: 'createTitle', fileName: 'create-exchange-online.ps1' },
      ...{ contents: { code: 'contents', params }, module: 'ExchangeOnlineManagement' },
      needs: 'New-OutboundConnector',
    },
    options,
  );
}

/** The set-up with these connectors and the rules that lead to them. */
export function onlyConnectors(setup: MailSetup, ids: readonly string[]): MailSetup {
  const connectors = setup.connectors.filter(({ id }) => ids.includes(id));
  const transportRules = setup.transportRules.filter(({ rule }) => connectorOf(rule, connectors));
  return { connectors, acceptedDomains: [], transportRules };
}

export function createParts({ acceptedDomains, connectors, transportRules }: MailSetup): ScriptPart[] {
  const ordered = byName(connectors);
  const parts = [
    ...section('sections.domains', byDomain(acceptedDomains).flatMap(newDomainParts)),
    ...section(
      'sections.newConnectors',
      ordered.flatMap((kept) => [connectorTitle(kept), ...newConnectorParts(kept.connector)]),
    ),
    ...section(
      'sections.rules',
      byPriority(transportRules).flatMap(({ rule }) => ruleParts(rule, connectorOf(rule, connectors))),
    ),
    ...section('sections.validations', ordered.flatMap(validationParts)),
  ];
  return parts.length > 0 ? parts : [said('noCommands')];
}

export const section = (code: Parameters<typeof said>[0], parts: readonly ScriptPart[]): ScriptPart[] =>
  parts.length > 0 ? [said(code), ...parts] : [];

export const connectorTitle = ({ connector: { direction, name } }: KeptConnector): ScriptPart =>
  said(`object.${direction}`, { name });

export function newDomainParts(domain: AcceptedDomain): ScriptPart[] {
  const { parameters } = newSettings('Set-AcceptedDomain', recordOfDomain(domain));
  return [
    noted('domainFirst', { domain: domain.domain }),
    ...(domain.isDefault ? [noted('defaultDomain', { domain: domain.domain })] : []),
    commanded('Set-AcceptedDomain', { Identity: domain.domain, ...parameters }),
  ];
}

/** In their order and without a place: the tenant may have rules of its own, and these go behind them. */
function ruleParts(rule: TransportRule, kept: KeptConnector | undefined): ScriptPart[] {
  const target = kept?.connector.name;
  const obstacles = ruleObstacles(rule, target);
  return [
    said('object.rule', { name: rule.name }),
    ...(obstacles.length > 0 || target === undefined ? obstacles : newRuleParts(rule, target)),
  ];
}

/** The test mailboxes are those that the connector was told. */
function validationParts({ connector }: KeptConnector): ScriptPart[] {
  if (connector.direction !== 'outbound' || connector.validationRecipients.length === 0) return [];
  const parameters = { Identity: connector.name, Recipients: connector.validationRecipients };
  return [{ kind: 'validation', command: { cmdlet: connectorCmdlet('Validate', connector), parameters } }];
}

/** Outbound before inbound; names by their characters, so that every machine has the same order. */
export const byName = (connectors: readonly KeptConnector[]): readonly KeptConnector[] =>
  sorted(connectors, ({ connector: { direction, name } }) => `${direction === 'outbound' ? 0 : 1}${name}`);

const byDomain = (domains: readonly AcceptedDomain[]): readonly AcceptedDomain[] =>
  sorted(domains, ({ domain }) => domain);

const sorted = <T>(list: readonly T[], key: (entry: T) => string): readonly T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
