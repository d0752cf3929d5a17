import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPLY_BOUNDS, ReplyReader } from './reply-reader';

function read(...chunks: (string | Uint8Array)[]) {
  const reader = new ReplyReader();
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return reader.next();
}

/** All that a reader makes of `chunks`, asked after each one. */
function readAll(chunks: readonly Uint8Array[]) {
  const reader = new ReplyReader();
  const answers = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let next = reader.next(); next; next = reader.next()) {
      answers.push(next);
      if (!next.ok) return answers;
    }
  }
  return answers;
}

describe('Reading a server’s reply', () => {
  test.each([
    ['one line', '220 mx ready\r\n', { code: 220, lines: ['mx ready'] }],
    ['the code alone', '250\r\n', { code: 250, lines: [''] }],
    ['a bare line feed, as some send', '250 ok\n', { code: 250, lines: ['ok'] }],
    [
      'several lines',
      '250-mx\r\n250-STARTTLS\r\n250 SIZE\r\n',
      { code: 250, lines: ['mx', 'STARTTLS', 'SIZE'] },
    ],
    [
      'an enhanced code',
      '550 5.1.1 User unknown\r\n',
      { code: 550, enhanced: '5.1.1', lines: ['5.1.1 User unknown'] },
    ],
    [
      'an enhanced code of another class is just text',
      '550 2.0.0 hm\r\n',
      { code: 550, lines: ['2.0.0 hm'] },
    ],
    ['an enhanced code alone', '250 2.0.0\r\n', { code: 250, enhanced: '2.0.0', lines: ['2.0.0'] }],
    [
      'an enhanced code of three digits each',
      '451 4.7.500 Server busy\r\n',
      { code: 451, enhanced: '4.7.500', lines: ['4.7.500 Server busy'] },
    ],
    ['leading zeros make no enhanced code', '550 5.01.1 hm\r\n', { code: 550, lines: ['5.01.1 hm'] }],
    ['four digits make no enhanced code', '550 5.7.1234 hm\r\n', { code: 550, lines: ['5.7.1234 hm'] }],
    ['a comma makes no enhanced code', '550 5.7.1, hm\r\n', { code: 550, lines: ['5.7.1, hm'] }],
    ['an enhanced code further on', '550 sorry 5.1.1 hm\r\n', { code: 550, lines: ['sorry 5.1.1 hm'] }],
    ['a class that no reply has', '354 3.0.0 go\r\n', { code: 354, lines: ['3.0.0 go'] }],
    ['a version that looks like one', '250 4.96.1.2 hm\r\n', { code: 250, lines: ['4.96.1.2 hm'] }],
    ['control characters', '220 \x1b[2J\x00é\r\n', { code: 220, lines: ['\\x1b[2J\\x00\\xc3\\xa9'] }],
  ])('%s', (_what, text, reply) => {
    expect(read(text)).toEqual({ ok: true, value: reply });
  });

  test.each([
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n', 'SSH-2.0-OpenSSH_9.6'],
    ['a web server', 'HTTP/1.1 400 Bad Request\r\nServer: x\r\n', 'HTTP/1.1 400 Bad Request'],
    ['an unheard-of code', '199 hello\r\n', '199 hello'],
    ['no blank after the code', '220hello\r\n', '220hello'],
    ['two codes in one reply', '250-a\r\n251 b\r\n', '251 b'],
    ['an empty line', '\r\n', ''],
    ['binary without a line end', Uint8Array.from({ length: 100 }, () => 0xff), `${'\\xff'.repeat(14)}...`],
  ])('%s is no SMTP', (_what, text, sample) => {
    expect(read(text)).toEqual({ ok: false, failure: { kind: 'notSmtp', sample } });
  });

  test.each([
    ['line', [`220 ${'a'.repeat(REPLY_BOUNDS.lineBytes)}`]],
    ['reply', Array<string>(101).fill('220-x\r\n')],
    ['reply', Array<string>(20).fill(`220-${'x'.repeat(1_000)}\r\n`)],
    ['session', Array<string>(140).fill(`220 ${'x'.repeat(1_000)}\r\n`)],
  ] as const)('too long: %s', (what, chunks) => {
    const answers = readAll(chunks.map((chunk) => Buffer.from(chunk)));
    expect(answers.at(-1)).toEqual({ ok: false, failure: { kind: 'tooLong', what } });
  });

  test('the start of a reply is waited for; other leftovers are told apart', () => {
    for (const start of ['', '2', '22', '220', '220 m', '220-'])
      expect([read(start), leftoverOf(start)]).toEqual([undefined, undefined]);
    expect(leftoverOf('+OK POP3')).toEqual({ ok: false, failure: { kind: 'notSmtp', sample: '+OK POP3' } });
  });

  test('knows of bytes behind the reply', () => {
    const reader = new ReplyReader();
    reader.push(Buffer.from('220 go\r\n250 injected\r\n'));
    reader.next();
    expect(reader.hasUnread).toBe(true);
  });

  test('any bytes in any pieces: no throw, bounded printable text, and the same answers as in one piece', () => {
    const line = fc
      .tuple(
        fc.constantFrom('220', '250', '550', '9', 'x'),
        fc.constantFrom('-', ' ', ''),
        fc.string(),
        fc.constantFrom('\r\n', '\n', ''),
      )
      .map((parts) => Buffer.from(parts.join('')));
    const piece = fc.oneof(fc.uint8Array({ maxLength: 200 }), line);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const answers = readAll(pieces);
        const whole = readAll([Buffer.concat(pieces)]);
        expect(answers).toEqual(whole);
        expect(JSON.stringify(answers)).toMatch(/^[\x20-\x7e]*$/);
      }),
      { numRuns: 300 },
    );
  });
});

function leftoverOf(text: string) {
  const reader = new ReplyReader();
  reader.push(Buffer.from(text));
  reader.next();
  return reader.leftover();
}
