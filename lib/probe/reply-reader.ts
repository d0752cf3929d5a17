// Reads SMTP replies (RFC 5321 section 4.2) from bytes as they come. Bounded; never throws, whatever the bytes are.
import type { Reply } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { escapeText } from './escape';

/** The most that a server may say: RFC 5321 section 4.5.3.1.5 asks for 512 octets a line. */
export const REPLY_BOUNDS = { lineBytes: 2_048, replyBytes: 16_384, replyLines: 100, sessionBytes: 131_072 };

/** Characters shown of one reply line, and of bytes that are no reply at all. */
const SHOWN_LINE = 1_000;
const SHOWN_SAMPLE = 60;

const LF = 0x0a;
const REPLY_LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;
const MAY_BECOME_REPLY = /^(?:[2-5](?:\d(?:\d(?:[ -].*|\r)?)?)?)?$/s;

/** One connection's incoming half. Push bytes, take replies; after a failure nothing more is read. */
export class ReplyReader {
  #unread: Buffer = Buffer.alloc(0);
  /** Bytes of `#unread` known to hold no line end: a drip must not be scanned again and again. */
  #scanned = 0;
  #sessionBytes = 0;
  #replyBytes = 0;
  #code: string | undefined;
  #lines: string[] = [];
  #failure: Answer<never> | undefined;

  push(chunk: Uint8Array): void {
    if (this.#failure) return;
    this.#sessionBytes += chunk.length;
    if (this.#sessionBytes > REPLY_BOUNDS.sessionBytes) this.#fail('session');
    else this.#unread = this.#unread.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#unread, chunk]);
  }

  /** The next whole reply, or why there can be none; undefined while more bytes are needed. */
  next(): Answer<Reply> | undefined {
    for (;;) {
      if (this.#failure) return this.#failure;
      const line = this.#nextLine();
      if (line === undefined) return this.#failure;
      const reply = this.#addLine(line);
      if (reply) return reply;
    }
  }

  /** A reader for the same connection under TLS: nothing said in clear text is kept but its amount. */
  afterTls(): ReplyReader {
    const reader = new ReplyReader();
    reader.#sessionBytes = this.#sessionBytes;
    return reader;
  }

  /** True where bytes wait that no taken reply has used up. */
  get hasUnread(): boolean {
    return this.#unread.length > 0 || this.#lines.length > 0;
  }

  /** At the end of patience: says so where the bytes that did come could not have become a reply. */
  leftover(): Answer<never> | undefined {
    return MAY_BECOME_REPLY.test(this.#unread.toString('latin1')) ? undefined : this.#notSmtp(this.#unread);
  }

  #nextLine(): Buffer | undefined {
    const end = this.#unread.indexOf(LF, this.#scanned);
    const length = end === -1 ? this.#unread.length : end + 1;
    if (length > REPLY_BOUNDS.lineBytes) {
      this.#fail('line');
      return undefined;
    }
    if (end === -1) {
      this.#scanned = this.#unread.length;
      // Enough for the sample: what can't become a reply need not be waited for.
      if (length > SHOWN_SAMPLE) this.leftover();
      return undefined;
    }
    const withoutLf = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end + 1);
    this.#scanned = 0;
    this.#replyBytes += length;
    return withoutLf.at(-1) === 0x0d ? withoutLf.subarray(0, -1) : withoutLf;
  }

  #addLine(line: Buffer): Answer<Reply> | undefined {
    const [, code, separator, text] = REPLY_LINE.exec(line.toString('latin1')) ?? [];
    if (code === undefined || (this.#code !== undefined && this.#code !== code)) return this.#notSmtp(line);
    this.#code = code;
    this.#lines.push(text ?? '');
    const isTooLong =
      this.#lines.length > REPLY_BOUNDS.replyLines || this.#replyBytes > REPLY_BOUNDS.replyBytes;
    if (isTooLong) return this.#fail('reply');
    if (separator === '-') return undefined;
    const reply = toReply(code, this.#lines);
    this.#code = undefined;
    this.#lines = [];
    this.#replyBytes = 0;
    return got(reply);
  }

  #fail(what: 'line' | 'reply' | 'session'): Answer<never> {
    this.#failure = failed({ kind: 'tooLong', what });
    return this.#failure;
  }

  #notSmtp(bytes: Buffer): Answer<never> {
    this.#failure = failed({
      kind: 'notSmtp',
      sample: escapeText(bytes.subarray(0, SHOWN_SAMPLE + 1), SHOWN_SAMPLE),
    });
    return this.#failure;
  }
}

/** RFC 3463 section 2: up to three digits without leading zeros; a blank must follow (RFC 2034 section 4). */
const ENHANCED = /^[245](?:\.(?:0|[1-9]\d{0,2})){2}(?= |$)/;

/** The class repeats the code's first digit, else it is just text that looks alike. */
function toReply(code: string, lines: readonly string[]): Reply {
  const [enhanced] = ENHANCED.exec(lines[0] ?? '') ?? [];
  return {
    code: Number(code),
    ...(enhanced?.[0] === code[0] && enhanced !== undefined && { enhanced }),
    lines: lines.map((line) => escapeText(line, SHOWN_LINE)),
  };
}
