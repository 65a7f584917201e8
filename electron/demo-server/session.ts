import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { parseCommand, timingOf, type Command } from './requests.ts';
import { noTurns, takeTurn, type TurnEvent, type TurnTiming } from './turn-taker.ts';
import type { Template } from './word-spotter/template.ts';
import { WordSpotter } from './word-spotter/word-spotter.ts';

/** What a test may want to see of the sessions. */
export interface Observer {
  onSession?(session: { id: string; socket: WebSocket; query: URLSearchParams }): void;
  /** @param frame audio as it came in; the time is monotonic, from `performance.now()` */
  onFrame?(frame: { sessionId: string; receivedAtMs: number; pcm: Uint8Array }): void;
  onCommand?(command: Command & { sessionId: string }): void;
}

export interface SessionOptions extends Observer {
  templates: Template[];
  timing: Partial<TurnTiming>;
  query: URLSearchParams;
  beginDelayMs: number;
}

const bytesPerMs = 32;
const shortestFrameMs = 50;
const longestFrameMs = 1_000;
/** The service puts up with short frames for about as long. */
const shortFramesToleratedMs = 1_000;
const sessionLifeSeconds = 3 * 3_600;

/** Sends an Error and closes with the same code. */
export function refuse(socket: WebSocket, code: number, error: string): void {
  socket.send(JSON.stringify({ type: 'Error', error_code: code, error }));
  socket.close(code, 'See Error message for details');
}

/** Serves one authenticated client from Begin to Termination. */
export function serve(socket: WebSocket, options: SessionOptions): void {
  const id = randomUUID();
  const openedAtMs = performance.now();
  const spotter = new WordSpotter(options.templates);
  let turns = noTurns(options.timing);
  let audioMs = 0;
  let shortFramesMs = 0;

  const send = (message: object): void => socket.send(JSON.stringify(message));
  const take = (event: TurnEvent): void => {
    const { state, messages } = takeTurn(turns, event);
    turns = state;
    messages.forEach(send);
  };

  const hear = (pcm: Buffer): void => {
    options.onFrame?.({ sessionId: id, receivedAtMs: performance.now(), pcm });
    const durationMs = pcm.length / bytesPerMs;
    if (durationMs < shortestFrameMs) shortFramesMs += durationMs;
    if (durationMs > longestFrameMs || shortFramesMs >= shortFramesToleratedMs) {
      refuse(socket, 3007, `A frame of ${durationMs} ms came; it has to be 50 to 1000 ms long.`);
      return;
    }
    if (pcm.length % 2 !== 0) {
      refuse(socket, 3006, 'An audio frame ends in half a sample.');
      return;
    }
    audioMs += durationMs;
    const samples = new Int16Array(new Uint8Array(pcm).buffer);
    for (const frame of spotter.push(samples)) take({ kind: 'sound', frame });
  };

  const obey = (command: Command): void => {
    options.onCommand?.({ ...command, sessionId: id });
    switch (command.type) {
      case 'UpdateConfiguration':
        take({ kind: 'configure', timing: timingOf(command) });
        break;
      case 'ForceEndpoint':
        take({ kind: 'endpoint' });
        break;
      case 'Terminate':
        take({ kind: 'endpoint' });
        send({
          type: 'Termination',
          audio_duration_seconds: audioMs / 1_000,
          session_duration_seconds: (performance.now() - openedAtMs) / 1_000,
        });
        socket.close(1000);
        break;
      case 'KeepAlive':
        break;
    }
  };

  const begin = (): void => {
    const expiresAt = Math.floor(Date.now() / 1_000) + sessionLifeSeconds;
    send({ type: 'Begin', id, expires_at: expiresAt });
  };
  if (options.beginDelayMs === 0) begin();
  else {
    const timer = setTimeout(begin, options.beginDelayMs);
    socket.on('close', () => clearTimeout(timer));
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN || !Buffer.isBuffer(data)) return;
    if (isBinary) {
      hear(data);
      return;
    }
    const command = parseCommand(data.toString());
    if ('error' in command) refuse(socket, 3006, command.error);
    else obey(command.value);
  });
  options.onSession?.({ id, socket, query: options.query });
}
