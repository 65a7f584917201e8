import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { WebSocketServer } from 'ws';
import type { Recording } from './recording.ts';
import { parseParameters } from './requests.ts';
import { refuse, serve, type Observer } from './session.ts';
import { makeTemplates } from './word-spotter/template.ts';

export interface DemoServerOptions extends Observer {
  /** What clients have to send in `Authorization`. */
  key: string;
  recording: Recording;
  /** PEM; without it the server speaks `ws:`. */
  tls?: { key: string; cert: string };
  /** The service takes more than a second from the connection to Begin; here it is at once. */
  beginDelayMs?: number;
}

export interface DemoServer {
  /** For example `ws://127.0.0.1:40123/v3/ws`. */
  url: string;
  port: number;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

const path = '/v3/ws';
const largestMessageBytes = 1 << 20;

/**
 * Starts the streaming protocol on a free port of 127.0.0.1.
 *
 * @throws Error when the port cannot be opened or the certificate cannot be read
 */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { key, recording, tls, beginDelayMs = 0 } = options;
  const templates = makeTemplates(recording);
  const notFound: Parameters<typeof createHttpServer>[1] = (_request, response) =>
    response.writeHead(404).end();
  const http = tls ? createHttpsServer(tls, notFound) : createHttpServer(notFound);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });

  http.on('upgrade', (request, connection, head) => {
    // A client that goes away while it is answered must not take the server with it.
    connection.on('error', () => connection.destroy());
    const url = URL.parse(request.url ?? '/', 'ws://localhost');
    if (url?.pathname !== path) {
      connection.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      // A client that breaks the framing is cut off by ws; there is nobody left to tell.
      socket.on('error', () => socket.terminate());
      const query = url.searchParams;
      const timing = parseParameters(query);
      if (request.headers.authorization !== key) {
        refuse(socket, 1008, 'The API key is missing or not valid.');
      } else if ('error' in timing) refuse(socket, 3006, timing.error);
      else serve(socket, { ...options, templates, timing: timing.value, query, beginDelayMs });
    });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', resolve);
  });
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}${path}`,
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
