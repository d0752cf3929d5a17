// The least that a dialogue with a server under STARTTLS takes in Node: no limits, no facts, no guard. What the probe is held against.
import { connect, type Socket } from 'node:net';
import { type SecureContext, connect as secure } from 'node:tls';

const END_OF_REPLY = /^\d{3} .*\r\n$/m;

/** Banner, EHLO, STARTTLS, EHLO, MAIL, RCPT, QUIT. Throws where the server does not answer as it should. */
export async function bareDialogue(port: number, secureContext: SecureContext): Promise<void> {
  const raw = connect({ host: '127.0.0.1', port, noDelay: true });
  await said(raw, '220');
  await command(raw, 'EHLO console.mailspan.test', '250');
  await command(raw, 'STARTTLS', '220');
  const socket = secure({
    socket: raw,
    secureContext,
    servername: 'mx.contoso.test',
    rejectUnauthorized: false,
  });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  await command(socket, 'EHLO console.mailspan.test', '250');
  await command(socket, 'MAIL FROM:<>', '250');
  await command(socket, 'RCPT TO:<ada@contoso.com>', '250');
  await command(socket, 'QUIT', '221');
  socket.destroy();
}

function command(socket: Socket, line: string, code: string): Promise<void> {
  socket.write(`${line}\r\n`);
  return said(socket, code);
}

function said(socket: Socket, code: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (error?: Error): void => {
      socket.off('data', onData).off('error', end).off('close', onClose);
      if (error) reject(error);
      else resolve();
    };
    const onClose = (): void => end(new Error('The server hung up.'));
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (END_OF_REPLY.test(text))
        end(text.startsWith(code) ? undefined : new Error(`The server said ${text}`));
    };
    socket.on('data', onData).on('error', end).on('close', onClose);
  });
}
