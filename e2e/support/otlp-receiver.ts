// A receiver of OpenTelemetry's spans on loopback: keeps what comes, answers that all is well (OTLP/HTTP).
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OtlpReceiver = Readonly<{
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  endpoint: string;
  /** All that came to /v1/traces, as bytes read for their texts: protobuf writes those as they are. */
  text: () => string;
  close: () => void;
}>;

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      if (request.url === '/v1/traces') received.push(chunk);
    });
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => Buffer.concat(received).toString('latin1'),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
