// What the misbehaving smart hosts say, as data. An answer is a list of steps; what a host does not name, it does
// as an honest clear-text server would.

export type Step =
  | readonly ['say', string | Uint8Array]
  | readonly ['wait', milliseconds: number]
  /** Waits for whatever the other side says next, and takes nothing for a command any more. */
  | readonly ['hear']
  /** Beside TLS, where it is on. */
  | readonly ['sayInClear', string]
  /** One byte at a time. */
  | readonly ['drip', text: string, everyMs: number]
  /** The same text again and again, as long as the other side takes it. */
  | readonly ['flood', text: string, bytes?: number]
  /** Begins TLS; what is said from then on is said over it. `straight`: on the socket itself, which `renegotiate` needs. */
  | readonly ['encrypt', 'straight'?]
  /** Ends TLS and keeps the connection. */
  | readonly ['closeNotify']
  /** Asks for a new handshake in the middle of the session (TLS 1.2). */
  | readonly ['renegotiate']
  /** Says that nothing more will come; still listens. */
  | readonly ['close']
  /** Goes, without a look at what still comes. */
  | readonly ['drop']
  | readonly ['reset'];

export type Moment =
  | 'connected'
  /** The handshake is done. */
  | 'secured'
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'message'
  | 'RSET'
  | 'QUIT'
  | 'other';
export type Moments = Partial<Readonly<Record<Moment, readonly Step[]>>>;
/** `tls`: what it does differently once TLS is on. */
export type Script = Moments & Readonly<{ tls?: Moments; maxVersion?: 'TLSv1.2' }>;

const say = (...lines: string[]): readonly Step[] => [['say', lines.map((line) => `${line}\r\n`).join('')]];
const goAhead = (...then: Step[]): readonly Step[] => [...say('220 2.0.0 Go ahead'), ...then];

/** The honest behaviour behind every script. */
export const HONEST: Readonly<Record<Moment, readonly Step[]>> = {
  connected: say('220 mx.demo.test ESMTP'),
  secured: [],
  EHLO: say('250-mx.demo.test', '250-STARTTLS', '250 ENHANCEDSTATUSCODES'),
  HELO: say('250 mx.demo.test'),
  STARTTLS: say('454 4.7.0 TLS not available due to temporary reason'),
  MAIL: say('250 2.1.0 Ok'),
  RCPT: say('250 2.1.5 Ok'),
  DATA: say('354 End data with <CR><LF>.<CR><LF>'),
  message: say('250 2.0.0 Ok: queued'),
  RSET: say('250 2.0.0 Ok'),
  QUIT: [...say('221 2.0.0 Bye'), ['close']],
  other: say('502 5.5.2 Command not recognized'),
};

export const HONEST_TLS: Moments = { EHLO: say('250-mx.demo.test', '250 ENHANCEDSTATUSCODES') };

/** STARTTLS as it should be; what happens under TLS is `tls`. */
const secure = (tls: Moments): Script => ({ STARTTLS: goAhead(['encrypt']), tls });
const WITH_TLS = secure({});

/** A TLS record with a fatal alert in place of the server's hello (RFC 8446 section 6). */
const alert = (description: number): Step => ['say', Uint8Array.of(21, 3, 3, 0, 2, 2, description)];

const garbage = Uint8Array.from({ length: 300 }, (_, index) => 0x80 + ((index * 37) % 0x80));

