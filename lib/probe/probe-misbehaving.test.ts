import { connect, type Socket } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { planFor, run, SHORT_LIMITS, verdictLine } from '../../e2e/support/smart-hosts/probe-run';
import {
  type FakeSmartHost,
  SMART_HOST_KINDS,
  type SmartHostKind,
  startSmartHost,
} from '../../e2e/support/smart-hosts/smart-host';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { meetsTlsDemand } from '../mailflow/tls-demand';
import type { TlsPolicy } from '../mailflow/tls-policy';
import { watchLeaks } from './leaks-for-tests';

/**
 * What is told of each smart host: the stages that failed and how, then the verdict where TLS is optional and, where it
 * differs, the one where TLS is required. Behind a slash stands what only fails in clear text. Findings in brackets do
 * not matter to that connector.
 */
const TOLD: readonly (readonly [
  kind: SmartHostKind,
  facts: string,
  ifOptional: string,
  ifRequired?: string,
])[] = [
  ['good', '', 'passed'],
  ['expired', '', 'passed (certificateExpired)'],
  ['notYetValid', '', 'passed (certificateNotYetValid)'],
  ['otherName', '', 'passed'],
  ['wildcard', '', 'passed'],
  ['cnOnly', '', 'passed'],
  ['selfSigned', '', 'passed (selfSigned)'],
  ['weakKey', '', 'passed weakKey'],
  ['sha1', '', 'passed (weakSignature)'],
  ['clientOnly', '', 'passed (wrongPurpose)'],
  ['missingIntermediate', '', 'passed (issuerUnknown)'],
  ['publicMissingIntermediate', '', 'passed (intermediateMissing)'],
  ['wrongOrder', '', 'passed (chainOrder)'],
  ['noStarttls', 'starttls starttlsNotOffered', 'passed clearText', 'failed starttlsNotOffered'],
  ['oldTls', 'tls tlsHandshake', 'passed (tlsVersion) clearText', 'failed tlsVersion'],
  ['implicitTls', 'banner timeout', 'inconclusive neverGreets'],
  ['greylist', 'rcptTo reply', 'inconclusive greylisted'],
  ['strict', 'rcptTo reply', 'failed relayDenied'],
  ['noPostmaster', 'rcptTo reply', 'failed relayDenied'],
  ['catchAll', 'rcptTo reply', 'failed relayDenied'],
  ['greylistsStrangers', 'rcptTo reply', 'inconclusive greylisted'],
  ['refusesRecipient', 'rcptTo reply', 'failed unknownRecipient'],
  ['relayDenied', 'rcptTo reply', 'failed relayDenied'],
  ['silent', 'banner timeout', 'inconclusive neverGreets'],
  ['tarpit', 'banner timeout', 'inconclusive neverGreets'],
  ['bannerDrip', 'banner timeout', 'inconclusive neverGreets'],
  ['bannerLinesDrip', 'banner timeout', 'inconclusive neverGreets'],
  ['endlessLine', 'banner tooLong', 'failed replyTooLong'],
  ['endlessMultiline', 'banner tooLong', 'failed replyTooLong'],
  ['resetsAtConnect', 'banner reset', 'failed closedBeforeGreeting'],
  ['closesAtConnect', 'banner closed', 'failed closedBeforeGreeting'],
  ['closesAfterGreeting', 'ehlo closed', 'failed connectionClosed'],
  ['garbage8bit', 'banner notSmtp', 'failed notSmtp'],
  ['busy421', 'banner reply, quit closed', 'inconclusive serviceBusy'],
  ['busy421AndDrops', 'banner reply, quit closed', 'inconclusive serviceBusy'],
  ['rejects554', 'banner reply', 'failed noMailService'],
  ['blockedAtGreeting', 'banner reply, quit closed', 'inconclusive addressBlocked'],
  ['bannerWithoutText', '', 'passed'],
  ['bannerOfTwoCodes', 'banner notSmtp', 'failed notSmtp'],
  ['bannerOfManyLines', '', 'passed'],
  ['bannerWithNul', '', 'passed'],
  ['bannerCode999', 'banner notSmtp', 'failed notSmtp'],
  ['bannerCode000', 'banner notSmtp', 'failed notSmtp'],
  ['bannerCode120', 'banner notSmtp', 'failed notSmtp'],
  ['bannerCode354', 'banner reply', 'failed unexpectedReply'],
  [
    'maskedBanner',
    'starttls starttlsNotOffered',
    'passed bannerMasked smtpInspection clearText',
    'failed bannerMasked smtpInspection starttlsNotOffered',
  ],
  ['htmlBanner', '', 'passed'],
  ['ssh', 'banner notSmtp', 'failed notSmtp'],
  ['http', 'banner timeout', 'inconclusive neverGreets'],
  ['ftp', 'ehlo reply', 'failed otherService'],
  ['ftpOfFewWords', 'ehlo reply', 'failed otherService'],
  ['lmtp', 'ehlo reply', 'failed otherService'],
  ['nntp', 'ehlo reply', 'failed otherService'],
  ['pop3', 'banner notSmtp', 'failed notSmtp'],
  ['imap', 'banner notSmtp', 'failed notSmtp'],
  ['mysql', 'banner notSmtp', 'failed notSmtp'],
  ['redis', 'banner timeout', 'inconclusive neverGreets'],
  ['xmpp', 'banner notSmtp', 'failed notSmtp'],
  ['rdp', 'banner notSmtp', 'failed notSmtp'],
  ['closesAtEhlo', 'ehlo closed', 'failed connectionClosed'],
  [
    'helloRefusedHeloOk',
    'starttls starttlsNotOffered',
    'passed (heloFallback) clearText',
    'failed (heloFallback) starttlsNotOffered',
  ],
  ['helloRefusedAndCloses', 'ehlo reply', 'failed helloRefused'],
  ['helloRefusedTwice', 'ehlo reply', 'failed helloRefused'],
  ['helloAnswered354', 'ehlo reply', 'failed unexpectedReply'],
  [
    'helloThenGarbage',
    'starttls starttlsNotOffered / mailFrom notSmtp',
    'failed clearText unexpectedReply',
    'failed starttlsNotOffered',
  ],
  ['helloOfTwoCodes', 'ehlo notSmtp', 'failed unexpectedReply'],
  ['helloWithoutBlank', 'ehlo notSmtp', 'failed unexpectedReply'],
  ['helloBareCode', 'starttls starttlsNotOffered', 'passed clearText', 'failed starttlsNotOffered'],
  ['helloBareLineFeeds', '', 'passed (capabilitiesDiffer)'],
  ['helloAtTheLimit', 'starttls starttlsNotOffered', 'passed clearText', 'failed starttlsNotOffered'],
  ['helloBeyondTheLimit', 'ehlo tooLong', 'failed replyTooLong'],
  ['helloOf100Lines', 'starttls starttlsNotOffered', 'passed clearText', 'failed starttlsNotOffered'],
  ['helloOf101Lines', 'ehlo tooLong', 'failed replyTooLong'],
  ['starttlsLowerCase', '', 'passed (capabilitiesDiffer)'],
  ['starttlsTrailingBlank', '', 'passed (capabilitiesDiffer)'],
  ['talksTooEarly', 'ehlo outOfTurn', 'failed outOfTurn'],
  ['tarpitPerLine', 'ehlo timeout', 'failed noAnswer'],
  ['slowButHonest', '', 'passed'],
  [
    'tempfail454',
    'starttls reply',
    'passed (tlsTemporarilyUnavailable) clearText',
    'inconclusive tlsTemporarilyUnavailable',
  ],
  ['starttlsHangs', 'tls timeout', 'passed (tlsTimeout) clearText', 'failed tlsTimeout'],
  ['starttlsCloses', 'tls tlsHandshake', 'passed (tlsClosed) clearText', 'failed tlsClosed'],
  ['starttlsResets', 'tls tlsHandshake', 'passed (tlsClosed) clearText', 'failed tlsClosed'],
  ['starttlsGarbage', 'tls tlsHandshake', 'passed (notTls) clearText', 'failed notTls'],
  ['starttlsAlert', 'tls tlsHandshake', 'passed (tlsCipher) clearText', 'failed tlsCipher'],
  ['starttlsUnknownName', 'tls tlsHandshake', 'passed (tlsHandshake) clearText', 'failed tlsHandshake'],
  ['starttlsHalfARecord', 'tls timeout', 'passed (tlsTimeout) clearText', 'failed tlsTimeout'],
  ['starttlsAnswered334', 'starttls reply', 'passed (unexpectedReply) clearText', 'failed unexpectedReply'],
  ['injectsPlaintext', 'starttls plaintextAfterStarttls', 'failed plaintextInjected'],
  ['injectsPlaintextLater', 'tls plaintextAfterStarttls', 'failed plaintextInjected'],
  ['tlsThenNothing', 'ehloAfterTls timeout', 'failed noAnswer'],
  ['tlsThenClose', 'ehloAfterTls closed', 'failed connectionClosed'],
  ['tlsThenDrop', 'ehloAfterTls closed', 'failed connectionClosed'],
  ['tlsThenReset', 'ehloAfterTls reset', 'failed connectionClosed'],
  ['tlsThenCloseNotify', 'ehloAfterTls closed', 'failed connectionClosed'],
  ['closeNotifyAtRcpt', 'rcptTo closed', 'failed connectionClosed'],
  ['closeNotifyAtQuit', 'quit closed', 'passed'],
  ['tlsThenPlaintext', 'ehloAfterTls tlsHandshake', 'failed notTls'],
  ['tlsHelloAnsweredTwice', 'mailFrom outOfTurn', 'failed (capabilitiesDiffer) outOfTurn'],
  ['tlsHelloRefused', 'ehloAfterTls reply', 'failed helloRefused'],
  ['tlsOffersStarttlsAgain', '', 'passed starttlsAfterTls'],
  ['renegotiates', '', 'passed'],
  [
    'mustStartTls',
    'starttls starttlsNotOffered / mailFrom reply',
    'failed clearText starttlsDemanded',
    'failed starttlsNotOffered',
  ],
  [
    'mailboxFull',
    'starttls reply / rcptTo reply',
    'failed (tlsTemporarilyUnavailable) clearText mailboxFull',
    'inconclusive tlsTemporarilyUnavailable',
  ],
  [
    'busy421AtRcpt',
    'starttls reply / rcptTo reply, quit closed',
    'inconclusive (tlsTemporarilyUnavailable) clearText serviceBusy',
    'inconclusive tlsTemporarilyUnavailable',
  ],
  [
    'closesAtRcpt',
    'starttls reply / rcptTo closed',
    'failed (tlsTemporarilyUnavailable) clearText connectionClosed',
    'inconclusive tlsTemporarilyUnavailable',
  ],
  ['greylistsInWords', 'rcptTo reply', 'inconclusive greylisted'],
  ['rcptAnswered354', 'rcptTo reply', 'failed unexpectedReply'],
  ['rcptAnsweredTwice', 'rcptTo outOfTurn', 'failed outOfTurn'],
  ['dataAnswered250', 'data reply, quit timeout', 'failed unexpectedReply'],
  ['dataFloods', 'data tooLong', 'failed replyTooLong'],
  [
    'dataRefused',
    'starttls reply / data reply',
    'failed (tlsTemporarilyUnavailable) clearText messageTooLarge',
    'inconclusive tlsTemporarilyUnavailable',
  ],
  ['messageNeverAnswered', 'data timeout', 'failed noAnswer'],
  ['messageTakenThenCloses', 'quit closed', 'passed'],
  ['quitIgnored', 'quit timeout', 'passed'],
  ['quitRefused', 'quit reply', 'passed'],
  ['quitNeverCloses', '', 'passed'],
];

