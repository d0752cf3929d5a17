// The script that brings a tenant from one state to another: the differences alone, and in the order that keeps mail moving.
// What comes, comes first; connectors before the rules that lead there; what goes is turned off before it is deleted, and no
// rule leads to it any more; new names come last.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { MailSetup } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import { recordOfDomain } from './accepted-domain-record';
import { CONNECTORS, changeConnectors, connectorPairs } from './change-connectors';
import { changeRules, pairOfTarget, ruleIdentities, rulePairs, untouchableRules } from './change-rules';
import { newDomainParts, section } from './create-script';
import { FILE_LISTS, type FileList } from './exchange-file';
import type { Script } from './script';
import { commanded, framed, noted, type ScriptOptions, type ScriptPart, said } from './script-frame';
import { type Pair, pairsOf } from './tenant-pairs';
import { changedSettings } from './writable-settings';

export type ChangeOptions = ScriptOptions &
  Readonly<{
    /** The lists that the file of the tenant holds (ExchangeFile.covers); of the others nothing is known, and nothing said. */
    covers?: readonly FileList[];
    /** Ids in `from` or `to`: these connectors alone, with the rules that lead to them. */
    connectorIds?: readonly string[];
    /** `from` is what is here, and `to` the tenant: the way back after the same two, the other way round. */
    reverse?: boolean;
  }>;

/** The tenant's side is tenantSetup(). */
export function changeScript(from: MailSetup, to: MailSetup, options: ChangeOptions): Script {
  const { covers = FILE_LISTS, connectorIds, reverse = false } = options;
  const [before, after] = reverse ? [from, filled(to, from, covers)] : [filled(from, to, covers), to];
  const parts = changeParts(before, after, connectorIds);
  const commands = parts.filter(({ kind }) => kind === 'command').length;
  return framed(
    parts.length > 0 ? [said('compared'), ...parts] : [said('noCommands')],
    {
      title: reverse ? 'wayBack' : 'changeTitle',
      fileName: reverse ? 'undo-change-exchange-online.ps1' : 'change-exchange-online.ps1',
      contents: { code: 'commands', params: { commands } },
      ...{ module: 'ExchangeOnlineManagement', needs: 'Set-OutboundConnector' },
    },
    options,
  );
}

/** The parts of the change, none where both are the same. */
export function changeParts(from: MailSetup, to: MailSetup, connectorIds?: readonly string[]): ScriptPart[] {
  const all = connectorPairs(from.connectors, to.connectors);
  const isChosen = ({ before, after }: (typeof all)[number]) =>
    !connectorIds || [before, after].some((kept) => kept && connectorIds.includes(kept.id));
  const leadsToChosen = (rule: TransportRule, side: 'before' | 'after') => {
    const pair = pairOfTarget(rule, all, side);
    return !connectorIds || (pair !== undefined && isChosen(pair));
  };
  const connectors = all.filter(isChosen);
  const rules = rulePairs(from.transportRules, to.transportRules).filter(
    ({ before, after }) =>
      (before && leadsToChosen(before.rule, 'before')) || (after && leadsToChosen(after.rule, 'after')),
  );
  // Which connector the tenant calls what, before any gets its new name.
  const { names } = changeConnectors(all, new Set());
  const nameOn = (side: 'before' | 'after') => (rule: TransportRule) => {
    const pair = pairOfTarget(rule, all, side);
    return pair && names.get(pair.key);
  };
  const untouchable = untouchableRules(rules, nameOn('after'));
  const left = new Set(untouchable.map(({ pair }) => pair));
  const heldPairs = untouchable.flatMap(({ pair: { before } }) => {
    const pair = before && pairOfTarget(before.rule, all, 'before');
    return pair && !pair.after ? [pair] : [];
  });
  const connector = changeConnectors(connectors, new Set(heldPairs.map(({ key }) => key)));
  const rule = changeRules(
    rules.filter((pair) => !left.has(pair)),
    nameOn('before'),
    nameOn('after'),
  );
  const identities = ruleIdentities(rules);
  // Nobody documents whether a rule keeps its connector by name: telling it the new one is right either way.
  const renameParts = ({ key, to: name, part }: (typeof connector.renamed)[number]): ScriptPart[] => [
    part,
    ...rules.flatMap((pair) => {
      const [kept, side] = left.has(pair)
        ? ([pair.before, 'before'] as const)
        : ([pair.after, 'after'] as const);
      if (!kept || pairOfTarget(kept.rule, all, side)?.key !== key) return [];
      const parameters = { Identity: identities.get(pair.key) ?? '', RouteMessageOutboundConnector: name };
      return [commanded('Set-TransportRule', parameters)];
    }),
  ];
  return [
    ...section('sections.domains', connectorIds ? [] : domainParts(from.acceptedDomains, to.acceptedDomains)),
    ...section('sections.newConnectors', connector.added),
    ...section('sections.changedConnectors', connector.changed),
    ...section('sections.changedRules', [...untouchable.flatMap(({ notes }) => notes), ...rule.ordered]),
    ...section('sections.rulesOff', [...rule.switchedOff, ...rule.removed]),
    ...section('sections.connectorsOff', [
      ...heldPairs.flatMap(({ before }) =>
        before ? [noted('connectorHeld', { name: CONNECTORS.name(before) })] : [],
      ),
      ...connector.switchedOff,
    ]),
    ...section('sections.removed', connector.removed),
    ...section('sections.renamed', [...connector.renamed.flatMap(renameParts), ...rule.renamed]),
  ];
}

/** What the file does not hold is taken to be as it is here: nothing is said about it, and rules find their connectors. */
const filled = (file: MailSetup, here: MailSetup, covers: readonly FileList[]): MailSetup => ({
  acceptedDomains: (covers.includes('acceptedDomains') ? file : here).acceptedDomains,
  connectors: (['outbound', 'inbound'] as const).flatMap((direction) =>
    (covers.includes(direction) ? file : here).connectors.filter(
      ({ connector }) => connector.direction === direction,
    ),
  ),
  transportRules: (covers.includes('transportRules') ? file : here).transportRules,
});

function domainParts(before: readonly AcceptedDomain[], after: readonly AcceptedDomain[]): ScriptPart[] {
  const pairs = pairsOf(before, after, { name: ({ domain }) => domain, guid: () => undefined });
  return pairs.flatMap(({ before: one, after: other }: Pair<AcceptedDomain>) => {
    if (!other) return one ? [noted('domainStays', { domain: one.domain })] : [];
    if (!one) return newDomainParts(other);
    const { parameters } = changedSettings('Set-AcceptedDomain', recordOfDomain(one), recordOfDomain(other));
    return [
      ...(other.isDefault && !one.isDefault ? [noted('defaultDomain', { domain: other.domain })] : []),
      ...(Object.keys(parameters).length > 0
        ? [commanded('Set-AcceptedDomain', { Identity: other.domain, ...parameters })]
        : []),
    ];
  });
}
