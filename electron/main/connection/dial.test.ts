import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer, Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { shown } from '#shared/problem.fixture.ts';
import { describeFailure, type Failure } from '#core/assemblyai/failure.ts';
import { patient } from '../../../test/support/patient.ts';
import { dial, type SocketEvent } from './dial.ts';
import { afterwards, cleanUp, connect, key, listen, serve, settle, texts } from './dial.fixture.ts';

afterEach(cleanUp);

/** A raw server that answers everything with these bytes. */
const answerWith = async (bytes: string): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  return `ws://127.0.0.1:${await listen(server)}`;
};

test('the key travels unchanged in its header and never in the address', async () => {
  const requests: IncomingMessage[] = [];
  connect(await serve((_socket, request) => requests.push(request)));
  await vi.waitFor(() => expect(requests).toHaveLength(1), patient);
  const [request] = requests;
  expect(request?.headers).toMatchObject({
    authorization: key,
    'assemblyai-version': '2025-05-12',
    'user-agent': 'AssemblyAI/1.0 (integration=CaptionKey)',
  });
  expect(request?.url).toBe('/v3/ws?speech_model=m');
});

test('text and binary frames keep their kind and order', async () => {
  const received: [string, boolean][] = [];
  const url = await serve((socket) => {
    socket.on('message', (data: Buffer, isBinary) => {
      received.push([data.toString('hex'), isBinary]);
    });
    socket.send('go');
  });
  const { connection, events } = connect(url);
  await vi.waitFor(() => expect(events).toHaveLength(1), patient);
  connection.sendBinary(new Uint8Array([1, 255]).subarray(0));
  connection.sendText('{}');
  await vi.waitFor(
    () =>
      expect(received).toEqual([
        ['01ff', true],
        ['7b7d', false],
      ]),
    patient,
  );
});

test('garbage is reported as text, and binary frames are ignored', async () => {
  const url = await serve((socket) => {
    socket.send(Buffer.from([1, 2, 3]));
    socket.send('{"type":');
    socket.send('');
    socket.send(Buffer.alloc(0));
    socket.send('end');
  });
  const { events } = connect(url);
  await vi.waitFor(() => expect(texts(events)).toEqual(['{"type":', '', 'end']), patient);
});

test('a message of every size that the service sends arrives', async () => {
  const long = 'x'.repeat(3 * 1024 * 1024);
  const { events } = connect(await serve((socket) => socket.send(long)));
  await vi.waitFor(() => expect(texts(events)).toEqual([long]), patient);
});

test('a close is reported once, with its code and reason', async () => {
  const { events } = connect(await serve((socket) => socket.close(3008, 'expired')));
  await vi.waitFor(
    () => expect(texts(events)).toEqual([{ cause: 'closed', code: 3008, text: 'expired' }]),
    patient,
  );
  await settle();
  expect(events).toHaveLength(1);
});

test('a connection that is cut is lost', async () => {
  const { events } = connect(await serve((socket) => socket.terminate()));
  await vi.waitFor(() => expect(texts(events)).toEqual([{ cause: 'closed', code: 1006 }]), patient);
});

test.each([
  ['a message beyond every measure', (socket: WebSocket) => socket.send('x'.repeat(5 << 20))],
  ['a broken frame', (socket: WebSocket) => rawSocketOf(socket).write(Buffer.alloc(64, 0xff))],
])('%s ends the connection as lost, once', async (_what, misbehave) => {
  const { events } = connect(await serve(misbehave));
  await vi.waitFor(() => expect(texts(events)).toEqual([{ cause: 'closed', code: 1006 }]), patient);
  await settle();
  expect(events).toHaveLength(1);
});