const hosts = new Map<string, FakeSmartHost>();
let root = '';
let before: readonly string[] = [];

beforeAll(async () => {
  const ca = await testCa();
  root = ca.rootPem;
  before = openOnes();
  const started = SMART_HOST_KINDS.map((kind) => startSmartHost(kind, { host: 'mx.contoso.test', ca }));
  for (const host of await Promise.all(started)) hosts.set(host.kind, host);
});

/** The connections of this process, however they came about. */
const openOnes = (): string[] => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP'));

async function validate(kind: SmartHostKind, tls: TlsPolicy) {
  const host = hosts.get(kind);
  if (!host) throw new Error(`${kind} did not start`);
  const sockets: Socket[] = [];
  const plan = planFor(host, { mayProceed: (facts) => meetsTlsDemand(tls, facts, new Date()) });
  const { value: report, leaks } = await watchLeaks(() =>
    run(plan, {
      ca: [root],
      connect: (target) => {
        const socket = connect(target);
        sockets.push(socket);
        return socket;
      },
    }),
  );
  return {
    facts: report.failures.map((failure) => failure.replace(': ', ' ')).join(', '),
    verdict: verdictLine(report, plan, tls),
    tookMs: report.tookMs,
    leaks: [...leaks, ...sockets.filter(({ destroyed }) => !destroyed).map(() => 'Socket')],
  };
}

