import { WebSocket, type RawData } from 'ws';
import type { Failure } from '#core/streaming/failure.ts';
import { apiVersion } from '#core/streaming/address.ts';

/** A peer that does not answer a close is cut off: an open socket costs money. */
const closeTimeoutMs = 1_000;

export type SocketEvent =
  | { type: 'text'; text: string }
  /** The connection is gone, or never came to be. Nothing follows. */
  | { type: 'disconnected'; failure: Failure };

/** One connection to the service. After `close` it reports nothing more. */
export interface Connection {
  /** Sends a text frame. */
  sendText(text: string): void;
  /** Sends a binary frame. */
  sendBinary(bytes: Uint8Array): void;
  close(): void;
}

/**
 * The largest message taken from the service; the longest real one, a turn with all its words,
 * is some hundred kilobytes.
 */
const maxMessageBytes = 4 * 1024 * 1024;

/**
 * Opens a connection. The key travels in the Authorization header only, never in the address
 * (protocol: handshake).
 *
 * @param url a session's address, with its parameters
 * @param key the raw API key, without `Bearer`
 */
export function dial(url: string, key: string, listener: (event: SocketEvent) => void): Connection {
  const socket = new WebSocket(url, {
    headers: {
      Authorization: key,
      'AssemblyAI-Version': apiVersion,
      'User-Agent': 'AssemblyAI/1.0 (integration=CaptionKey)',
    },
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  let hasOpened = false;
  let isOver = false;
  const end = (failure: Failure): void => {
    if (isOver) return;
    isOver = true;
    listener({ type: 'disconnected', failure });
  };

  socket.on('open', () => {
    hasOpened = true;
  });
  socket.on('message', (data, isBinary) => {
    if (!isOver && !isBinary) listener({ type: 'text', text: withoutKey(textOf(data), key) });
  });
  socket.on('unexpected-response', (_request, response) => {
    end({ cause: 'refused', httpStatus: response.statusCode ?? 0 });
    socket.terminate();
  });
  socket.on('error', (error) => {
    end(hasOpened ? lost : { cause: 'unreachable', reason: reasonOf(error) });
  });
  socket.on('close', (code) => end({ cause: 'closed', code }));

  return {
    sendText: (text) => socket.send(text),
    sendBinary: (bytes) => socket.send(bytes),
    close: () => {
      isOver = true;
      socket.close();
      setTimeout(() => socket.terminate(), closeTimeoutMs).unref();
    },
  };
}

/** What a peer that breaks the protocol comes to: the connection cannot go on (RFC 6455: 1006). */
const lost: Failure = { cause: 'closed', code: 1006 };

/** With the default binary type of ws every message is one Buffer. */
const textOf = (data: RawData): string => (Buffer.isBuffer(data) ? data.toString() : '');

/** Real keys have 32 characters; what is shorter, such as that of the demo, may be a word. */
const minSecretLength = 16;

/** The service may repeat the key in an error; nothing that it says may carry it into a window. */
const withoutKey = (text: string, key: string): string =>
  key.length < minSecretLength ? text : text.replaceAll(key, '…');

/** The system's short name of an error, such as ECONNREFUSED; its message may hold addresses. */
function reasonOf(error: Error & { code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : error.name;
}
