// A tenant as far as scripts change it: takes commands one after the other, and refuses what Exchange would refuse. Nobody
// may lead a rule to a connector that is not there, at no moment.
import type { MailSetup } from '../mailflow/mail-setup';
import { recordOfDomain } from './accepted-domain-record';
import { CMDLET_PARAMETERS, LATER_DEFAULTS } from './cmdlet-parameters';
import { connectorRecord } from './connector-commands';
import type { RunCommand, Value } from './powershell-for-tests';
import { byPriority, connectorOf, ruleRecordTo } from './rule-commands';

type Fields = Record<string, unknown>;
type Kept = {
  guid: string;
  kind: 'OutboundConnector' | 'InboundConnector' | 'TransportRule';
  fields: Fields;
};
const same = (one: unknown, other: unknown) => String(one).toLowerCase() === String(other).toLowerCase();

export class Tenant {
  private readonly connectors: Kept[];
  /** In their order. A rule keeps its connector by name, as strict as anybody could be: a new name has to be told. */
  private readonly rules: Kept[];
  private readonly domains: Map<string, Fields>;
  private made = 0;
  /** The name that a connector has just lost. */
  private renamed: unknown;

  /** `strangers` are rules of the tenant that the set-up does not know, one before each that it does. */
  constructor(setup: MailSetup, { strangers = false } = {}) {
    this.connectors = setup.connectors.map(({ connector }) => ({
      guid: connector.exchange?.guid ?? this.newGuid(),
      kind: connector.direction === 'outbound' ? 'OutboundConnector' : 'InboundConnector',
      fields: { ...connectorRecord(connector) },
    }));
    this.rules = byPriority(setup.transportRules).flatMap(({ rule }) => {
      const target = connectorOf(rule, setup.connectors)?.connector.name ?? '';
      const { Priority: _, ...fields } = ruleRecordTo(rule, target);
      const kept: Kept = {
        ...{ guid: rule.exchange?.guid ?? this.newGuid(), kind: 'TransportRule' },
        fields: { ...fields, RouteMessageOutboundConnector: this.find(target, this.connectors).fields.Name },
      };
      const stranger: Kept = {
        guid: this.newGuid(),
        kind: 'TransportRule',
        fields: { Name: `stranger before ${rule.name}` },
      };
      return strangers ? [stranger, kept] : [kept];
    });
    this.domains = new Map(
      setup.acceptedDomains.map((domain) => [domain.domain, { ...recordOfDomain(domain) }]),
    );
  }

  run({ cmdlet, parameters, guards }: RunCommand): void {
    const { WhatIf, ErrorAction, Confirm, Identity, Priority, ...fields } = parameters;
    if (guards.length > 0 || cmdlet === 'Get-Command') return;
    if (ErrorAction !== '$OnError' || WhatIf === undefined) throw new Error(`${cmdlet} runs unguarded.`);
    const [verb = '', noun = ''] = cmdlet.split('-');
    if ((verb === 'Remove' || verb === 'Disable') && Confirm !== false)
      throw new Error(`${cmdlet} asks back.`);
    const known: readonly string[] | undefined = Object.entries(CMDLET_PARAMETERS).find(
      ([name]) => name === cmdlet,
    )?.[1];
    const unknown = Object.keys(fields).filter((name) => !known?.includes(name));
    if (unknown.length > 0) throw new Error(`${cmdlet} has no ${unknown.join()}`);
    if (noun === 'AcceptedDomain')
      Object.assign(this.domains.get(String(Identity)) ?? this.missing(Identity), fields);
    else if (noun === 'TransportRule') this.runRule(verb, Identity, Priority, fields);
    else this.runConnector(verb, noun as Kept['kind'], Identity, fields);
    // Right behind a new name come the rules that are told of it.
    if (!cmdlet.endsWith('Connector') && fields.RouteMessageOutboundConnector === undefined)
      this.renamed = undefined;
    this.refuseRulesToNowhere();
  }

  private refuseRulesToNowhere(): void {
    for (const { fields } of this.rules) {
      const target = fields.RouteMessageOutboundConnector;
      if (target !== undefined && target !== this.renamed) this.find(target, this.connectors);
    }
  }

