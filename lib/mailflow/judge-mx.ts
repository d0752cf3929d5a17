// The verdict where MX records decide: first the servers of each domain, then the way to each of them, then the mail.
// Judged as a sender works through them (RFC 5321 section 5.1), so that nothing fails that mail would get past.
import { type HostReach, judgeMail, judgeReach, observationsOf } from './judge-host';
import { judgeMtaSts } from './judge-mta-sts';
import { judgeMxLookUp } from './judge-mx-look-up';
import { stateOf, toSpare } from './judge-note';
import { judgeRefusals } from './judge-refusals';
import { type Delivery, judgeDeliveries } from './judge-visit';
import { mailDomainOf, mailTargets, mxDomainsOf, triedExchangers, usableExchangers } from './mail-exchangers';
import type { MailExchanger, Observation, Stage } from './observation';
import { lastAsked, type ValidationPlan } from './validation-plan';
import type { ValidationTask, VerdictFinding } from './verdict';
import type { VerdictCode } from './verdict-codes';

/** One domain: its servers in order of preference, its recipients, and what was seen of their mail. */
type Route = Readonly<{
  domain: string;
  /** Its MX look-up, once that has ended. */
  at: Observation | undefined;
  servers: readonly MailExchanger[];
  testEmails: readonly ValidationTask[];
  /** Mail to the domain arrives, whatever the other servers do. */
  flows: boolean;
  /** The servers that took a test message, where none of the most preferred ones can be used. */
  fallback: readonly string[];
}>;

type Judged = HostReach & Readonly<{ deliveries: readonly Delivery[] }>;

/**
 * The tasks of a plan without hosts, domain by domain. A sender tries the servers in order of preference and goes on to
 * the next where one can't be reached or puts it off; a refusal (5yz) it sends back to the writer at once. Therefore:
 * - Mail to a domain flows where a most preferred server works, or where others took the test message for every
 *   recipient: proven, and what a sender does (nolisting closes the first server on purpose). A server that can't be
 *   reached is then a warning; otherwise it fails the run, since nothing shows that mail would get through.
 * - The TLS demand holds for every server all the same: mail goes to any of them some day, and whoever keeps a sender
 *   from the first one chooses the second (a downgrade). Certificates and STARTTLS are never mere warnings.
 * - Of a recipient's servers, the most preferred that takes or refuses the mail decides; where there is none, the most
 *   preferred that puts it off. What the others say is a warning, since mail meets them only when that one is down.
 */
export function judgeByMx(
  observations: readonly Observation[],
  plan: ValidationPlan,
  now: Date,
): ValidationTask[] {
  const lookUps = new Map(observations.flatMap((at) => (at.stage === 'mx' ? [[at.host, at] as const] : [])));
  const exchangersOf = (domain: string) => lookUps.get(domain)?.exchangers ?? [];
  const judged = new Map<string, Judged>(
    mailTargets(plan, exchangersOf).map(({ host, recipients }) => {
      const reach = judgeReach(observationsOf(observations, host), host, plan.tls, now);
      const deliveries = reach.visits.flatMap((visit) => judgeDeliveries(visit, recipients, lastAsked(plan)));
      return [host.host, { ...reach, deliveries }];
    }),
  );
  const routes = mxDomainsOf(plan).map((domain) => {
    const servers = triedExchangers(exchangersOf(domain));
    return routeOf(domain, lookUps.get(domain), servers, plan, judged);
  });
  return routes.flatMap((route, index) => {
    const policy = observations.find(({ stage, host }) => stage === 'mtaSts' && host === route.domain);
    const named = usableExchangers(exchangersOf(route.domain));
    const asides = judgeMtaSts(policy, named, (name) => judged.get(name)?.visits ?? [], now);
    return tasksOf(route, routes.slice(0, index), routes, judged, plan, asides);
  });
}

