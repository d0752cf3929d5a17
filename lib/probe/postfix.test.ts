import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Postfix, startPostfix, whyNoPostfix } from '../../e2e/support/smart-hosts/postfix';
import { planFor, run, SHORT_LIMITS, verdictLine } from '../../e2e/support/smart-hosts/probe-run';
import { type CertificateKind, testCa } from '../../e2e/support/smart-hosts/test-ca';
import { meetsTlsDemand } from '../mailflow/tls-demand';
import type { TlsPolicy } from '../mailflow/tls-policy';
import type { ProbePlan } from './probe-plan';

const reason = whyNoPostfix();
if (reason !== undefined) process.stderr.write(`Skipped: validations of a real Postfix. ${reason}.\n`);

const OPTIONAL: TlsPolicy = { level: 'opportunistic' };
const ENCRYPTED: TlsPolicy = { level: 'encryptionOnly' };
const TRUSTED: TlsPolicy = { level: 'certificateValidation' };
const NAMED: TlsPolicy = { level: 'domainValidation', domain: 'mx.contoso.test' };

const CLOSED = { smtpd_client_restrictions: 'reject' };
const AT_ONCE = { smtpd_delay_reject: 'no' };

async function start() {
  const ca = await testCa();
  const issue = (kind: CertificateKind) => ca.issue(kind, ['mx.contoso.test']);
  const certificate = await issue('valid');
  const under = (settings: Readonly<Record<string, string>>) => ({ certificate, settings });
  const postfix = await startPostfix({
    good: { certificate },
    otherName: { certificate: await issue('otherName') },
    wildcard: { certificate: await issue('wildcard') },
    selfSigned: { certificate: await issue('selfSigned') },
    expired: { certificate: await issue('expired') },
    missingIntermediate: { certificate: await issue('missingIntermediate') },
    noTls: {},
    noCertificate: { settings: { smtpd_tls_security_level: 'may', smtpd_tls_chain_files: '/nowhere.pem' } },
    demandsTls: under({ smtpd_tls_security_level: 'encrypt' }),
    tls12: under({ smtpd_tls_protocols: 'TLSv1.2' }),
    screened: { certificate, isScreened: true },
    slow: under({ ...AT_ONCE, smtpd_client_restrictions: 'sleep 1' }),
    limited: under({ smtpd_client_connection_rate_limit: '1' }),
    closed: under(CLOSED),
    closedAtOnce: under({ ...CLOSED, ...AT_ONCE }),
    wantsPtr: under({ smtpd_client_restrictions: 'reject_unknown_client_hostname' }),
    wantsHeloInDns: under({ smtpd_helo_restrictions: 'reject_unknown_helo_hostname' }),
    wantsPassword: under({
      smtpd_client_restrictions: 'check_client_access static:{530 5.7.0 Authentication required}',
    }),
    small: under({ message_size_limit: '100' }),
  });
  return { postfix, root: ca.rootPem };
}

type Port = keyof Awaited<ReturnType<typeof start>>['postfix']['ports'];

const ADA = 'ada@contoso.com';

/** What is told: the stages that failed in front of the verdict. */
const TOLD: readonly (readonly [port: Port, tls: TlsPolicy, recipient: string, told: string])[] = [
  ['good', NAMED, ADA, 'passed'],
  ['good', OPTIONAL, ADA, 'passed'],
  ['good', NAMED, 'postmaster@contoso.com', 'passed'],
  ['good', NAMED, 'later@contoso.com', 'rcptTo reply, inconclusive greylisted'],
  ['good', NAMED, 'eve@contoso.com', 'rcptTo reply, failed unknownRecipient'],
  ['good', NAMED, 'ada@fabrikam.com', 'rcptTo reply, failed relayDenied'],
  ['otherName', OPTIONAL, ADA, 'passed'],
  ['otherName', TRUSTED, ADA, 'passed'],
  ['otherName', NAMED, ADA, 'failed tlsDomainMismatch'],
  ['wildcard', NAMED, ADA, 'passed'],
  ['selfSigned', OPTIONAL, ADA, 'passed (selfSigned)'],
  ['selfSigned', ENCRYPTED, ADA, 'passed (selfSigned)'],
  ['selfSigned', TRUSTED, ADA, 'failed selfSigned'],
  ['expired', ENCRYPTED, ADA, 'passed (certificateExpired)'],
  ['expired', TRUSTED, ADA, 'failed certificateExpired'],
  ['missingIntermediate', ENCRYPTED, ADA, 'passed (issuerUnknown)'],
  ['missingIntermediate', TRUSTED, ADA, 'failed issuerUnknown'],
  ['noTls', OPTIONAL, ADA, 'starttls starttlsNotOffered, passed clearText'],
  ['noTls', ENCRYPTED, ADA, 'starttls starttlsNotOffered, failed starttlsNotOffered'],
  ['noCertificate', OPTIONAL, ADA, 'tls tlsHandshake, passed (tlsCipher) clearText'],
  ['noCertificate', ENCRYPTED, ADA, 'tls tlsHandshake, failed tlsCipher'],
  ['demandsTls', OPTIONAL, ADA, 'passed'],
  ['tls12', NAMED, ADA, 'passed'],
  ['screened', NAMED, ADA, 'passed'],
  ['slow', NAMED, ADA, 'passed'],
  ['closed', NAMED, ADA, 'rcptTo reply, failed policyRefused'],
  ['wantsPtr', NAMED, ADA, 'rcptTo reply, inconclusive senderNotProven'],
  ['wantsHeloInDns', NAMED, ADA, 'rcptTo reply, inconclusive senderNotProven'],
  ['wantsPassword', NAMED, ADA, 'rcptTo reply, failed authenticationRequired'],
  ['closedAtOnce', NAMED, ADA, 'banner reply, failed noMailService'],
  ['small', NAMED, ADA, 'data reply, failed (sizeLimit) messageTooLarge'],
];

