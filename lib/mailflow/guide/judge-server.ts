// Is a server ready to be handed mail? Read off what the last validation saw of it. What came about on the console's own path
// (a time-out, DNS that failed) is "could not check": Microsoft's path may be another one.
import type { AcceptedLookup } from '../accepted-lookup';
import { parentsOf } from '../accepted-lookup';
import type { Stage } from '../observation';
import type { VerdictFinding } from '../verdict';
import { VERDICT_WEIGHTS, type VerdictCode } from '../verdict-codes';
import type { GuideServer, SeenServer } from './server-facts';
import { NOT_CHECKED, remedy, said, standing, stateOf } from './standing';
import type { EvidenceLevel, GuideEvidence, GuideRemedy, StepState } from './step-state';

const REACH: ReadonlySet<Stage> = new Set(['resolve', 'connect', 'banner', 'ehlo']);
const TLS: ReadonlySet<Stage> = new Set(['starttls', 'tls', 'ehloAfterTls', 'tlsa']);

/** What says as much of the console's own way as of the server. */
const OWN_PATH: ReadonlySet<VerdictCode> = new Set([
  'dnsTimeout',
  'dnsServerFailure',
  'dnsUnusable',
  'connectTimeout',
  'hostUnreachable',
  'noAnswer',
  'tlsTimeout',
  'portDenied',
  'addressDenied',
]);

function levelOf({ code, severity }: VerdictFinding): EvidenceLevel {
  if (OWN_PATH.has(code) || VERDICT_WEIGHTS[code] === 'uncertain') return 'unknown';
  return ({ error: 'bad', warning: 'warning', info: 'info' } as const)[severity];
}

const verdicts = ({ findings }: SeenServer, stages: ReadonlySet<Stage>): GuideEvidence[] =>
  findings
    .filter(({ stage }) => stages.has(stage))
    .map((finding) => ({ kind: 'verdict', level: levelOf(finding), finding }));

const isBad = ({ level }: GuideEvidence): boolean => level === 'bad' || level === 'unknown';

/** The state of a server that no validation has told of yet; undefined where one has. */
function unseen({ seen, runningId, connector, host }: GuideServer): StepState | undefined {
  if (seen) return undefined;
  const way = runningId
    ? ({ to: 'validation', runId: runningId } as const)
    : ({ to: 'connector', id: connector.id } as const);
  const evidence = [
    runningId ? said('info', 'validationRunning', { host }) : said('info', 'notValidated', { host }),
  ];
  return { ...stateOf('toDo', evidence, { remedies: runningId ? [] : [remedy('validate')] }), way };
}

/** Port 25 is open, and a mail server greets there. */
export function judgePort25(server: GuideServer): StepState {
  const { seen } = server;
  if (!seen) return unseen(server) ?? NOT_CHECKED;
  const found = verdicts(seen, REACH);
  const evidence = found.some(isBad)
    ? [...found, said('info', 'consolePath')]
    : [said('good', 'serverPassed', { host: server.host, count: seen.addresses.length }), ...found];
  evidence.push(...relayFindings(seen));
  if (seen.refusesRelay) evidence.push(said('good', 'openRelayChecked', { host: server.host }));
  const remedies = found.some(isBad) ? [remedy('openPort')] : [];
  return standing(evidence, { remedies, way: { to: 'validation', runId: seen.runId } });
}

/** TLS is on, with a certificate whose name is one of the organization's own domains, or below one. */
export function judgeTls(server: GuideServer, acceptedOf: AcceptedLookup | undefined): StepState {
  const { seen, host } = server;
  if (!seen) return unseen(server) ?? NOT_CHECKED;
  const way = { to: 'validation', runId: seen.runId } as const;
  const found = verdicts(seen, TLS);
  const evidence = [...found];
  const remedies: GuideRemedy[] = [];
  if (seen.served.length === 0 && !found.some(isBad)) evidence.push(said('unknown', 'notReached', { host }));
  for (const { names } of firstOfEach(seen)) {
    evidence.push(said('good', 'certificate', { host, names: shown(names) }));
    if (acceptedOf && !names.some((name) => isOwn(name, acceptedOf))) {
      evidence.push(said('warning', 'certificateNotAccepted', { names: shown(names) }));
      remedies.push(remedy('useOwnCertificate'));
    }
  }
  return standing(evidence, { remedies, way });
}

