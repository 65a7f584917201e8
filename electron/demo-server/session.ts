import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { AudioIntake, type IntakePace } from './audio-intake.ts';
import { parseCommand, type Command } from './commands.ts';
import type { Interference, SentMessage } from './interference.ts';
import { dropsInFlight, type Model } from './parameters/models.ts';
import { parseUpdate, type Configuration, type Settings } from './parameters/settings.ts';
import { refuse } from './refusal.ts';
import { watchLimits } from './session-limits.ts';
import { noTurns, takeTurn, type TurnEvent } from './turn-taker.ts';
import type { Template } from './word-spotter/template.ts';
import { WordSpotter } from './word-spotter/word-spotter.ts';

/** Callbacks that let a test observe the sessions. */
export interface Observer {
  onSession?(session: { id: string; socket: WebSocket; query: URLSearchParams }): void;
  /** @param frame received audio; `receivedAtMs` is from `performance.now()` */
  onFrame?(frame: { sessionId: string; receivedAtMs: number; pcm: Uint8Array }): void;
  onCommand?(command: Command & { sessionId: string }): void;
}

export interface SessionOptions extends Observer {
  templates: Template[];
  model: Model;
  settings: Settings;
  /** The configuration that Begin reports. */
  configuration: Configuration;
  query: URLSearchParams;
  beginDelayMs: number;
  /** By default, as in the service. */
  pace?: IntakePace;
  interference?: Interference;
  maxSessionSeconds: number;
  /** How long a second of the limits lasts. */
  secondMs: number;
}

/** Serves one authenticated client from Begin to Termination. */
export function serve(socket: WebSocket, options: SessionOptions): void {
  const id = randomUUID();
  const openedAtMs = performance.now();
  const spotter = new WordSpotter(options.templates);
  const intake = new AudioIntake(options.pace);
  let turns = noTurns(options.settings.timing);

  const { interference = {}, query } = options;
  const send = (message: SentMessage): void => {
    const sent = interference.message?.(message, query) ?? [message];
    for (const one of sent) socket.send(JSON.stringify(one));
  };
  const take = (event: TurnEvent): void => {
    const { state, messages } = takeTurn(turns, event);
    turns = state;
    messages.forEach(send);
  };

  const receiveAudio = (received: Buffer): void => {
    const pcm = interference.frame ? interference.frame(received, query) : received;
    if (pcm === null) return;
    const receivedAtMs = performance.now();
    options.onFrame?.({ sessionId: id, receivedAtMs, pcm });
    const refusal = intake.take(pcm.length, receivedAtMs);
    if (refusal) {
      refuse(socket, refusal);
      return;
    }
    const samples = new Int16Array(new Uint8Array(pcm).buffer);
    for (const frame of spotter.push(samples)) take({ kind: 'sound', frame });
  };

  const handleCommand = (command: Command): void => {
    options.onCommand?.({ ...command, sessionId: id });
    if (interference.receives?.(command, query) === false) return;
    const refusal = interference.refusal?.(command, query) ?? null;
    if (refusal !== null) {
      refuse(socket, refusal);
      return;
    }
    switch (command.type) {
      case 'UpdateConfiguration': {
        const update = parseUpdate(command, options.model);
        if ('error' in update) refuse(socket, { code: 3006, error: update.error });
        else take({ kind: 'configure', timing: update.value.timing });
        break;
      }
      case 'ForceEndpoint':
        take({ kind: dropsInFlight(options.model) ? 'cut' : 'endpoint' });
        break;
      case 'Terminate':
        take({ kind: 'endpoint' });
        send({
          type: 'Termination',
          audio_duration_seconds: intake.audioMs / 1_000,
          session_duration_seconds: (performance.now() - openedAtMs) / 1_000,
        });
        socket.close(1000);
        break;
      case 'KeepAlive':
        break;
    }
  };

  const { maxSessionSeconds, secondMs, beginDelayMs } = options;
  const { inactivityTimeoutSeconds } = options.settings;
  const limits = watchLimits({ maxSessionSeconds, inactivityTimeoutSeconds, secondMs }, (refusal) =>
    refuse(socket, interference.limit?.(refusal, query) ?? refusal),
  );
  const expiresAt = Math.floor((Date.now() + maxSessionSeconds * secondMs) / 1_000);
  const { configuration } = options;
  const begin = (): void => send({ type: 'Begin', id, expires_at: expiresAt, configuration });
  const beginTimer = beginDelayMs > 0 ? setTimeout(begin, beginDelayMs) : undefined;
  if (!beginTimer) begin();
  socket.on('close', () => {
    clearTimeout(beginTimer);
    limits.stop();
  });

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN || !Buffer.isBuffer(data)) return;
    limits.onMessage();
    if (isBinary) {
      receiveAudio(data);
      return;
    }
    const command = parseCommand(data.toString());
    if ('error' in command) refuse(socket, { code: 3006, error: command.error });
    else handleCommand(command.value);
  });
  options.onSession?.({ id, socket, query });
}
