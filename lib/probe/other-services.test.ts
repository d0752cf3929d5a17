import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { planFor, run } from '../../e2e/support/smart-hosts/probe-run';
import { createRawHost } from '../../e2e/support/smart-hosts/raw-host';
import type { Script, Step } from '../../e2e/support/smart-hosts/raw-scripts';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';

/** As much of a service's words as may be shown, then what must stay its own. */
const SHOWN = 'x'.repeat(60);
const SECRET = 'A-SECRET-OF-ANOTHER-SERVICE';

const say = (text: string): readonly Step[] => [['say', text]];
const greeting = say('220 mx.contoso.test ready\r\n');

/** What services that are not mail servers say when somebody connects, or answers when they are spoken to. */
const SERVICES: readonly (readonly [string, Script])[] = [
  ['SSH', { connected: say(`SSH-2.0-${SHOWN} ${SECRET}\r\n${SECRET}\r\n`) }],
  ['Redis', { connected: say(`-ERR ${SHOWN} ${SECRET}\r\n$300\r\n${SECRET}\r\n`) }],
  ['IMAP', { connected: say(`* OK ${SHOWN} ${SECRET}\r\n`) }],
  ['POP3', { connected: say(`+OK ${SHOWN}${SECRET}\r\n`) }],
  ['MySQL', { connected: say(`J\u0000\u0000\u0000\n8.0.35\u0000${SHOWN}${SECRET}`) }],
  ['JSON without a line end', { connected: say(`{"token":"${SHOWN}${SECRET}`) }],
  [
    'one that speaks in small pieces',
    { connected: [...`${SHOWN}${SHOWN}${SECRET}`].flatMap((letter) => say(letter)) },
  ],
  ['one that begins like SMTP', { connected: say(`220-hello\r\n${SHOWN} ${SECRET}\r\n220 ${SECRET}\r\n`) }],
  ['one whose lines have other codes', { connected: say(`220-hello\r\n300 ${SHOWN} ${SECRET}\r\n`) }],
  [
    'HTTP behind a greeting',
    { connected: greeting, EHLO: say(`HTTP/1.1 400 Bad Request ${SHOWN}\r\n\r\n${SECRET}`) },
  ],
  ['one that goes on talking behind its greeting', { connected: say(`220 hello\r\n${SHOWN} ${SECRET}\r\n`) }],
  ['one that answers STARTTLS with its own', { STARTTLS: say(`220 go ahead\r\n${SHOWN} ${SECRET}\r\n`) }],
];

test.each(SERVICES)(
  '%s gives away sixty characters at most, wherever a report could show them',
  async (_, script) => {
    const { server, close } = createRawHost(
      script,
      await (await testCa()).issue('valid', ['mx.demo.test']),
      [],
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(close);
    const { port } = server.address() as AddressInfo;
    const report = await run(planFor({ address: '127.0.0.1', port }));
    expect(report.failures).not.toEqual([]);
    const told = JSON.stringify(report.events);
    expect(told).not.toContain('SECRET');
    expect(Math.max(0, ...[...told.matchAll(/x+/g)].map(([run]) => run.length))).toBeLessThanOrEqual(60);
  },
);
