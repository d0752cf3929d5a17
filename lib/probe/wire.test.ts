import { createSecureContext } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import { memorySocket, type ServerTurn } from './memory-socket-for-tests';
import { Run } from './run';
import { Transcript } from './transcript';
import { Wire } from './wire';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const says = (text: string, end?: ServerTurn['end']): ServerTurn => ({
  pieces: [Buffer.from(text)],
  ...(end && { end }),
});

/** A connection to a server whose turns are these. */
async function open(turns: readonly ServerTurn[]): Promise<Wire> {
  const run = new Run(SHORT_LIMITS, () => performance.now(), new AbortController().signal);
  const transcript = new Transcript({ left: 1_000 }, () => run.at());
  const target = { address: '192.0.2.25', port: 25 };
  const opened = await Wire.open(target, run, transcript, () => memorySocket(turns));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  closing.push(() => {
    opened.value.destroy();
    run.close();
  });
  return opened.value;
}

const TLS = { secureContext: createSecureContext() };

describe('A connection that breaks while nobody listens', () => {
  test('before the banner is waited for: the wait ends at once and says so', async () => {
    const reset = await open([{ pieces: [], end: 'fails' }]);
    expect(await reset.reply(1_000)).toMatchObject({ ok: false, failure: { kind: 'reset' } });
    const closed = await open([{ pieces: [], end: 'closes' }]);
    expect(await closed.reply(1_000)).toMatchObject({ ok: false, failure: { kind: 'closed' } });
  });

  test('with the go-ahead to STARTTLS: the handshake fails, and the process lives', async () => {
    const wire = await open([says('220 mx.demo.test\r\n'), says('220 Go ahead\r\n', 'fails')]);
    await wire.reply(1_000);
    wire.send('STARTTLS');
    expect(await wire.reply(1_000)).toMatchObject({ ok: true });
    expect(await wire.secure('starttls', TLS)).toMatchObject({
      ok: false,
      failure: { kind: 'tlsHandshake', code: 'ECONNRESET' },
    });
    expect(wire.inStep).toBe(false);
  });

  test.each([
    ['in silence', ''],
    ['behind bytes that are no TLS', 'What?\r\n'],
    ['behind a reply in clear text', '500 What?\r\n'],
    ['behind an alert', '\x15\x03\x01\x00\x02\x02\x28'],
  ])('during the handshake, %s', async (_, text) => {
    const wire = await open([
      says('220 mx.demo.test\r\n'),
      { pieces: [Buffer.from(text, 'latin1')], end: 'fails' },
    ]);
    await wire.reply(1_000);
    expect(await wire.secure('implicit', TLS)).toMatchObject({
      ok: false,
      failure: { kind: 'tlsHandshake' },
    });
    expect(wire.inStep).toBe(false);
  });
});