/** The addresses behind a name show different certificates only while one of them was forgotten. */
const firstOfEach = ({ served }: SeenServer): SeenServer['served'] =>
  served.filter(
    ({ fingerprint256 }, index) => served.findIndex((one) => one.fingerprint256 === fingerprint256) === index,
  );

const NAMES_SHOWN = 5;
const shown = (names: readonly string[]): string =>
  names.slice(0, NAMES_SHOWN).join(', ') + (names.length > NAMES_SHOWN ? ', …' : '');

/** An accepted domain, or a name below one; a wildcard by what it stands for. */
export function isOwn(name: string, acceptedOf: AcceptedLookup): boolean {
  const domain = name.toLowerCase().replace(/^\*\./, '');
  return [domain, ...parentsOf(domain)].some((one) => acceptedOf(one) !== undefined);
}

/** Whether Set-ReceiveConnector took effect: every address of a server shows the one certificate. Only a note for the person. */
export function judgeReceiveCertificate(servers: readonly GuideServer[]): StepState {
  const evidence = servers.flatMap(({ host, seen }): GuideEvidence[] => {
    const kinds = seen ? firstOfEach(seen).length : 0;
    if (kinds === 0) return [];
    return [
      kinds === 1
        ? said('good', 'sameCertificate', { host })
        : said('bad', 'certificatesDiffer', { host, count: kinds }),
    ];
  });
  const differs = evidence.some(isBad);
  return stateOf(differs ? 'failing' : 'toDo', [...evidence, said('info', 'notConfirmed')], {
    remedies: differs ? [remedy('sameCertificateEverywhere')] : [remedy('confirm')],
    way: { to: 'server' },
    confirmable: true,
  });
}

/** The name and the addresses that Microsoft 365 will connect to. */
export function judgeExternalName(server: GuideServer): StepState {
  const { seen, host, byAddress } = server;
  if (!seen) return unseen(server) ?? NOT_CHECKED;
  const { addresses, pointers } = seen;
  const evidence = seen.findings
    .filter(({ stage }) => stage === 'resolve')
    .map((finding): GuideEvidence => ({ kind: 'verdict', level: levelOf(finding), finding }));
  const remedies: GuideRemedy[] = [];
  const warn = (isSo: boolean, one: GuideEvidence, ...help: GuideRemedy[]): void => {
    if (!isSo) return;
    evidence.push(one);
    remedies.push(...help);
  };
  warn(addresses.length > 0, said('good', 'addresses', { host, addresses: shown(addresses) }));
  warn(byAddress, said('warning', 'namedByAddress', { host }), remedy('useName'));
  warn(
    addresses.length > 0 && addresses.every((one) => one.includes(':')),
    said('warning', 'onlyIpv6', { host }),
  );
  for (const { address, names } of pointers) {
    const confirmed = names.filter((one) => one.confirmed !== false).map(({ name }) => name);
    warn(confirmed.length > 0, said('info', 'pointers', { address, names: shown(confirmed) }));
    warn(confirmed.length === 0, said('info', 'noPointer', { address }), remedy('setPointer', { address }));
  }
  return standing(evidence, { remedies, way: { to: 'validation', runId: seen.runId } });
}

const RELAY_CODES: ReadonlySet<VerdictCode> = new Set(['openRelay', 'relaysForConsole']);
const relayFindings = ({ findings }: SeenServer): GuideEvidence[] =>
  findings
    .filter(({ code }) => RELAY_CODES.has(code))
    .map((finding) => ({ kind: 'verdict', level: levelOf(finding), finding }));

/** The servers that forward mail for anybody. */
export const openRelays = (servers: readonly GuideServer[]): GuideEvidence[] =>
  servers.flatMap(({ seen }) => (seen ? relayFindings(seen).filter(({ level }) => level === 'bad') : []));
