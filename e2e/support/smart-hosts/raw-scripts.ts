// What the misbehaving smart hosts say, as data. An answer is a list of steps; what a host does not name, it does
// as an honest clear-text server would.

export type Step =
  | readonly ['say', string | Uint8Array]
  | readonly ['wait', milliseconds: number]
  /** One byte at a time. */
  | readonly ['drip', text: string, everyMs: number]
  /** The same text again and again, as long as the other side takes it. */
  | readonly ['flood', string]
  | readonly ['close']
  | readonly ['reset'];

export type Moment =
  | 'connected'
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
export type Script = Partial<Readonly<Record<Moment, readonly Step[]>>>;

const say = (...lines: string[]): readonly Step[] => [['say', lines.map((line) => `${line}\r\n`).join('')]];
const goAhead = (...then: Step[]): readonly Step[] => [...say('220 2.0.0 Go ahead'), ...then];

/** The honest behaviour behind every script. */
export const HONEST: Readonly<Record<Moment, readonly Step[]>> = {
  connected: say('220 mx.demo.test ESMTP'),
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

const garbage = Uint8Array.from({ length: 300 }, (_, index) => 0x80 + ((index * 37) % 0x80));

export const SCRIPTS = {
  /** Takes the connection and never greets. */
  silent: { connected: [] },
  tarpit: { connected: [['drip', `220-${'please hold the line '.repeat(50)}`, 1_000]] },
  endlessLine: {
    connected: [
      ['say', '220 '],
      ['flood', 'a'.repeat(512)],
    ],
  },
  endlessMultiline: { connected: [['flood', '220-and another thing\r\n']] },
  resetsAtConnect: { connected: [['wait', 10], ['reset']] },
  closesAtEhlo: { EHLO: [['close']] },
  starttlsHangs: { STARTTLS: goAhead() },
  starttlsCloses: { STARTTLS: goAhead(['close']) },
  starttlsGarbage: { STARTTLS: goAhead(['wait', 20], ['say', garbage]) },
  injectsPlaintext: { STARTTLS: say('220 2.0.0 Go ahead', '250 injected') },
  injectsPlaintextLater: { STARTTLS: goAhead(['wait', 20], ...say('250 injected')) },
  tempfail454: {},
  garbage8bit: { connected: [['say', garbage]] },
  busy421: { connected: [...say('421 4.7.0 Too many connections from your address'), ['close']] },
  rejects554: { connected: say('554 5.7.1 No mail service here') },
  helloRefusedHeloOk: { EHLO: say('502 5.5.1 EHLO not implemented') },
  maskedBanner: {
    connected: say('220 ***********************************0*2******0***************'),
    EHLO: say('250-mx.demo.test', '250-XXXXXXXA', '250 XXXB'),
  },
  htmlBanner: { connected: say('220 <script>alert(1)</script>\u001b[31m \u202egnp.exe') },
  ssh: {
    connected: say(
      'SSH-2.0-OpenSSH_9.6 and-a-secret-that-must-not-be-read-through-the-console-whatever-comes',
    ),
  },
  mustStartTls: { EHLO: say('250 mx.demo.test'), MAIL: say('530 5.7.0 Must issue a STARTTLS command first') },
  mailboxFull: { RCPT: say('552 5.2.2 Mailbox full') },
  busy421AtRcpt: { RCPT: [...say('421 4.3.2 Closing, come back later'), ['close']] },
  closesAtRcpt: { RCPT: [['close']] },
  dataRefused: { message: say('552 5.3.4 Message too big') },
} as const satisfies Record<string, Script>;

export type RawKind = keyof typeof SCRIPTS;
