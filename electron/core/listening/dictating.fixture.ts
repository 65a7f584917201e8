import { tuning } from '../tuning.ts';
import type { Dictated } from './dictation.ts';
import type { Listening, ListeningEvent } from './listening.ts';
import { begin, captured, loud, quiet, run as runAll, session, turn } from './run.fixture.ts';

/** Runs events like `run` of `run.fixture.ts`, and also collects what happens to dictations. */
export function run(events: readonly ListeningEvent[], from: Listening = quiet) {
  const done = runAll(events, from);
  return {
    ...done,
    dictated: done.effects.flatMap((effect): Dictated[] =>
      effect.type === 'dictated' ? [effect.dictated] : [],
    ),
    dictationTimeouts: done.effects.flatMap((effect) =>
      effect.type === 'set-dictation-timeout' ? [effect.timeoutMs] : [],
    ),
    /** The ids of all `dictation-ended` effects. */
    ended: done.effects.flatMap((effect) => (effect.type === 'dictation-ended' ? [effect.id] : [])),
    /** How many sessions began. */
    sessions: done.types.filter((type) => type === 'connect').length,
  };
}

export const tailSamples = tuning.tailMs * 16;

export const dictate = (id = 1): ListeningEvent => ({ type: 'dictate', id });
export const end: ListeningEvent = { type: 'end-dictation' };
export const timedOut = (id = 1): ListeningEvent => ({ type: 'dictation-timeout', id });

/** The service refuses a session for a reason that no retry can change. */
export const refused = (id = 0): ListeningEvent =>
  session(
    { type: 'disconnected', failure: { cause: 'error', code: 1008, text: 'Unauthorized' } },
    id,
  );

export const microphoneFailed: ListeningEvent = {
  type: 'microphone-failed',
  problem: { code: 'no-microphone', params: {} },
};

/** A dictation with a second of speech; then its release and its tail. */
export const spoken: ListeningEvent[] = [dictate(), captured(320), begin(), captured(16_320, loud)];
export const released: ListeningEvent[] = [...spoken, end, captured(16_320 + tailSamples)];
export const final = turn('Hi.', { startMs: 0, endMs: 1_020 });