export const SCRIPTS = {
  // Connection and greeting
  /** Takes the connection and never greets. */
  silent: { connected: [] },
  tarpit: { connected: [['drip', `220-${'please hold the line '.repeat(50)}`, 1_000]] },
  bannerDrip: { connected: [['drip', `220 ${'one byte at a time, and quickly '.repeat(20)}`, 20]] },
  bannerLinesDrip: {
    connected: Array.from({ length: 40 }, () => [...say('220-still here'), ['wait', 100]] as const).flat(),
  },
  endlessLine: { connected: [...say('220-'), ['flood', 'a'.repeat(4_096)]] },
  endlessMultiline: { connected: [['flood', '220-and another thing\r\n'.repeat(200)]] },
  resetsAtConnect: { connected: [['wait', 10], ['reset']] },
  closesAtConnect: { connected: [['close']] },
  closesAfterGreeting: { connected: [...HONEST.connected, ['close']] },
  garbage8bit: { connected: [['say', garbage]] },
  busy421: { connected: [...say('421 4.7.0 Too many connections from your address'), ['close']] },
  busy421AndDrops: { connected: [...say('421 4.7.0 Too many connections from your address'), ['drop']] },
  rejects554: { connected: say('554 5.7.1 No mail service here') },
  blockedAtGreeting: {
    connected: [
      ...say('554 5.7.1 Service unavailable; client host blocked using zen.example.test (rbl)'),
      ['close'],
    ],
  },
  bannerWithoutText: { ...WITH_TLS, connected: say('220') },
  bannerOfTwoCodes: { connected: say('220-mx.demo.test', '250 ready') },
  bannerOfManyLines: { ...WITH_TLS, connected: say('220-mx.demo.test', '220-No spam, please', '220 ESMTP') },
  bannerWithNul: { ...WITH_TLS, connected: [['say', '220 mx\0.demo\0.test\r\n']] },
  bannerCode999: { connected: say('999 mx.demo.test') },
  bannerCode000: { connected: say('000 mx.demo.test') },
  bannerCode120: { connected: say('120 Service ready in 5 minutes') },
  bannerCode354: { connected: say('354 Go on') },
  maskedBanner: {
    connected: say('220 ***********************************0*2******0***************'),
    EHLO: say('250-mx.demo.test', '250-XXXXXXXA', '250 XXXB'),
  },
  htmlBanner: { ...WITH_TLS, connected: say('220 <script>alert(1)</script>\u001b[31m \u202egnp.exe') },

  // Other services
  ssh: {
    connected: say(
      'SSH-2.0-OpenSSH_9.6 and-a-secret-that-must-not-be-read-through-the-console-whatever-comes',
    ),
  },
  http: { connected: [], EHLO: [...say('HTTP/1.1 400 Bad Request', 'Connection: close', ''), ['close']] },
  ftp: {
    connected: say('220 (vsFTPd 3.0.3)'),
    EHLO: say('530 Please login with USER and PASS.'),
    HELO: say('530 Please login with USER and PASS.'),
  },
  ftpOfFewWords: {
    connected: say('220 ProFTPD Server ready'),
    EHLO: say('500 EHLO not understood'),
    HELO: say('500 HELO not understood'),
  },
  lmtp: {
    connected: say('220 mx.demo.test LMTP ready'),
    EHLO: say('500 5.5.1 Unknown command'),
    HELO: say('500 5.5.1 Unknown command'),
  },
  nntp: { connected: say('200 news.demo.test ready'), EHLO: say('500 What?'), HELO: say('500 What?') },
  pop3: { connected: say('+OK Dovecot ready.') },
  imap: { connected: say('* OK [CAPABILITY IMAP4rev1] Dovecot ready.') },
  mysql: { connected: [['say', Uint8Array.of(0x4a, 0, 0, 0, 10, ...Buffer.from('8.0.36\0'), 8, 0, 0, 0)]] },
  redis: { connected: [], EHLO: say("-ERR unknown command 'EHLO'") },
  xmpp: { connected: [['say', "<?xml version='1.0'?><stream:stream from='demo.test' version='1.0'>"]] },
  rdp: { connected: [['say', Uint8Array.of(3, 0, 0, 11, 6, 0xd0, 0, 0, 0x12, 0x34, 0)], ['close']] },

  // EHLO
  closesAtEhlo: { EHLO: [['close']] },
  helloRefusedHeloOk: { EHLO: say('502 5.5.1 EHLO not implemented') },
  helloRefusedAndCloses: { EHLO: [...say('502 5.5.1 EHLO not implemented'), ['close']] },
  helloRefusedTwice: { EHLO: say('550 5.7.1 Bad name'), HELO: say('550 5.7.1 Bad name') },
  helloAnswered354: { EHLO: say('354 Go on') },
  helloThenGarbage: { EHLO: [...say('250 mx.demo.test'), ['say', garbage]] },
  helloOfTwoCodes: { EHLO: say('250-mx.demo.test', '220 STARTTLS') },
  helloWithoutBlank: { EHLO: say('250mx.demo.test') },
  helloBareCode: { EHLO: say('250') },
  helloBareLineFeeds: { ...WITH_TLS, EHLO: [['say', '250-mx.demo.test\n250-STARTTLS\n250 SIZE\n']] },
  helloAtTheLimit: { EHLO: say(`250-${'x'.repeat(2_042)}`, '250 SIZE') },
  helloBeyondTheLimit: { EHLO: say(`250-${'x'.repeat(2_043)}`, '250 SIZE') },
  helloOf100Lines: { EHLO: say(...Array<string>(99).fill('250-X'), '250 SIZE') },
  helloOf101Lines: { EHLO: say(...Array<string>(100).fill('250-X'), '250 SIZE') },
  starttlsLowerCase: { ...WITH_TLS, EHLO: say('250-mx.demo.test', '250 starttls') },
  starttlsTrailingBlank: { ...WITH_TLS, EHLO: say('250-mx.demo.test', '250-STARTTLS ', '250 SIZE') },
  talksTooEarly: { connected: say('220 mx.demo.test', '250-mx.demo.test', '250 SIZE') },
  tarpitPerLine: {
    EHLO: [
      ...say('250-mx.demo.test'),
      ['wait', 900],
      ...say('250-STARTTLS'),
      ['wait', 900],
      ...say('250 SIZE'),
    ],
  },
  slowButHonest: {
    ...WITH_TLS,
    connected: [['wait', 200], ...HONEST.connected],
    tls: { MAIL: [['wait', 200], ...HONEST.MAIL], RCPT: [['wait', 200], ...HONEST.RCPT] },
  },

  // STARTTLS and the handshake
  tempfail454: {},
  starttlsHangs: { STARTTLS: goAhead(['hear']) },
  starttlsCloses: { STARTTLS: goAhead(['hear'], ['close']) },
  starttlsResets: { STARTTLS: goAhead(['hear'], ['reset']) },
  starttlsGarbage: { STARTTLS: goAhead(['hear'], ['say', garbage]) },
  starttlsAlert: { STARTTLS: goAhead(['hear'], alert(40), ['close']) },
  starttlsUnknownName: { STARTTLS: goAhead(['hear'], alert(112), ['close']) },
  starttlsHalfARecord: { STARTTLS: goAhead(['hear'], ['say', Uint8Array.of(22, 3, 3, 0, 90, 2)]) },
  starttlsAnswered334: { STARTTLS: say('334 ') },
  injectsPlaintext: { STARTTLS: say('220 2.0.0 Go ahead', '250 injected') },
  injectsPlaintextLater: { STARTTLS: goAhead(['hear'], ...say('250 injected')) },

  // Under TLS
  tlsThenNothing: secure({ EHLO: [] }),
  tlsThenClose: secure({ secured: [['close']] }),
  tlsThenDrop: secure({ secured: [['drop']] }),
  tlsThenReset: secure({ EHLO: [['reset']] }),
  tlsThenCloseNotify: secure({ secured: [['closeNotify']] }),
  closeNotifyAtRcpt: secure({ RCPT: [['closeNotify']] }),
  closeNotifyAtQuit: secure({ QUIT: [['closeNotify']] }),
  tlsThenPlaintext: secure({ secured: [['sayInClear', '250 injected\r\n']] }),
  tlsHelloAnsweredTwice: secure({ EHLO: say('250 mx.demo.test', '250 mx.demo.test') }),
  tlsHelloRefused: secure({ EHLO: say('554 5.7.1 Not you'), HELO: say('554 5.7.1 Not you') }),
  tlsOffersStarttlsAgain: secure({ EHLO: HONEST.EHLO }),
  renegotiates: {
    STARTTLS: goAhead(['encrypt', 'straight']),
    tls: { MAIL: [['renegotiate'], ...HONEST.MAIL], RCPT: [['renegotiate'], ...HONEST.RCPT] },
    maxVersion: 'TLSv1.2',
  },

  // Envelope, message, QUIT
  mustStartTls: { EHLO: say('250 mx.demo.test'), MAIL: say('530 5.7.0 Must issue a STARTTLS command first') },
  mailboxFull: { RCPT: say('552 5.2.2 Mailbox full') },
  busy421AtRcpt: { RCPT: [...say('421 4.3.2 Closing, come back later'), ['close']] },
  closesAtRcpt: { RCPT: [['close']] },
  greylistsInWords: secure({ RCPT: say('451 Greylisting in action, please come back in 5 minutes') }),
  rcptAnswered354: secure({ RCPT: say('354 Go on') }),
  rcptAnsweredTwice: secure({
    MAIL: say('250 2.1.0 Ok', '250 2.1.5 Ok'),
    RCPT: say('550 5.1.1 User unknown'),
  }),
  dataAnswered250: secure({ DATA: say('250 2.0.0 Ok') }),
  dataFloods: secure({ DATA: [...HONEST.DATA, ['flood', 'x'.repeat(65_536), 10_485_760]] }),
  dataRefused: { message: say('552 5.3.4 Message too big') },
  messageNeverAnswered: secure({ message: [] }),
  messageTakenThenCloses: secure({ message: [...HONEST.message, ['close']] }),
  quitIgnored: secure({ QUIT: [] }),
  quitRefused: secure({ QUIT: say('500 5.5.1 Stay') }),
  quitNeverCloses: secure({ QUIT: say('221 2.0.0 Bye') }),
} as const satisfies Record<string, Script>;

export type RawKind = keyof typeof SCRIPTS;

/** Where in the dialogue a host can do something odd, under TLS as soon as there is some. */
const PLACES = {
  banner: (steps) => ({ connected: steps }),
  ehlo: (steps) => ({ EHLO: steps, HELO: steps }),
  starttls: (steps) => ({ STARTTLS: steps }),
  ehloAfterTls: (steps) => secure({ EHLO: steps, HELO: steps }),
  mailFrom: (steps) => secure({ MAIL: steps }),
  rcptTo: (steps) => secure({ RCPT: steps }),
  /** Where a recipient was refused and another one follows. */
  rset: (steps) => secure({ RCPT: say('550 5.1.1 User unknown'), RSET: steps }),
  data: (steps) => secure({ DATA: steps }),
  message: (steps) => secure({ message: steps }),
  quit: (steps) => secure({ QUIT: steps }),
} as const satisfies Record<string, (steps: readonly Step[]) => Script>;

export type Place = keyof typeof PLACES;

/** A host that is honest but for one place. */
export const oddAt = (place: Place, steps: readonly Step[]): Script => PLACES[place](steps);
