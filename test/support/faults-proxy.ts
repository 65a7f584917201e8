import { once } from 'node:events';
import { createServer, STATUS_CODES } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { closeWithConnections } from '../../electron/demo-server/close-server.ts';
import { linkWithFaults } from './faults-link.ts';
import type { Fault, LinkFault, UpgradeFault } from './faults.ts';
import { portOf } from '../../tools/port-of.ts';

/** A proxy in front of the demo server that causes faults. */
export interface FaultyProxy {
  /** Replaces the server's URL. */
  url: string;
  /** The number of attempted connections. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * Starts a proxy in front of a demo server; without faults it passes everything on unchanged.
 *
 * @param target the server's `ws:` URL
 */
export async function startFaultyProxy(target: string, faults: Fault[]): Promise<FaultyProxy> {
  const http = createServer();
  // Pings are the server's to answer, so that a stalled connection answers none.
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  const close = closeWithConnections(http);
  let tried = 0;

  http.on('upgrade', (request, connection, head) => {
    const own = faults.filter((fault) => (fault.connection ?? 0) === tried);
    tried += 1;
    connection.on('error', () => connection.destroy());
    const onUpgrade = own.find(isUpgradeFault);
    if (onUpgrade?.do === 'drop') connection.destroy();
    if (onUpgrade) return;

    const { authorization } = request.headers;
    const { search } = new URL(request.url ?? '/', target);
    const server = new WebSocket(`${target}${search}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    server.on('error', () => connection.destroy());
    server.on('unexpected-response', (_request, { statusCode = 500 }) => {
      const reason = STATUS_CODES[statusCode] ?? '';
      connection.end(`HTTP/1.1 ${statusCode} ${reason}\r\nConnection: close\r\n\r\n`);
    });
    server.on('open', () => {
      sockets.handleUpgrade(request, connection, head, (client) => {
        client.on('error', () => client.terminate());
        linkWithFaults(client, server, own.filter(isLinkFault));
      });
    });
  });

  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const port = portOf(http);
  return {
    url: `ws://127.0.0.1:${port}${new URL(target).pathname}`,
    connections: () => tried,
    close,
  };
}

const isUpgradeFault = (fault: Fault): fault is UpgradeFault => fault.at === 'upgrade';
const isLinkFault = (fault: Fault): fault is LinkFault => fault.at !== 'upgrade';
