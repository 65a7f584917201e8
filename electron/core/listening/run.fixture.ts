import type { SpeechModel } from '#shared/speech-model.ts';
import type { ServerMessage } from '../assemblyai/server-message.ts';
import type { SessionEvent } from '../assemblyai/session-state.ts';
import type { Listening, ListeningEffect, ListeningEvent } from './listening.ts';
import { listeningStatusOf } from './status.ts';
import { initialListening, stepListening } from './step.ts';

/** Nothing is open. Sessions get two attempts and are not kept warm. */
export const quiet: Listening = initialListening({ maxAttempts: 2, warmMs: 0 });

/** Runs events and collects all effects; `types` has the effects of segments by their own type. */
export function run(events: readonly ListeningEvent[], from: Listening = quiet) {
  let listening = from;
  const effects: ListeningEffect[] = [];
  for (const event of events) {
    const [next, more] = stepListening(listening, event);
    listening = next;
    effects.push(...more);
  }
  const ofSegments = effects.flatMap((effect) => (effect.type === 'segment' ? [effect] : []));
  return {
    listening,
    effects,
    types: effects.map((effect) => (effect.type === 'segment' ? effect.effect.type : effect.type)),
    /** The types of the text frames that were sent. */
    sent: ofSegments.flatMap(({ effect }) => (effect.type === 'send' ? [effect.message.type] : [])),
    /** The sound that was sent, frame by frame, with the segment it was sent for. */
    frames: ofSegments.flatMap(({ id, effect }) =>
      effect.type === 'send-audio' ? [{ segment: id, ...effect }] : [],
    ),
    timeouts: ofSegments.flatMap(({ effect }) =>
      effect.type === 'set-timeout' ? [effect.timeoutMs] : [],
    ),
    status: listeningStatusOf(listening),
  };
}

/** An event of a segment's session; of the first segment by default. */
export const session = (event: SessionEvent, id = 0): ListeningEvent => ({
  type: 'segment',
  id,
  event: { type: 'session', event },
});

export const message = (value: ServerMessage, id = 0): ListeningEvent =>
  session({ type: 'message', message: value }, id);

export const begin = (id = 0): ListeningEvent =>
  message({ type: 'Begin', id: 'one', expires_at: 0 }, id);

/** A turn of one word, said between two times of its session. */
export const turn = (
  text: string,
  { order = 0, isFinal = true, startMs = 0, endMs = 20, id = 0 } = {},
): ListeningEvent =>
  message(
    {
      type: 'Turn',
      turn_order: order,
      end_of_turn: isFinal,
      transcript: text,
      words: [{ text, start: startMs, end: endMs }],
    },
    id,
  );

export const termination = (id = 0): ListeningEvent =>
  message({ type: 'Termination', audio_duration_seconds: 1, session_duration_seconds: 1 }, id);

export const timeout = (id = 0): ListeningEvent => ({
  type: 'segment',
  id,
  event: { type: 'timeout' },
});

/** The session of a segment is requested with a model. */
export const dialled = (model: SpeechModel, id = 0): ListeningEvent => ({
  type: 'segment',
  id,
  event: { type: 'dialled', model },
});

/** The service has answered a ping. */
export const pong = (id = 0): ListeningEvent => ({ type: 'segment', id, event: { type: 'pong' } });

export const disconnected = (id = 0): ListeningEvent =>
  session({ type: 'disconnected', failure: { cause: 'closed', code: 1006 } }, id);

/** Sound up to a sample: silence, unless it is loud. */
export const captured = (toSample: number, level = 0): ListeningEvent => ({
  type: 'captured',
  toSample,
  levels: [level],
});

export const loud = 0.1;

export const micClosed: ListeningEvent = { type: 'microphone-closed' };

/** Captions are on and connected, and the first 20 ms of sound are captured. */
export const listening: ListeningEvent[] = [{ type: 'start' }, captured(320), begin()];
