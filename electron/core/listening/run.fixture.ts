import type { SpeechModel } from '#shared/speech-model.ts';
import type { ServerMessage } from '../streaming/server-message.ts';
import type { SessionEvent } from '../streaming/session.ts';
import type { Listening, ListeningEffect, ListeningEvent } from './listening.ts';
import { statusOf } from './status.ts';
import { silent, stepListening } from './step.ts';

/** Nothing is open; sessions are tried twice, and not kept. */
export const quiet: Listening = silent({ maxAttempts: 2, warmMs: 0 });

/** Runs events and gathers what has to be done, a passage's effects by their own type. */
export function run(events: readonly ListeningEvent[], from: Listening = quiet) {
  let listening = from;
  const effects: ListeningEffect[] = [];
  for (const event of events) {
    const [next, more] = stepListening(listening, event);
    listening = next;
    effects.push(...more);
  }
  const ofPassages = effects.flatMap((effect) => (effect.type === 'passage' ? [effect] : []));
  return {
    listening,
    effects,
    types: effects.map((effect) => (effect.type === 'passage' ? effect.effect.type : effect.type)),
    /** The types of the text frames that were sent. */
    sent: ofPassages.flatMap(({ effect }) => (effect.type === 'send' ? [effect.message.type] : [])),
    /** The sound that was sent, frame by frame, with the passage it was sent for. */
    frames: ofPassages.flatMap(({ id, effect }) =>
      effect.type === 'send-audio' ? [{ passage: id, ...effect }] : [],
    ),
    timeouts: ofPassages.flatMap(({ effect }) =>
      effect.type === 'set-timeout' ? [effect.timeoutMs] : [],
    ),
    status: statusOf(listening),
  };
}

/** What happens to the session of a passage; the first one's unless told. */
export const session = (event: SessionEvent, id = 0): ListeningEvent => ({
  type: 'passage',
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
  type: 'passage',
  id,
  event: { type: 'timeout' },
});

/** The session of a passage is asked for with a model. */
export const dialled = (model: SpeechModel, id = 0): ListeningEvent => ({
  type: 'passage',
  id,
  event: { type: 'dialled', model },
});

/** The line has answered a ping. */
export const pong = (id = 0): ListeningEvent => ({ type: 'passage', id, event: { type: 'pong' } });

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

/** Captions that listen, connected, with the first 20 ms of sound. */
export const listening: ListeningEvent[] = [{ type: 'start' }, captured(320), begin()];
