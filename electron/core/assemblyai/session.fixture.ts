import type { ServerMessage } from './server-message.ts';
import { beginSession, stepSession } from './session.ts';
import type { SessionEvent } from './session-state.ts';

export const begin = { type: 'Begin', id: 'one', expires_at: 0 } as const;
export const message = (value: ServerMessage): SessionEvent => ({
  type: 'message',
  message: value,
});

/** Runs events through a session that starts at sample `startSample`. */
export function run(events: SessionEvent[], startSample = 0) {
  let [session, effects] = beginSession(startSample);
  for (const event of events) {
    const [next, more] = stepSession(session, event);
    session = next;
    effects = [...effects, ...more];
  }
  const frames = effects.filter((effect) => effect.type === 'send-audio');
  const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.message.type] : []));
  return { session, effects, frames, sent };
}

export const captured = (toSample: number): SessionEvent => ({ type: 'captured', toSample });
