import { once } from 'node:events';
import { createServer, STATUS_CODES } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { closeWithConnections } from '../../electron/demo-server/close-server.ts';
import { portOf } from '../../tools/port-of.ts';

/** An HTTP proxy like those of companies. */
export interface ConnectProxy {
  /** `host:port`. */
  host: string;
  /** The requested targets, with their credentials. */
  requests: { target: string; credentials: string | undefined }[];
  close(): Promise<void>;
}

/**
 * Starts a proxy on loopback that takes every host for this machine, so that a test can name one
 * that is not there.
 *
 * @param port where everything is connected to
 * @param refusal the status with which it refuses instead; null to cut the connection
 */
export async function startConnectProxy(
  port: number,
  refusal?: number | null,
): Promise<ConnectProxy> {
  const requests: ConnectProxy['requests'] = [];
  const http = createServer();
  const close = closeWithConnections(http);
  http.on('connect', ({ url, headers }, client: Duplex, head) => {
    client.on('error', () => client.destroy());
    requests.push({ target: url ?? '', credentials: headers['proxy-authorization'] });
    if (refusal === null) client.destroy();
    else if (refusal !== undefined)
      client.end(`HTTP/1.1 ${refusal} ${STATUS_CODES[refusal] ?? ''}\r\nContent-Length: 0\r\n\r\n`);
    else {
      const server = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.write(head);
        client.pipe(server).pipe(client);
      });
      server.on('error', () => server.destroy());
      client.on('close', () => server.destroy());
    }
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    host: `127.0.0.1:${portOf(http)}`,
    requests,
    close,
  };
}
