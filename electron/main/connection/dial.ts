import { WebSocket, type RawData } from 'ws';
import { messages } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { bytesPerSample, samplesIn } from '#core/audio-format.ts';
import type { Failure } from '#core/assemblyai/failure.ts';
import { apiVersion } from '#core/assemblyai/address.ts';
import { notWebSocket, tlsAlert } from '#core/assemblyai/network-failure.ts';
import { watchLine } from './line-watch.ts';
import { proxyFor } from './proxy.ts';
import { parseRetryAfter } from './retry-after.ts';
import { mainTuning } from '../time/tuning.ts';

export type SocketEvent =
  | { type: 'text'; text: string }
  /** The connection has ended, or was never made. No event follows. */
  | { type: 'disconnected'; failure: Failure };

/** One connection to the service. After `close` it reports nothing more. */
export interface Connection {
  /** Sends a text frame. Does nothing if the connection is not open. */
  sendText(text: string): void;
  /** Sends a binary frame. Does nothing if the connection is not open. */
  sendBinary(bytes: Uint8Array): void;
  /**
   * Calls back once the service has answered, after everything that it sent before. Only the newest ping
   * calls back, and none if the connection is not open.
   */
  ping(onPong: () => void): void;
  close(): void;
}

/**
 * The largest message that is accepted. The longest real one, a turn with all its words, has some
 * hundred kilobytes.
 */
const maxMessageBytes = 4 * 1024 * 1024;

const maxUnsentBytes = samplesIn(mainTuning.maxUnsentMs) * bytesPerSample;

/**
 * Opens a connection, through the proxy that the environment names. The key travels in the Authorization
 * header only, never in the address. Every failure is reported to the listener after this returns.
 *
 * @param url a session's address, with its parameters
 * @param key the raw API key, without `Bearer`
 */
export function dial(url: string, key: string, listener: (event: SocketEvent) => void): Connection {
  try {
    return open(url, key, listener);
  } catch (error) {
    return failLater(
      { cause: 'unavailable', problem: problem('cannot-dial', { reason: reasonOf(error) }) },
      listener,
    );
  }
}

function open(url: string, key: string, listener: (event: SocketEvent) => void): Connection {
  const found = proxyFor(url);
  if (!found.ok) return failLater({ cause: 'unavailable', problem: found.problem }, listener);
  const proxy = found.value;
  const socket = new WebSocket(url, {
    headers: {
      Authorization: key,
      'AssemblyAI-Version': apiVersion,
      'User-Agent': 'AssemblyAI/1.0 (integration=CaptionKey)',
    },
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    ...(proxy !== null && { agent: proxy.agent }),
  });
  let hasOpened = false;
  let isOver = false;
  /** The status with which the proxy answered the CONNECT request; null before. */
  let proxyStatus: number | null = null;
  const end = (failure: Failure): void => {
    if (isOver) return;
    isOver = true;
    listener({ type: 'disconnected', failure });
  };
  const cutOff = (): void => {
    end({ cause: 'stalled' });
    socket.terminate();
  };
  const whyNotOpen = (error: unknown): Failure => {
    const reason = reasonOf(error);
    if (proxy === null || proxyStatus === 200) return { cause: 'unreachable', reason };
    return { cause: 'proxy-unreachable', proxy: proxy.host, reason };
  };

  proxy?.agent.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    proxyStatus = statusCode;
    if (statusCode !== 200)
      end({ cause: 'proxy-refused', proxy: proxy.host, httpStatus: statusCode });
  });
  socket.on('open', () => {
    hasOpened = true;
  });
  socket.on('message', (data, isBinary) => {
    if (!isOver && !isBinary) listener({ type: 'text', text: withoutKey(textOf(data), key) });
  });
  socket.on('unexpected-response', (_request, { statusCode = 0, headers }) => {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now());
    end({ cause: 'refused', httpStatus: statusCode, ...(retryAfterMs > 0 && { retryAfterMs }) });
    socket.terminate();
  });
  socket.on('error', (error) => end(hasOpened ? lost : whyNotOpen(error)));
  socket.on('close', (code, reason) => {
    const text = withoutKey(reason.toString(), key);
    end({ cause: 'closed', code, ...(text !== '' && { text }) });
  });
  watchLine(socket, cutOff);

  let pings = 0;
  let answered = (): void => undefined;
  // The answer repeats the payload of the ping (RFC 6455, 5.5.3), and so identifies it.
  socket.on('pong', (data) => {
    if (!isOver && data.toString() === String(pings)) answered();
  });

  const send = (data: string | Uint8Array): void => {
    if (isOver || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxUnsentBytes) cutOff();
    else socket.send(data);
  };
  return {
    sendText: send,
    sendBinary: send,
    ping: (onPong) => {
      if (isOver || socket.readyState !== socket.OPEN) return;
      answered = onPong;
      pings += 1;
      socket.ping(String(pings));
    },
    close: () => {
      isOver = true;
      socket.close();
      setTimeout(() => socket.terminate(), mainTuning.closeTimeoutMs).unref();
    },
  };
}

/** Reports a connection that cannot be made after the caller has the connection object. */
function failLater(failure: Failure, listener: (event: SocketEvent) => void): Connection {
  let isOver = false;
  queueMicrotask(() => {
    if (!isOver) listener({ type: 'disconnected', failure });
  });
  return {
    sendText: () => undefined,
    sendBinary: () => undefined,
    ping: () => undefined,
    close: () => {
      isOver = true;
    },
  };
}

/** The failure for a peer that breaks the protocol: the connection cannot go on (RFC 6455: 1006). */
const lost: Failure = { cause: 'closed', code: 1006 };

/** With the default binary type of ws every message is one Buffer. */
const textOf = (data: RawData): string => (Buffer.isBuffer(data) ? data.toString() : '');

/** Real keys have 32 characters. A shorter one, such as the demo's, may be a word. */
const minSecretLength = 16;

/** Removes the key from a text of the service, because the text may reach a window. */
const withoutKey = (text: string, key: string): string =>
  key.length < minSecretLength ? text : text.replaceAll(key, '…');

/** The system's short name of an error, such as ECONNREFUSED. Its message may contain addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return messages.unnamed.failure;
  // OpenSSL's message names what the other end sent: an alert, or bytes that are no TLS.
  if ('code' in error && error.code === 'EPROTO' && error.message.includes('alert'))
    return tlsAlert;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // The messages of ws: “Invalid Sec-WebSocket-Accept header”, “Invalid Upgrade header” and others.
  if (/^(?:Invalid|Server sent).*(?:header|subprotocol)/.test(error.message)) return notWebSocket;
  return error.name === 'Error' ? messages.unnamed.failure : error.name;
}