describe.skipIf(reason !== undefined)('A real Postfix', () => {
  let postfix: Postfix<Port>;
  let root = '';
  beforeAll(async () => {
    ({ postfix, root } = await start());
  });
  afterAll(() => postfix?.close());

  async function validate(port: Port, tls: TlsPolicy, given: Partial<ProbePlan>) {
    const plan = planFor(
      { address: postfix.address, port: postfix.ports[port] },
      {
        limits: { ...SHORT_LIMITS, bannerMs: 8_000, commandMs: 8_000, runMs: 30_000 },
        mayProceed: (facts) => meetsTlsDemand(tls, facts, new Date()),
        ...given,
      },
    );
    const report = await run(plan, { ca: [root] });
    const failures = report.failures.map((failure) => failure.replace(': ', ' '));
    return { report, told: [...failures, verdictLine(report, plan, tls)].join(', ') };
  }

  test.each(TOLD.map(([port, tls, recipient, told]) => ({ port, level: tls.level, tls, recipient, told })))(
    '$port, $level, to $recipient: $told',
    async ({ port, tls, recipient, told }) => {
      expect((await validate(port, tls, { recipients: [recipient] })).told).toBe(told);
    },
  );

  test('takes the test message under TLS 1.3, and the queue id in the report is the one in its log', async () => {
    const { report } = await validate('good', NAMED, { recipients: [ADA] });
    expect(report.at('tls')?.tls).toMatchObject({ version: 'TLSv1.3', chain: 'ok' });
    const { queueId } = report.at('data') ?? {};
    expect(queueId).toMatch(/^[0-9A-F]{8,}$/);
    await expect
      .poll(() => postfix.log(), { timeout: 10_000 })
      .toMatch(new RegExp(`${queueId}: to=<${ADA}>.*status=sent`));
  });

  test('is asked what it accepts and refuses', async () => {
    const refusals = { unknownLocalPart: 'nobody-7f3a', foreignRecipient: 'x@example.com' };
    const { report } = await validate('good', NAMED, { recipients: [ADA], send: false, refusals });
    const answers = report.observations.flatMap(({ check, stage, reply }) =>
      check && stage === 'rcptTo' ? [`${check} ${reply?.code} ${reply?.enhanced}`] : [],
    );
    expect(answers).toEqual([
      'postmaster 250 2.1.5',
      'unknownRecipient 550 5.1.1',
      'foreignDomain 554 5.7.1',
    ]);
  });

  test('may greet late, or in two lines with a second between; beyond our limit nothing is held against it', async () => {
    for (const port of ['slow', 'screened'] as const) {
      const { report } = await validate(port, NAMED, { recipients: [ADA] });
      expect(report.at('banner')?.reply?.code).toBe(220);
    }
    const { told } = await validate('slow', NAMED, { limits: { ...SHORT_LIMITS, bannerMs: 300 } });
    expect(told).toBe('banner timeout, inconclusive neverGreets');
  });

  test('that allows one connection a minute is busy at the second', async () => {
    expect((await validate('limited', NAMED, { recipients: [ADA] })).told).toBe('passed');
    const { report, told } = await validate('limited', NAMED, { recipients: [ADA] });
    expect(told).toContain('inconclusive serviceBusy');
    expect(report.at('banner')?.reply?.lines[0]).toContain('too many connections');
  });
});
