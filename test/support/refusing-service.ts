import { once } from 'node:events';
import { createServer, STATUS_CODES } from 'node:http';
import { WebSocketServer } from 'ws';
import type { HttpRow } from '../../electron/core/assemblyai/refusal-http-rows.fixture.ts';
import type { CloseRow } from '../../electron/core/assemblyai/refusal-rows.fixture.ts';
import { closeWithConnections } from '../../electron/demo-server/close-server.ts';
import { portOf } from '../../tools/port-of.ts';

/** How a session is refused: with an Error before the close, by the close alone, or on the upgrade. */
export type RefusalAnswer =
  { by: 'error'; row: CloseRow } | { by: 'close'; row: CloseRow } | { by: 'http'; row: HttpRow };

/** A service that refuses every session. */
export interface RefusingService {
  url: string;
  /** The current refusal. */
  answer: RefusalAnswer;
  close(): Promise<void>;
}

/** RFC 6455, 5.5: a close frame holds 123 bytes beside its code. */
const longestReasonBytes = 123;

export const fitsIntoClose = ({ text }: CloseRow): boolean =>
  Buffer.byteLength(text) <= longestReasonBytes;

export async function startRefusingService(answer: RefusalAnswer): Promise<RefusingService> {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const service = { url: '', answer, close: closeWithConnections(http) };
  http.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy());
    const { by, row } = service.answer;
    if (by === 'http') {
      const { number, headers = {}, body = '' } = row;
      const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const status = `${number} ${STATUS_CODES[number] ?? 'No'}`;
      connection.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${head}\r\n${body}`);
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      const { number, text } = row;
      if (by === 'error') {
        socket.send(JSON.stringify({ type: 'Error', error_code: number, error: text }));
        socket.close(number, 'See Error message for details');
      } else socket.close(number, text);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  service.url = `ws://127.0.0.1:${portOf(http)}`;
  return service;
}
