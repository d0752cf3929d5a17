// A validation as one JSON object, for monitoring systems: every host and address, also those of which nothing is known.
import { mailTargets, mxDomainsOf } from '../lib/mailflow/mail-exchangers';
import { DOMAIN_STAGES, type Observation } from '../lib/mailflow/observation';
import { formatSmartHost, type SmartHost } from '../lib/mailflow/smart-host';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';
import type { VerdictFinding } from '../lib/mailflow/verdict';
import type { ShellResult } from '../lib/operations/validate-from-shell';
import type { ValidationJson } from './validation-json-shape';

type Json<K extends keyof ValidationJson> = ValidationJson[K];
type HostJson = Json<'hosts'>[number];
type AddressJson = HostJson['addresses'][number];
type StageJson = HostJson['stages'][number];

/** What validationJson describes. `typed` has each host as it is to be called, by its name in the facts. */
export function toValidationJson(
  { verdict, observations }: ShellResult,
  plan: ValidationPlan,
  typed: ReadonlyMap<string, string>,
  tookMs: number,
): ValidationJson {
  const domains = mxDomainsOf(plan).map((domain) => {
    const lookUps = observations.filter(({ stage, host }) => DOMAIN_STAGES.has(stage) && host === domain);
    const lookUp = lookUps.find(({ stage }) => stage === 'mx');
    const exchangers = lookUp?.exchangers ?? [];
    return {
      domain,
      stages: lookUps.map(toStage),
      exchangers: exchangers.map((each) => ({ ...each })),
    };
  });
  const exchangersOf = (domain: string) => domains.find((each) => each.domain === domain)?.exchangers ?? [];
  const targets = mailTargets(plan, exchangersOf).map(({ host }) => host);
  const known = new Map(targets.map((host) => [formatSmartHost(host), host]));
  const shown = (name: string): string => typed.get(name) ?? known.get(name)?.host ?? name;
  return {
    verdict: verdict.outcome,
    tookMs,
    findings: verdict.tasks.flatMap(({ findings }) =>
      findings.map((finding) => toFinding(finding, shown, known.get(finding.host)?.port)),
    ),
    hosts: targets.map((host) => toHost(host, shown, observations)),
    domains,
  };
}

function toHost(host: SmartHost, shown: (name: string) => string, all: readonly Observation[]): HostJson {
  const name = formatSmartHost(host);
  const own = all.filter((at) => at.host === name && !DOMAIN_STAGES.has(at.stage));
  const addresses = own.flatMap((at) => [
    ...(at.addresses ?? []),
    ...(at.address === undefined ? [] : [at.address]),
  ]);
  return {
    host: shown(name),
    port: host.port,
    stages: own.filter(({ address }) => address === undefined).map(toStage),
    addresses: [...new Set(addresses)].map((address) =>
      toAddress(
        address,
        host.port,
        own.filter((at) => at.address === address),
      ),
    ),
  };
}

function toAddress(address: string, port: number, visit: readonly Observation[]): AddressJson {
  const tls = visit.find((at) => at.tls)?.tls;
  const [leaf] = tls?.certificates ?? [];
  const certificate = leaf ? { ...leaf, subjectAlternativeNames: [...leaf.subjectAlternativeNames] } : null;
  return {
    address,
    port,
    stages: visit.map(toStage),
    ...(tls && { tls: { version: tls.version, cipher: tls.cipher, chain: tls.chain, certificate } }),
  };
}

function toStage({
  stage,
  startedAtMs,
  durationMs,
  recipient,
  check,
  reply,
  failure,
}: Observation): StageJson {
  return {
    stage,
    ok: failure === undefined,
    ms: durationMs,
    startedAtMs,
    ...(recipient !== undefined && { recipient }),
    ...(check && { check }),
    ...(reply && { reply: { ...reply, lines: [...reply.lines] } }),
    ...(failure && { failure: { kind: failure.kind, ...whyOf(failure) } }),
  };
}

/** The reply is told already. */
const whyOf = (failure: NonNullable<Observation['failure']>): object =>
  failure.kind === 'reply' ? {} : failure;

function toFinding(
  { code, severity, host, address, stage, recipient, params }: VerdictFinding,
  shown: (name: string) => string,
  port: number | null = null,
): Json<'findings'>[number] {
  return {
    code,
    severity,
    host: shown(host),
    port,
    address: address ?? null,
    stage,
    ...(recipient !== undefined && { recipient }),
    ...(params && { params }),
  };
}
