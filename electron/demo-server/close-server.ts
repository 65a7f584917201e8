import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes a server's end the end of all its connections. Node waits for those that were upgraded, and for
 * those that are upgraded while it waits.
 *
 * @param http a server that does not listen yet
 * @returns stops listening and cuts every connection; resolves when the port is free
 */
export function closeWithConnections(http: Server): () => Promise<void> {
  const connections = new Set<Socket>();
  http.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return async () => {
    http.close();
    for (const connection of connections) connection.destroy();
    await once(http, 'close');
  };
}
