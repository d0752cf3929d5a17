import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFor, run, SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import type { RawKind } from '../../e2e/support/smart-hosts/raw-scripts';
import { type FakeSmartHost, startSmartHost } from '../../e2e/support/smart-hosts/smart-host';
import type { SmtpKind } from '../../e2e/support/smart-hosts/smtp-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';

/** How each smart host is reported where clear text is allowed: the failures of the run, in order. */
const REPORTS: readonly (readonly [RawKind | SmtpKind, readonly string[]])[] = [
  ['good', []],
  ['noStarttls', ['starttls: starttlsNotOffered']],
  ['greylist', ['rcptTo: reply']],
  ['refusesRecipient', ['rcptTo: reply']],
  ['relayDenied', ['rcptTo: reply']],
  ['oldTls', ['tls: tlsHandshake']],
  ['silent', ['banner: timeout']],
  ['tarpit', ['banner: timeout']],
  ['endlessLine', ['banner: tooLong']],
  ['endlessMultiline', ['banner: tooLong']],
  ['resetsAtConnect', ['banner: reset']],
  ['closesAtEhlo', ['ehlo: closed']],
  ['starttlsHangs', ['tls: timeout']],
  ['starttlsCloses', ['tls: tlsHandshake']],
  ['starttlsGarbage', ['tls: tlsHandshake']],
  ['injectsPlaintext', ['starttls: plaintextAfterStarttls']],
  ['injectsPlaintextLater', ['tls: plaintextAfterStarttls']],
  ['tempfail454', ['starttls: reply']],
  ['garbage8bit', ['banner: notSmtp']],
  ['busy421', ['banner: reply', 'quit: closed']],
  ['rejects554', ['banner: reply']],
  ['busy421AtRcpt', ['starttls: reply', 'rcptTo: reply', 'quit: closed']],
  ['helloRefusedHeloOk', ['starttls: starttlsNotOffered']],
  ['maskedBanner', ['starttls: starttlsNotOffered']],
  ['htmlBanner', ['starttls: reply']],
  ['ssh', ['banner: notSmtp']],
  ['mustStartTls', ['starttls: starttlsNotOffered', 'mailFrom: reply']],
  ['mailboxFull', ['starttls: reply', 'rcptTo: reply']],
  ['closesAtRcpt', ['starttls: reply', 'rcptTo: closed']],
  ['dataRefused', ['starttls: reply', 'data: reply']],
];

const hosts = new Map<string, FakeSmartHost>();

beforeAll(async () => {
  const ca = await testCa();
  const started = REPORTS.map(([kind]) => startSmartHost(kind, { host: 'mx.contoso.test', ca }));
  for (const host of await Promise.all(started)) hosts.set(host.kind, host);
});

afterAll(() => Promise.all([...hosts.values()].map((host) => host.close())));

describe.concurrent('A smart host that misbehaves ends in a typed failure, in time', () => {
  test.each(REPORTS)('%s', async (kind, failures) => {
    const host = hosts.get(kind);
    if (!host) throw new Error(`${kind} did not start`);
    const report = await run(planFor(host));
    expect(report.failures).toEqual(failures);
    expect(report.tookMs).toBeLessThan(SHORT_LIMITS.runMs);
  });
});
