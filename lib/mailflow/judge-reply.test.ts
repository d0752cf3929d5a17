import { expect, test } from 'vitest';
import { judgeReply } from './judge-reply';
import type { Reply, Stage } from './observation';
import type { VerdictCode } from './verdict-codes';

const reply = (text: string): Reply => {
  const [, code = '', rest = ''] = /^(\d{3}) (.*)$/.exec(text) ?? [];
  const enhanced = /^\d\.\d+\.\d+/.exec(rest)?.[0];
  return { code: Number(code), lines: [rest], ...(enhanced && { enhanced }) };
};

test.each<[Stage, string, VerdictCode]>([
  ['banner', '421 4.7.0 Too many connections from your address', 'serviceBusy'],
  ['banner', '450 4.3.2 try later', 'serviceBusy'],
  ['banner', '554 5.7.1 No mail service here', 'noMailService'],
  ['banner', '521 does not accept mail', 'noMailService'],
  ['banner', '554 5.7.1 Client host blocked using zen.spamhaus.org', 'addressBlocked'],
  ['banner', '535 no', 'noMailService'],
  ['ehlo', '530 Please login with USER and PASS.', 'otherService'],
  ['ehlo', '500 5.5.1 This is LMTP, say LHLO', 'otherService'],
  ['ehlo', '354 go on', 'unexpectedReply'],
  ['ehlo', '502 5.5.1 not implemented', 'helloRefused'],
  ['ehlo', '451 4.3.0 busy', 'serviceBusy'],
  ['starttls', '454 4.7.0 TLS not available due to temporary reason', 'tlsTemporarilyUnavailable'],
  ['starttls', '454 TLS currently unavailable', 'tlsTemporarilyUnavailable'],
  ['starttls', '451 4.3.0 busy', 'tlsTemporarilyUnavailable'],
  ['starttls', '501 5.5.4 no parameters', 'starttlsRefused'],
  ['mailFrom', '421 4.4.2 timeout', 'serviceBusy'],
  ['mailFrom', '530 5.7.0 Must issue a STARTTLS command first', 'starttlsDemanded'],
  ['mailFrom', '530 5.7.57 Client not authenticated to send mail', 'authenticationRequired'],
  ['mailFrom', '550 5.7.1 Client was not authenticated', 'authenticationRequired'],
  ['mailFrom', '535 5.7.8 Authentication failed', 'authenticationRequired'],
  ['mailFrom', '550 5.7.51 TenantInboundAttribution', 'tenantAttribution'],
  ['mailFrom', '550 5.7.64 TenantAttribution; Relay Access Denied', 'tenantAttribution'],
  ['mailFrom', '550 5.1.8 bad sender', 'senderRefused'],
  ['mailFrom', '451 4.7.500 Server busy (AS1234)', 'throttled'],
  ['mailFrom', '550 5.7.606 Access denied, banned sending IP', 'addressBlocked'],
  ['mailFrom', '554 5.7.1 blocked using zen.spamhaus.org', 'addressBlocked'],
  ['mailFrom', '550 5.7.23 SPF validation failed', 'senderNotProven'],
  ['mailFrom', '450 4.7.26 must pass SPF or DKIM', 'senderNotProven'],
  ['rcptTo', '450 4.7.1 Greylisted, please try again later', 'greylisted'],
  ['rcptTo', '451 greylisting in action', 'greylisted'],
  ['rcptTo', '451 4.3.5 configuration problem', 'temporarilyRefused'],
  ['rcptTo', '452 4.2.2 over quota', 'temporarilyRefused'],
  ['rcptTo', '454 4.7.1 Relay access denied', 'relayDenied'],
  ['rcptTo', '554 5.7.1 Relay access denied', 'relayDenied'],
  ['rcptTo', '550 5.7.1 Unable to relay', 'relayDenied'],
  ['rcptTo', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'relayDenied'],
  ['rcptTo', '550 5.4.1 Recipient address rejected: Access denied', 'relayDenied'],
  ['rcptTo', '550 5.1.1 User unknown', 'unknownRecipient'],
  ['rcptTo', '550 5.1.10 RecipientNotFound', 'unknownRecipient'],
  ['rcptTo', '550 No such user here', 'unknownRecipient'],
  ['rcptTo', '552 5.2.2 Mailbox full', 'mailboxFull'],
  ['rcptTo', '552 over quota', 'mailboxFull'],
  ['rcptTo', '552 5.3.4 Message too large', 'messageTooLarge'],
  ['rcptTo', '551 User not local', 'unknownRecipient'],
  ['rcptTo', '553 sorry, that domain is not in my list of allowed rcpthosts (#5.7.1)', 'relayDenied'],
  ['rcptTo', '554 5.4.14 Hop count exceeded', 'routingLoop'],
  ['rcptTo', '550 5.7.1 Message rejected by rule', 'policyRefused'],
  ['rcptTo', '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied', 'policyRefused'],
  ['rcptTo', '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]', 'senderNotProven'],
  ['rcptTo', '550 5.7.1 Client host rejected: cannot find your reverse hostname', 'senderNotProven'],
  ['rcptTo', '450 4.7.1 <console>: Helo command rejected: Host not found', 'senderNotProven'],
  ['rcptTo', '504 5.5.2 <console>: Helo command rejected: need fully-qualified hostname', 'senderNotProven'],
  ['rcptTo', '553 no', 'refused'],
  ['data', '552 5.3.4 Message too large', 'messageTooLarge'],
  ['data', '250 2.0.0 Ok', 'unexpectedReply'],
  ['data', '554 5.6.0 Malformed', 'messageRefused'],
  ['data', '451 4.7.1 later', 'greylisted'],
])('at %s, %s means %s', (stage, text, code) => {
  expect(judgeReply(stage, reply(text))).toMatchObject({ code, params: { reply: text } });
});
