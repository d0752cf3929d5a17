// What Microsoft documents of validation tasks and non-delivery reports, row by row.
import { describe, expect, test } from 'vitest';
import { ADA, at, MX1 as HOST, rcpt, up } from './mx-facts-for-tests';
import type { Observation } from './observation';
import {
  answer,
  atStage,
  ENCRYPTED,
  find,
  hasWords,
  NAMED,
  refusedAt,
  told,
  words,
} from './verdict-rows-for-tests';

describe('A task of Microsoft’s that fails', () => {
  test.each<[string, Observation[], string, string | undefined]>([
    [
      'Resolve: no usable A or MX',
      atStage('resolve', { kind: 'dnsNotFound' }),
      '!dnsNotFound',
      '450 4.4.312',
    ],
    [
      'Connection: TCP 25 unreachable, a firewall is silent',
      atStage('connect', { kind: 'timeout', limitMs: 5_000 }),
      '!connectTimeout',
      '450 4.4.315',
    ],
    [
      'Connection: TCP 25 unreachable, nothing listens',
      atStage('connect', { kind: 'refused' }),
      '!connectionRefused',
      '450 4.4.316',
    ],
    [
      'SMTP EHLO: something answers, but not as an SMTP server',
      atStage('banner', { kind: 'notSmtp', sample: 'HTTP/1.1 400' }),
      '!notSmtp',
      undefined,
    ],
    [
      'STARTTLS: required and not offered',
      atStage('starttls', { kind: 'starttlsNotOffered' }),
      '!starttlsNotOffered',
      '450 4.4.317',
    ],
    ['Certificate: chain', up(HOST, [], {}, 'SELF_SIGNED_CERT_IN_CHAIN'), '!caNotTrusted', '450 4.7.320'],
    [
      'Certificate: expiry',
      up(HOST, [], { validTo: '2026-11-22T08:00:00.000Z' }, 'CERT_HAS_EXPIRED'),
      '!certificateExpired',
      '450 4.7.320',
    ],
    [
      'Send test email: MAIL refused',
      refusedAt('mailFrom', '550 5.1.8 bad sender'),
      '!senderRefused',
      undefined,
    ],
    [
      'Send test email: RCPT refused',
      refusedAt('rcptTo', '550 5.1.1 User unknown'),
      '!unknownRecipient',
      undefined,
    ],
    [
      'Send test email: DATA refused',
      up(HOST, [
        ...rcpt(HOST),
        at('data', HOST, { address: '203.0.113.49', recipient: ADA, ...answer('554 5.6.0 no') }),
      ]),
      '!messageRefused',
      undefined,
    ],
  ])('%s', (_, observations, codes, exchangeReply) => {
    const findings = find(observations);
    expect(told(findings)).toBe(codes);
    expect(findings[0]?.exchangeReply).toBe(exchangeReply);
    hasWords(findings);
  });

  test('Certificate: name mismatch', () => {
    const findings = find(up(HOST, [], { subjectAlternativeNames: ['other.test'] }), NAMED);
    expect(told(findings)).toBe('!tlsDomainMismatch');
    expect(findings[0]?.exchangeReply).toBe('450 4.7.320');
    hasWords(findings);
  });
});

