// Sends one query to one DNS server, over UDP or TCP, and waits for what answers it. Holds no socket beyond its limit.
// A UDP socket is connected, so that the kernel lets nothing through but the server's own address and port.
import { createSocket } from 'node:dgram';
import { connect, isIP } from 'node:net';
import type { DnsReply, RecordType } from './dns-message';
import { errorCode } from './socket-failure';

export type DnsServer = Readonly<{ address: string; port: number }>;

/** One question under way. `read` is undefined for bytes that answer something else. */
export type Exchange<T extends RecordType> = Readonly<{
  server: DnsServer;
  query: Buffer;
  read: (bytes: Buffer) => DnsReply<T> | undefined;
  limitMs: number;
  /** Whoever empties this set ends the exchanges in it. */
  open: Set<() => void>;
}>;

const LENGTH_BYTES = 2;

/** Each exchange has a socket of its own, and so a port that nobody can guess (RFC 5452). */
export function exchangeOverUdp<T extends RecordType>(exchange: Exchange<T>): Promise<DnsReply<T>> {
  const { server, query, read } = exchange;
  return settled(exchange, (settle) => {
    const socket = createSocket(isIP(server.address) === 6 ? 'udp6' : 'udp4');
    socket.on('message', (bytes) => settle(read(bytes)));
    socket.on('error', (error) => settle(trouble(errorCode(error))));
    socket.once('connect', () => socket.send(query));
    socket.connect(server.port, server.address);
    return () => void socket.close();
  });
}

/** RFC 7766: the same message behind its length. */
export function exchangeOverTcp<T extends RecordType>(exchange: Exchange<T>): Promise<DnsReply<T>> {
  const { server, query, read } = exchange;
  return settled(exchange, (settle) => {
    const socket = connect({ host: server.address, port: server.port, noDelay: true });
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const end = received.length < LENGTH_BYTES ? undefined : LENGTH_BYTES + received.readUInt16BE(0);
      if (end !== undefined && received.length >= end)
        settle(read(received.subarray(LENGTH_BYTES, end)) ?? trouble('EBADRESP'));
    });
    socket.on('error', (error) => settle(trouble(errorCode(error))));
    socket.once('close', () => settle(trouble('ECONNRESET')));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(query.length);
    socket.write(Buffer.concat([length, query]));
    return () => void socket.destroy();
  });
}

const trouble = (code: string) => ({ kind: 'trouble', code }) as const;

/** Waits for the first reply, `limitMs` at most. `begin` returns what closes its socket, called exactly once. */
function settled<T extends RecordType>(
  { limitMs, open }: Exchange<T>,
  begin: (settle: (reply: DnsReply<T> | undefined) => void) => () => void,
): Promise<DnsReply<T>> {
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (reply: DnsReply<T> | undefined): void => {
      if (!reply || isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      open.delete(cancel);
      close();
      resolve(reply);
    };
    const cancel = (): void => settle(trouble('ECANCELLED'));
    const timer = setTimeout(() => settle(trouble('ETIMEOUT')), limitMs);
    open.add(cancel);
    const close = begin(settle);
  });
}