test.each([401, 403, 404, 429, 500])(
  'HTTP %d during the upgrade is reported with its status',
  async (status) => {
    const http = createHttpServer();
    http.on('upgrade', (_request, socket) => {
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nno`);
    });
    const { events } = connect(`ws://127.0.0.1:${await listen(http)}`);
    const failure = { cause: 'refused', httpStatus: status };
    await vi.waitFor(() => expect(texts(events)).toEqual([failure]), patient);
    await settle();
    expect(events).toHaveLength(1);
  },
);

test('Retry-After of an answer is reported', async () => {
  const url = await answerWith('HTTP/1.1 429 No\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n');
  const { events } = connect(url);
  const failure = { cause: 'refused', httpStatus: 429, retryAfterMs: 7_000 };
  await vi.waitFor(() => expect(texts(events)).toEqual([failure]), patient);
});

test('a redirect is not followed, so the key stays with its host', async () => {
  const elsewhere = vi.fn();
  const target = await serve(elsewhere);
  const url = await answerWith(`HTTP/1.1 302 Found\r\nLocation: ${target}\r\n\r\n`);
  const { events } = connect(url);
  await vi.waitFor(
    () => expect(texts(events)).toEqual([{ cause: 'refused', httpStatus: 302 }]),
    patient,
  );
  expect(elsewhere).not.toHaveBeenCalled();
});

test('a closed port is unreachable, with the system’s short name of the error', async () => {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  const { events } = connect(`ws://127.0.0.1:${port}`);
  const failure = { cause: 'unreachable', reason: 'ECONNREFUSED' };
  await vi.waitFor(() => expect(texts(events)).toEqual([failure]), patient);
});

const wrongAccept =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Accept: wrong\r\n\r\n';

const wrongUpgrade = wrongAccept.replace('Upgrade: websocket', 'Upgrade: h2c');

test.each([
  ['not HTTP at all\r\n\r\n', 'HPE_INVALID_CONSTANT', 'answered-otherwise'],
  ['SSH-2.0-OpenSSH_9.9\r\n', 'HPE_INVALID_CONSTANT', 'answered-otherwise'],
  [wrongAccept, 'NO_WEBSOCKET', 'blocked'],
  [wrongUpgrade, 'NO_WEBSOCKET', 'blocked'],
  ['', 'ECONNRESET', 'unreachable'],
])('a host that answers %j is unreachable by %s, and %s', async (answer, reason, code) => {
  const { events } = connect(await answerWith(answer));
  const failure: Failure = { cause: 'unreachable', reason };
  await vi.waitFor(() => expect(texts(events)).toEqual([failure]), patient);
  expect(describeFailure(failure, { host: 'x', model: 'u3-rt-pro' }).code).toBe(code);
});

test.each([
  ['an address that is none', 'ws://', key, 'ERR_INVALID_URL'],
  ['a scheme other than ws and wss', 'ftp://127.0.0.1', key, 'SyntaxError'],
  ['a key that fits into no header', 'ws://127.0.0.1:9', 'a\nkey', 'ERR_INVALID_CHAR'],
])('%s is a sentence, which is reported after dialling', async (_what, url, own, reason) => {
  const events: SocketEvent[] = [];
  const connection = dial(url, own, (event) => events.push(event));
  expect(events).toEqual([]);
  connection.sendText('into nothing');
  connection.sendBinary(new Uint8Array(2));
  await vi.waitFor(
    () =>
      expect(shown(texts(events))).toEqual([
        {
          cause: 'unavailable',
          problem: {
            code: 'cannot-dial',
            sentence: `CaptionKey cannot open a connection (${reason}). Check the API key and CAPTIONKEY_STREAMING_URL.`,
          },
        },
      ]),
    patient,
  );
  const closed: SocketEvent[] = [];
  dial(url, own, (event) => closed.push(event)).close();
  await settle();
  expect(closed).toEqual([]);
});

test('frames before and after the open connection are dropped without an error', async () => {
  const { connection, events } = connect(await serve((socket) => socket.close(1012)));
  connection.sendText('too early');
  await vi.waitFor(() => expect(events).toHaveLength(1), patient);
  connection.sendText('too late');
  connection.sendBinary(new Uint8Array(2));
  await settle();
  expect(texts(events)).toEqual([{ cause: 'closed', code: 1012 }]);
});

test('nothing is reported after a close, also while connecting', async () => {
  const url = await serve((socket) => {
    socket.on('close', () => closed.push('closed'));
  });
  const closed: string[] = [];
  const { connection, events } = connect(url);
  connection.close();
  connection.close();
  await settle();
  expect(events).toEqual([]);

  const open = connect(await serve((socket) => socket.send('go')));
  await vi.waitFor(() => expect(open.events).toHaveLength(1), patient);
  open.connection.close();
  open.connection.sendText('too late');
  await settle();
  expect(open.events).toHaveLength(1);
});

test('a host that does not answer a close is cut off', async () => {
  const closed = vi.fn();
  const http = createHttpServer().on('upgrade', ({ headers }, socket) => {
    const accept = createHash('sha1')
      .update(`${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(wrongAccept.replace('wrong', accept));
    socket.write(Buffer.from([0x81, 2, 0x67, 0x6f]));
    socket
      .resume()
      .on('end', closed)
      .on('error', () => undefined);
  });
  const { connection, events } = connect(`ws://127.0.0.1:${await listen(http)}`);
  await vi.waitFor(() => expect(texts(events)).toEqual(['go']), patient);
  connection.close();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled(), 5_000);
});

/** The socket below, which the types of ws do not show. */
function rawSocketOf(socket: WebSocket): Socket {
  const below: unknown = Reflect.get(socket, '_socket');
  if (!(below instanceof Socket)) throw new Error('ws keeps its socket elsewhere.');
  return below;
}

test('a key that the service repeats is removed', async () => {
  const longKey = '0123456789abcdef0123456789abcdef';
  const url = await serve((socket) => socket.send(`No ${longKey}, no ${longKey} here.`));
  const events: SocketEvent[] = [];
  const connection = dial(url, longKey, (event) => events.push(event));
  afterwards(() => connection.close());
  await vi.waitFor(() => expect(texts(events)).toEqual(['No …, no … here.']), patient);

  const closing = await serve((socket) => socket.close(1008, `No ${longKey}`));
  const closes: SocketEvent[] = [];
  const refused = dial(closing, longKey, (event) => closes.push(event));
  afterwards(() => refused.close());
  const failure = { cause: 'closed', code: 1008, text: 'No …' };
  await vi.waitFor(() => expect(texts(closes)).toEqual([failure]), patient);
});