describe('A code that Exchange Online documents, met by the console itself', () => {
  test.each<[string, Observation[], string, string]>([
    [
      '450 4.4.312 DNS query failed',
      atStage('resolve', { kind: 'dnsError', detail: 'ESERVFAIL' }),
      '!dnsServerFailure',
      '450 4.4.312',
    ],
    [
      '450 4.4.315 Connection timed out',
      atStage('connect', { kind: 'timeout', limitMs: 5_000 }),
      '!connectTimeout',
      '450 4.4.315',
    ],
    [
      '450 4.4.316 Connection refused',
      atStage('connect', { kind: 'refused' }),
      '!connectionRefused',
      '450 4.4.316',
    ],
    [
      '450 4.4.317 Cannot connect to remote server',
      atStage('starttls', { kind: 'starttlsNotOffered' }),
      '!starttlsNotOffered',
      '450 4.4.317',
    ],
    [
      '450 4.4.317 connected, but immediate error',
      refusedAt('banner', '554 5.7.1 No service'),
      '!noMailService',
      '450 4.4.317',
    ],
    [
      '450 4.4.318 Connection was closed abruptly',
      atStage('ehlo', { kind: 'closed' }),
      '!connectionClosed',
      '450 4.4.318',
    ],
    [
      '450 4.7.320 Certificate validation failed',
      up(HOST, [], {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      '!selfSigned',
      '450 4.7.320',
    ],
  ])('%s', (_, observations, codes, exchangeReply) => {
    const findings = find(observations);
    expect(told(findings)).toBe(codes);
    expect(findings[0]?.exchangeReply).toBe(exchangeReply);
  });

  test('it is not named where the connector does not mind', () => {
    const [finding] = find(up(HOST, [], {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'), ENCRYPTED);
    expect(finding).toMatchObject({ code: 'selfSigned', severity: 'info' });
    expect(finding).not.toHaveProperty('exchangeReply');
  });
});

describe('A code that Exchange Online documents, said by the smart host', () => {
  test.each<[string, string, object, RegExp]>([
    ['450 4.4.312 DNS query failed', '?onwardFailed', { what: 'dns' }, /DNS records/],
    ['450 4.4.315 Connection timed out', '?onwardFailed', { what: 'timeout' }, /right address/],
    ['450 4.4.316 Connection refused', '?onwardFailed', { what: 'refused' }, /decommissioned/],
    ['450 4.4.317 Cannot connect to remote server', '?onwardFailed', { what: 'demand' }, /TLS/],
    ['450 4.4.318 Connection was closed abruptly', '?onwardFailed', { what: 'closed' }, /SMTP inspection/],
    ['450 4.7.320 Certificate validation failed', '?onwardFailed', { what: 'certificate' }, /certificate/],
    ['450 4.4.319 ?', '?onwardFailed', { what: 'undocumented' }, /LastAttemptedServerName/],
    ['450 4.4.320 ?', '?onwardFailed', { what: 'undocumented' }, /LastAttemptedServerIP/],
    ['450 4.7.321 starttls-not-supported', '!daneFailed', { what: 'starttls' }, /Turn on TLS/],
    ['550 5.7.321 starttls-not-supported', '!daneFailed', { what: 'starttls' }, /Turn on TLS/],
    ['450 4.7.322 certificate-expired', '!daneFailed', { what: 'expired' }, /Renew/],
    ['450 4.7.323 tlsa-invalid', '!daneFailed', { what: 'mismatch' }, /TLSA/],
    ['450 4.7.324 dnssec-invalid', '!daneFailed', { what: 'dnssec' }, /DS record/],
    ['450 4.7.325 certificate-host-mismatch', '!daneFailed', { what: 'name' }, /MX host/],
    ['550 4.4.7 QUEUE.Expired; message expired', '!messageExpired', {}, /4\.x code/],
    ['550 5.4.300 Message expired', '!messageExpired', {}, /4\.x code/],
    ['550 5.4.1 Relay Access Denied', '!relayDenied', {}, /accepted domains.*MX record/],
    ['554 5.4.6 Routing loop detected', '!routingLoop', {}, /internal relay/],
    ['554 5.4.14 Hop count exceeded - possible mail loop', '!routingLoop', {}, /internal relay/],
    ['550 5.7.1 Unable to relay', '!relayDenied', {}, /receive connector/],
    ['550 5.7.1 Client was not authenticated', '!authenticationRequired', {}, /receive connector/],
    ['550 5.7.51 TenantInboundAttribution', '!tenantAttribution', { which: 'partner' }, /sender domains/],
    [
      '550 5.7.64 TenantAttribution; Relay Access Denied',
      '!tenantAttribution',
      { which: 'relay' },
      /full certificate chain/,
    ],
    [
      '550 5.7.68 TenantInboundAttribution; Direct Send not allowed',
      '!tenantAttribution',
      { which: 'directSend' },
      /inbound connector/,
    ],
    ['550 5.7.23 SPF validation failed', '?senderNotProven', { which: 'spf' }, /SPF/],
    [
      '530 5.7.57 Client not authenticated to send mail',
      '!authenticationRequired',
      { which: 'submission' },
      /MX endpoint/,
    ],
    ['451 4.7.500 Server busy (AS77712312)', '?throttled', {}, /inbound connector/],
    ['451 4.7.699 Server busy', '?throttled', {}, /inbound connector/],
    ['451 4.7.850 Access denied, temporarily', '?addressBlocked', {}, /blocklist/],
    ['451 4.7.899 Access denied, temporarily', '?addressBlocked', {}, /blocklist/],
    ['550 5.7.606 Access denied, banned sending IP', '?addressBlocked', {}, /blocklist/],
    ['550 5.7.649 Access denied, banned sending IP', '?addressBlocked', {}, /blocklist/],
    ['550 5.7.511 Access denied, banned sender', '?addressBlocked', {}, /blocklist/],
    [
      '550 5.7.705 Access denied, tenant has exceeded threshold',
      '!tenantBlocked',
      { which: 'threshold' },
      /Secure the account/,
    ],
    [
      '550 5.7.708 Access denied, traffic not accepted from this IP',
      '!tenantBlocked',
      { which: 'address' },
      /support/,
    ],
    [
      '550 5.7.750 Client blocked from sending from unregistered domains',
      '!tenantBlocked',
      { which: 'domain' },
      /verify/,
    ],
    ['450 4.7.26 must pass SPF or DKIM over IPv6', '?senderNotProven', { which: 'ipv6' }, /SPF/],
    [
      '450 4.7.1 <console>: Helo command rejected: Host not found',
      '?senderNotProven',
      { which: 'helo' },
      /PROBE_HELO_NAME/,
    ],
    ['550 5.7.25 no PTR record', '?senderNotProven', { which: 'ptr' }, /PTR/],
  ])('%s', (text, code, params, remedy) => {
    const findings = find(refusedAt('rcptTo', text));
    expect(told(findings)).toBe(code);
    expect(findings[0]?.params).toMatchObject({ ...params, reply: text });
    hasWords(findings);
    const [finding] = findings;
    expect(finding && words(finding, 'en')[1]).toMatch(remedy);
  });

  test.each(['4.4.319', '4.4.320'])('%s is said to be undocumented', (code) => {
    const [finding] = find(refusedAt('rcptTo', `450 ${code} ?`));
    expect(finding && words(finding, 'en')[0]).toContain('Microsoft documents no meaning');
    expect(finding && words(finding, 'it')[0]).toContain('Microsoft non documenta');
  });
});