function routeOf(
  domain: string,
  at: Observation | undefined,
  servers: readonly MailExchanger[],
  { recipients }: ValidationPlan,
  judged: ReadonlyMap<string, Judged>,
): Route {
  const names = servers.map(({ name }) => name);
  const mails = recipients
    .filter((recipient) => mailDomainOf(recipient) === domain)
    .map((recipient) => judgeRecipient(recipient, domain, names, judged));
  const preferred = servers.filter(({ preference }) => preference === servers[0]?.preference);
  const isPreferredUp = preferred.some(({ name }) => judged.get(name)?.works);
  const isProven = mails.every(({ takenBy }) => takenBy !== undefined);
  return {
    domain,
    at,
    servers,
    testEmails: mails.map(({ task }) => task),
    flows: isPreferredUp || isProven,
    fallback: isProven && !isPreferredUp ? [...new Set(mails.flatMap(({ takenBy }) => takenBy ?? []))] : [],
  };
}

function judgeRecipient(
  recipient: string,
  domain: string,
  servers: readonly string[],
  judged: ReadonlyMap<string, Judged>,
): Readonly<{ task: ValidationTask; takenBy: string | undefined }> {
  const answers = servers.map((name) => ({
    name,
    ...judgeMail(judged.get(name)?.deliveries ?? [], recipient),
  }));
  const decisive =
    answers.find(({ state, taken }) => taken || state === 'failed') ??
    answers.find(({ state }) => state === 'inconclusive');
  const findings = answers.flatMap((answer) =>
    answer === decisive ? answer.findings : answer.findings.map(toSpare),
  );
  const isWarned = findings.some(({ spare }) => spare);
  const state = decisive?.state === 'succeeded' && isWarned ? 'warned' : (decisive?.state ?? 'notRun');
  return {
    task: { kind: 'testEmail', host: domain, domain, recipient, servers, state, findings },
    takenBy: answers.find(({ taken }) => taken)?.name,
  };
}

function tasksOf(
  route: Route,
  before: readonly Route[],
  all: readonly Route[],
  judged: ReadonlyMap<string, Judged>,
  { checkRefusals }: ValidationPlan,
  asides: readonly VerdictFinding[],
): ValidationTask[] {
  const { domain, at, servers, fallback } = route;
  const lookUp = judgeMxLookUp(at, servers, fallback);
  const names = (some: Route): readonly string[] => some.servers.map(({ name }) => name);
  // A server of several domains is visited once, and stands with the first of them.
  const shown = new Set(before.flatMap(names));
  const own = servers.flatMap(({ name, preference }) => {
    const host = judged.get(name);
    return host && !shown.has(name) ? [{ name, preference, host }] : [];
  });
  const reach = own.map(({ name, preference, host }): ValidationTask => {
    const isSpare = all.every((each) => each.flows || !names(each).includes(name));
    return {
      kind: 'connectivity',
      host: name,
      domain,
      preference,
      ...(isSpare ? spared(host) : held(host)),
    };
  });
  const refusals = own.map(
    ({ name, host }): ValidationTask => ({
      kind: 'refusals',
      host: name,
      domain,
      ...judgeRefusals(host.visits),
    }),
  );
  return [
    { kind: 'mailServers', host: domain, domain, ...lookUp, findings: [...lookUp.findings, ...asides] },
    ...reach,
    ...route.testEmails,
    ...(checkRefusals ? refusals : []),
  ];
}

const held = ({ state, findings }: Judged): Pick<ValidationTask, 'state' | 'findings'> => ({
  state,
  findings,
});

function spared({ state, findings }: Judged): Pick<ValidationTask, 'state' | 'findings'> {
  const weighed = findings.map((finding) => (isAboutReach(finding) ? toSpare(finding) : finding));
  return { state: state === 'notRun' ? state : stateOf(weighed), findings: weighed };
}

const TLS: ReadonlySet<Stage> = new Set(['starttls', 'tls']);
/** The validation itself was cut short: what it would have found is not known. */
const CUT_SHORT: ReadonlySet<VerdictCode> = new Set(['runDeadline', 'cancelled']);

const isAboutReach = ({ stage, code }: VerdictFinding): boolean => !TLS.has(stage) && !CUT_SHORT.has(code);
