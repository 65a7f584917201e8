import {
  createServer as createHttpServer,
  STATUS_CODES,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { IntakePace } from './audio-intake.ts';
import { closeWithConnections } from './close-server.ts';
import { authorize, type Permit } from './credentials/authorize.ts';
import { answerTokenRequest, tokenPath } from './credentials/token-endpoint.ts';
import { Tokens } from './credentials/tokens.ts';
import type { Interference } from './interference.ts';
import { parseQuery } from './parameters/settings.ts';
import type { Recording } from './recording.ts';
import { refuse, unauthorized } from './refusal.ts';
import { serve, type Observer } from './session.ts';
import { templatesOf } from './word-spotter/template.ts';

export interface DemoServerOptions extends Observer {
  /** What clients have to send in `Authorization`. */
  key: string;
  recording: Recording;
  /** PEM; without it the server speaks `ws:`. */
  tls?: { key: string; cert: string };
  /** The time from the connection to Begin; 0 by default. The service takes more than a second. */
  beginDelayMs?: number;
  /** How fast audio is processed, and how much may wait. By default, as in the service. */
  pace?: IntakePace;
  /** The HTTP status that refuses the upgrade on a wrong credential. By default, 1008 after it. */
  wrongKeyStatus?: 401 | 403;
  /** The model that Begin names instead of the requested one. */
  runsInstead?: string;
  /** The text of the refusal of a wrong key. By default, the service's. */
  wrongKeyReason?: string;
  /** What a test changes between the server and its client. */
  interference?: Interference;
  /** The longest session. By default, 3 hours. */
  maxSessionSeconds?: number;
  /** How many sessions may be open at once, and the code that refuses more. By default, no limit. */
  concurrency?: { maxSessions: number; code: 1008 | 3009 };
  /** How long a second of the session limits lasts; shorter in tests. */
  secondMs?: number;
}

export interface DemoServer {
  /** For example `ws://127.0.0.1:40123/v3/ws`. */
  url: string;
  port: number;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

const sessionPath = '/v3/ws';
const largestMessageBytes = 128 * 1024;
/** The limit of many front ends. Node answers 431 to a longer head. */
const longestHeadBytes = 8 * 1024;

/**
 * Starts a server of the streaming protocol on a free port of 127.0.0.1.
 *
 * @throws an Error if the port cannot be opened or the certificate cannot be read
 */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { key, recording, tls, concurrency, wrongKeyStatus, runsInstead } = options;
  const { wrongKeyReason = 'Missing or invalid API key' } = options;
  const { interference = {} } = options;
  const { beginDelayMs = 0, maxSessionSeconds = 3 * 3_600, secondMs = 1_000 } = options;
  const templates = templatesOf(recording);
  const tokens = new Tokens(() => performance.now());
  const sentKey = ({ headers: { authorization } }: IncomingMessage): string | undefined =>
    interference.authorization ? interference.authorization(authorization) : authorization;
  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    if (pathOf(request) === tokenPath)
      answerTokenRequest(request, response, { key, tokens, authorization: sentKey(request) });
    else response.writeHead(404).end();
  };
  const limits = { maxHeaderSize: longestHeadBytes };
  const http = tls
    ? createHttpsServer({ ...tls, ...limits }, respond)
    : createHttpServer(limits, respond);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });
  let openSessions = 0;

  const admit = (socket: WebSocket, query: URLSearchParams, permit: Permit | undefined): void => {
    const parameters = parseQuery(interference.query?.(query) ?? query);
    if (!permit) refuse(socket, unauthorized(1008, wrongKeyReason));
    else if ('error' in parameters) refuse(socket, { code: 3006, error: parameters.error });
    else if (concurrency && openSessions >= concurrency.maxSessions) {
      refuse(socket, unauthorized(concurrency.code, 'Too many concurrent sessions'));
    } else {
      openSessions += 1;
      socket.on('close', () => (openSessions -= 1));
      const { maxSessionSeconds } = permit;
      const limits = { beginDelayMs, maxSessionSeconds, secondMs };
      const { configuration, ...value } = parameters.value;
      const said = { ...configuration, model: runsInstead ?? configuration.model };
      serve(socket, { ...options, ...limits, ...value, configuration: said, templates, query });
    }
  };

  const close = closeWithConnections(http);
  http.on('upgrade', (request, connection, head) => {
    // An unhandled error of a connection that the client closes would end the server.
    connection.on('error', () => connection.destroy());
    const url = URL.parse(request.url ?? '/', 'ws://localhost');
    if (url?.pathname !== sessionPath) {
      refuseUpgrade(connection, 404);
      return;
    }
    const query = url.searchParams;
    const credentials = { key, tokens, maxSessionSeconds };
    const permit = authorize(sentKey(request), query.get('token'), credentials);
    if (!permit && wrongKeyStatus) {
      refuseUpgrade(connection, wrongKeyStatus);
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      // On a framing error, ws ends the connection, so no answer can be sent.
      socket.on('error', () => socket.terminate());
      admit(socket, query, permit);
    });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', resolve);
  });
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}${sessionPath}`,
    port,
    close,
  };
}

const pathOf = ({ url }: IncomingMessage): string | undefined =>
  URL.parse(url ?? '/', 'http://localhost')?.pathname;

const refuseUpgrade = (connection: Duplex, status: number): void => {
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
};
