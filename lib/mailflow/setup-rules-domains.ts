// What can be wrong between accepted domains, transport rules and the connectors they hang on.
import type { Named } from './mail-setup';
import { type CompiledRule, routeByDomain, routeOf, ruleObstacle } from './route';
import { sampleDomainBelow } from './route-subjects';
import type { RouteReason } from './route-trace';
import type { Fix } from './setup-finding';
import { fixAt } from './setup-rules-scope';
import type { Breach, SetupRule, SetupScene } from './setup-scene';

/** Mail for recipients that are not here goes out by MX records, which as a rule lead back here. */
function relaysWithoutConnector({ setup, routes }: SetupScene): Breach[] {
  const isLeft = (domain: string) => routeOf(routes, `somebody@${domain}`).reason === 'internalRelayDefault';
  return setup.acceptedDomains.flatMap((accepted): Breach[] => {
    if (accepted.type !== 'internalRelay') return [];
    const { domain, matchSubDomains } = accepted;
    const own = isLeft(domain);
    const below = matchSubDomains && isLeft(sampleDomainBelow(routes.index, domain));
    if (!own && !below) return [];
    const params = { domain, which: own ? 'domain' : 'subdomains' };
    return [{ connectors: [], domain, params, fix: { at: 'acceptedDomain', domain } }];
  });
}

/** A connector once, with the first of its domains: of ten thousand, one finding. */
function authoritativeOnes({ setup, routes }: SetupScene): Breach[] {
  const taken = new Map<string, { winner: Named; domains: string[] }>();
  for (const { type, domain } of setup.acceptedDomains) {
    if (type !== 'authoritative') continue;
    const { winner, reason } = routeByDomain(routes, domain);
    // A lone `*` has its own finding.
    if (!winner || reason === 'everyDomain') continue;
    const known = taken.get(winner.id);
    if (known) known.domains.push(domain);
    else taken.set(winner.id, { winner, domains: [domain] });
  }
  return [...taken.values()].map(({ winner, domains: [domain = '', ...more] }) => ({
    connectors: [winner],
    domain,
    params: { name: winner.name, domain, more: more.length },
    fix: { at: 'acceptedDomain', domain },
  }));
}

const MISSING: readonly RouteReason[] = ['ruleConnectorMissing', 'ruleConnectorInbound'];

function rulesInVain({ routes }: SetupScene, missing: boolean): Breach[] {
  return routes.rules.flatMap((compiled): Breach[] => {
    const { named, target } = compiled;
    const why = ruleObstacle(target);
    if (!why || MISSING.includes(why) !== missing) return [];
    const connectors = target ? [{ id: target.id, name: target.connector.name }] : [];
    const params = { rule: named.name, name: nameIn(compiled), why };
    return [{ connectors, rule: named, params, fix: fixRule(compiled, why) }];
  });
}

/** The connector's name, as far as anything still says it. */
const nameIn = ({ rule, target }: CompiledRule): string =>
  target?.connector.name ?? (rule.connector.by === 'name' ? rule.connector.name : '');

function fixRule({ named, target }: CompiledRule, why: RouteReason): Fix {
  if (target && why === 'ruleConnectorOff') return fixAt({ id: target.id, name: '' }, 'name', 'enabled');
  if (target && why === 'ruleConnectorTestMode')
    return fixAt({ id: target.id, name: '' }, 'security', 'testMode');
  return { at: 'rule', id: named.id };
}

export const DOMAIN_RULES: readonly SetupRule[] = [
  { code: 'relayWithoutConnector', breaks: relaysWithoutConnector },
  { code: 'ruleToMissingConnector', breaks: (scene) => rulesInVain(scene, true) },
  { code: 'ruleToDisabledConnector', breaks: (scene) => rulesInVain(scene, false) },
  { code: 'authoritativeWithConnector', breaks: authoritativeOnes },
];