describe.concurrent('A smart host ends in typed failures and a verdict, in time, and leaves nothing open', () => {
  const rows = TOLD.map(([kind, facts, ifOptional, ifRequired = ifOptional]) => ({
    kind,
    facts,
    ifOptional,
    ifRequired,
  }));
  test.each(rows)('$kind', async ({ kind, facts, ifOptional, ifRequired }) => {
    const [always = '', inClearText] = facts.split(' / ');
    const [optional, required] = await Promise.all([
      validate(kind, { level: 'opportunistic' }),
      validate(kind, { level: 'encryptionOnly' }),
    ]);
    expect(optional).toMatchObject({
      facts: [always, inClearText].filter(Boolean).join(', '),
      verdict: ifOptional,
      leaks: [],
    });
    expect(required).toMatchObject({ facts: always, verdict: ifRequired, leaks: [] });
    for (const { tookMs } of [optional, required]) expect(tookMs).toBeLessThan(SHORT_LIMITS.runMs);
  });
});

test('every kind of smart host is among them', () => {
  expect(TOLD.map(([kind]) => kind)).toEqual(SMART_HOST_KINDS);
});

test('afterwards no connection is left, whoever opened it', async () => {
  await Promise.all([...hosts.values()].map((host) => host.close()));
  await expect.poll(openOnes).toEqual(before);
});
