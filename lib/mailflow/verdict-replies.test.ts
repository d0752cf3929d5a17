// What mail servers answer, row by row.
import { describe, expect, test } from 'vitest';
import { MX1 as HOST, rcpt, up } from './mx-facts-for-tests';
import type { Observation, Stage } from './observation';
import { find, hasWords, refusedAt, told } from './verdict-rows-for-tests';

describe('What mail servers answer', () => {
  test.each<[Stage, string, string]>([
    ['banner', '421 4.3.2 Service closing', '?serviceBusy'],
    ['rcptTo', '421 4.7.0 Too many messages', '?serviceBusy'],
    ['rcptTo', '450 4.2.0 Greylisted, see postgrey', '?greylisted'],
    ['rcptTo', '451 4.7.1 Please try again later', '?greylisted'],
    ['rcptTo', '451 4.3.0 Temporary lookup failure', '?temporarilyRefused'],
    ['rcptTo', '450 4.7.1 rate limit exceeded, retry in 10 minutes', '?throttled'],
    ['rcptTo', '452 4.5.3 Too many recipients', '?throttled'],
    ['starttls', '454 4.7.0 TLS not available due to local problem', '?tlsTemporarilyUnavailable'],
    ['rcptTo', '454 4.7.1 Relay access denied', '!relayDenied'],
    ['rcptTo', '554 5.7.1 Relay access denied', '!relayDenied'],
    ['ehlo', '502 5.5.1 Command not implemented', '!helloRefused'],
    ['ehlo', '500 5.5.1 Command unrecognized', '!helloRefused'],
    ['mailFrom', '530 5.7.0 Must issue a STARTTLS command first', '!starttlsDemanded'],
    ['mailFrom', '530 5.7.1 Authentication required', '!authenticationRequired'],
    ['mailFrom', '535 5.7.8 Authentication failed', '!authenticationRequired'],
    ['rcptTo', '550 5.1.1 User unknown', '!unknownRecipient'],
    ['rcptTo', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', '!relayDenied'],
    ['rcptTo', '552 5.3.4 Message too large', '!messageTooLarge'],
    ['banner', '554 5.7.1 No SMTP service here', '!noMailService'],
    ['rcptTo', '554 5.7.1 Blocked using zen.spamhaus.org', '?addressBlocked'],
    ['rcptTo', '459 4.9.9 whatever: retryable', '?temporarilyRefused'],
    ['rcptTo', '559 5.9.9 whatever: permanent', '!refused'],
  ])('%s: %s', (stage, text, code) => {
    const findings = find(refusedAt(stage, text));
    expect(told(findings)).toBe(code);
    hasWords(findings);
  });

  test('220, a greeting, says nothing', () => {
    expect(find(up(HOST, rcpt(HOST)))).toEqual([]);
  });

  const ehlo = (capabilities: string[], given: Partial<Observation> = {}) =>
    up(HOST).map((each) => (each.stage === 'ehlo' ? { ...each, capabilities, ...given } : each));
  test.each<[string, Observation[], string]>([
    ['EHLO not known, HELO is', ehlo([], { verb: 'HELO' }), 'iheloFallback'],
    ['XXXX in EHLO: an inspecting firewall', ehlo(['XXXX', 'STARTTLS']), '?smtpInspection'],
    ['250-XXXXXXXA in EHLO: an inspecting firewall', ehlo(['XXXXXXXA', 'STARTTLS']), '?smtpInspection'],
  ])('%s', (_, observations, code) => {
    const findings = find(observations);
    expect(told(findings)).toContain(code);
    hasWords(findings);
  });
});
