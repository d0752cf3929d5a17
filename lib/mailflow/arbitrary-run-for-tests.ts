// Any run that a probe could leave behind, whole or broken off, for property tests: few names, so that runs meet.
import fc from 'fast-check';
import { anyText } from './arbitrary-for-tests';
import type { ComparedRun } from './compare-runs';
import { type CertificateFacts, type Failure, STAGES } from './observation';
import type { StageRow } from './stage-rows';
import type { TaskState } from './verdict';

const host = fc.constantFrom('a.test', 'b.test:465', 'contoso.com');
const address = fc.constantFrom('192.0.2.1', '192.0.2.2', '2001:db8::1');
const recipient = fc.constantFrom('ada@contoso.com', 'bob@contoso.com');
const reply = fc.record(
  { code: fc.integer({ min: 0, max: 999 }), enhanced: anyText, lines: fc.array(anyText, { maxLength: 2 }) },
  { requiredKeys: ['code', 'lines'] },
);
const date = fc.oneof(fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'), anyText);
const certificate: fc.Arbitrary<CertificateFacts> = fc.record(
  {
    subject: anyText,
    commonName: anyText,
    issuer: anyText,
    subjectAlternativeNames: fc.array(anyText, { maxLength: 3 }),
    validFrom: date,
    validTo: date,
    keyType: fc.constantFrom('rsa', 'ec'),
    keyBits: fc.nat(),
    fingerprint256: fc.constantFrom('AA', 'BB'),
    serialNumber: anyText,
    selfSigned: fc.boolean(),
  },
  { noNullPrototype: true },
);
const failure: fc.Arbitrary<Failure> = fc.oneof(
  fc.constantFrom<Failure>(
    { kind: 'refused' },
    { kind: 'timeout', limitMs: 1 },
    { kind: 'tlsHandshake', code: 'EPROTO' },
  ),
  reply.map((each) => ({ kind: 'reply' as const, reply: each })),
);

const stage: fc.Arbitrary<StageRow> = fc.record(
  {
    stage: fc.constantFrom(...STAGES),
    host,
    port: fc.constantFrom(25, 465),
    address,
    recipient,
    startedAtMs: fc.nat(5_000),
    durationMs: fc.double({ min: 0, max: 60_000, noNaN: true }),
    failure,
    addresses: fc.array(address, { maxLength: 3 }),
    exchangers: fc.array(fc.record({ name: host, preference: fc.nat(99) }), { maxLength: 3 }),
    reply,
    capabilities: fc.array(fc.oneof(fc.constantFrom('STARTTLS', 'SIZE 1'), anyText), { maxLength: 4 }),
    tls: fc.record({
      version: fc.constantFrom('TLSv1.2', 'TLSv1.3'),
      cipher: anyText,
      chain: fc.constantFrom('ok', 'CERT_HAS_EXPIRED'),
      certificates: fc.array(certificate, { maxLength: 2 }),
    }),
  },
  { requiredKeys: ['stage', 'host', 'port', 'startedAtMs'], noNullPrototype: true },
);

const STATES: readonly TaskState[] = ['succeeded', 'warned', 'failed', 'inconclusive', 'notRun'];

export const anyRun: fc.Arbitrary<ComparedRun> = fc.record(
  {
    plan: fc.record({
      hosts: fc.uniqueArray(host, { maxLength: 3 }),
      tls: fc.constantFrom(
        { level: 'opportunistic' as const },
        { level: 'domainValidation' as const, domain: '*.contoso.com' },
      ),
      recipients: fc.uniqueArray(recipient, { maxLength: 2 }),
    }),
    outcome: fc.constantFrom('passed' as const, 'failed' as const, 'inconclusive' as const),
    tasks: fc.array(
      fc.record({
        kind: fc.constantFrom('mailServers' as const, 'connectivity' as const),
        host,
        state: fc.constantFrom(...STATES),
        findings: fc.constant([]),
      }),
      { maxLength: 4 },
    ),
    stages: fc.array(stage, { maxLength: 30 }),
  },
  { requiredKeys: ['plan', 'tasks', 'stages'] },
);