  /** What there is, under names: GUIDs are a tenant's own. */
  state() {
    const told = (kept: Kept, known: readonly string[]) =>
      Object.fromEntries(
        Object.entries(kept.fields)
          .filter(
            ([name, value]) => known.includes(name) && !isNothing(value) && LATER_DEFAULTS[name] !== value,
          )
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    return {
      connectors: this.connectors
        .map((kept) => ({
          kind: kept.kind,
          ...told(kept, CMDLET_PARAMETERS[`Set-${kept.kind as 'InboundConnector'}`]),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      rules: this.rules
        .filter(({ fields }) => !String(fields.Name).startsWith('stranger'))
        .map((kept) => told(kept, CMDLET_PARAMETERS['New-TransportRule'])),
      domains: [...this.domains].map(([domain, { DomainType, MatchSubDomains }]) => ({
        domain,
        DomainType,
        MatchSubDomains,
      })),
    };
  }

  private runConnector(verb: string, kind: Kept['kind'], identity: Value | undefined, fields: Fields): void {
    const found =
      verb === 'New'
        ? undefined
        : this.find(
            identity,
            this.connectors.filter((one) => one.kind === kind),
          );
    this.refuseName(fields.Name, found, this.connectors);
    if (verb === 'New') this.connectors.push({ guid: this.newGuid(), kind, fields });
    if (fields.Name !== undefined && found) this.renamed = found.fields.Name;
    if (verb === 'Set') Object.assign(found?.fields ?? {}, fields);
    if (verb === 'Remove' && found) {
      if (found.fields.Enabled !== false) throw new Error('Removed while it is on.');
      this.connectors.splice(this.connectors.indexOf(found), 1);
    }
  }

  private runRule(
    verb: string,
    identity: Value | undefined,
    priority: Value | undefined,
    given: Fields,
  ): void {
    const found = verb === 'New' ? undefined : this.find(identity, this.rules);
    this.refuseName(given.Name, found, this.rules);
    const target = given.RouteMessageOutboundConnector;
    const fields = {
      ...given,
      ...(target !== undefined && {
        RouteMessageOutboundConnector: this.find(target, this.connectors).fields.Name,
      }),
    };
    if (verb === 'Enable' || verb === 'Disable')
      Object.assign(found?.fields ?? {}, { Enabled: verb === 'Enable' });
    if (verb === 'Set') Object.assign(found?.fields ?? {}, fields);
    const place = this.placeOf(priority);
    if (verb === 'Remove' && found) {
      if (found.fields.Enabled !== false) throw new Error('Removed while it is on.');
      this.rules.splice(this.rules.indexOf(found), 1);
    }
    if (verb === 'New')
      this.rules.splice(place ?? this.rules.length, 0, {
        guid: this.newGuid(),
        kind: 'TransportRule',
        fields,
      });
    if (verb === 'Set' && found && place !== undefined) {
      this.rules.splice(this.rules.indexOf(found), 1);
      this.rules.splice(place, 0, found);
    }
  }

  /** A priority is said by another rule's. */
  private placeOf(priority: Value | undefined): number | undefined {
    if (priority === undefined) return undefined;
    const { of, offset } = priority as { of: Value; offset: number };
    return this.rules.indexOf(this.find(of, this.rules)) + offset;
  }

  private refuseName(name: unknown, mine: Kept | undefined, all: readonly Kept[]): void {
    if (name !== undefined && all.some((one) => one !== mine && same(one.fields.Name, name)))
      throw new Error(`There is a ${name} already.`);
  }

  private find(identity: unknown, all: readonly Kept[]): Kept {
    return (
      all.find(({ guid, fields }) => guid === identity || same(fields.Name, identity)) ??
      this.missing(identity)
    );
  }

  private missing(identity: unknown): never {
    throw new Error(`There is no ${identity}.`);
  }

  private newGuid(): string {
    this.made = (this.made ?? 0) + 1;
    return `made-${this.made}`;
  }
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
