import { samplesIn } from '../audio-format.ts';
import type { Failure } from '../streaming/failure.ts';
import {
  beginSession,
  stepSession,
  type SessionEffect,
  type SessionEvent,
} from '../streaming/session.ts';
import { tuning } from '../tuning.ts';
import type { Listening, ListeningEffect, ListeningEvent } from './listening.ts';

export type ListeningStep = [Listening, ListeningEffect[]];

export const silent: Listening = {
  captions: { phase: 'off' },
  isCheckingLevel: false,
  microphone: 'closed',
  capturedTo: 0,
  session: { phase: 'closed' },
  next: null,
};

/** The next state and what has to be done; pure and total. */
export function stepListening(listening: Listening, event: ListeningEvent): ListeningStep {
  const [next, effects] = react(listening, event);
  const [settled, microphoneEffects] = settleMicrophone(next);
  // The microphone before everything else: whatever is said while the rest starts is kept.
  return [settled, [...microphoneEffects, ...effects]];
}

function react(listening: Listening, event: ListeningEvent): ListeningStep {
  switch (event.type) {
    case 'start':
      return start(listening);
    case 'stop':
      return stop(listening);
    case 'toggle':
      return areCaptionsWanted(listening) ? stop(listening) : start(listening);
    case 'cancel':
      return cancel(listening);
    case 'force-endpoint':
      return listening.captions.phase === 'on' ? toSession(listening, event) : [listening, []];
    case 'check-level':
      // Captions show the level themselves, and what they record must end with them.
      return [
        { ...listening, isCheckingLevel: event.isOn && listening.captions.phase === 'off' },
        [],
      ];
    case 'captured':
      return captured(listening, event.toSample);
    case 'microphone-closed':
      return microphoneClosed(listening);
    case 'microphone-failed': {
      const quiet: Listening = {
        ...listening,
        microphone: 'closed',
        isCheckingLevel: false,
        next: null,
      };
      return sequence(quiet, [{ type: 'problem', problem: event.problem }], flush, terminate);
    }
    case 'session':
      return toSession(listening, event.event);
    case 'timeout':
      return timedOut(listening);
  }
}

const areCaptionsWanted = ({ captions, next }: Listening): boolean =>
  captions.phase === 'on' || (next !== null && next.untilSample === null);

function settleMicrophone(listening: Listening): ListeningStep {
  const { captions, microphone, isCheckingLevel, next, capturedTo } = listening;
  const isWanted =
    isCheckingLevel || captions.phase === 'on' || captions.phase === 'tail' || next !== null;
  if (isWanted && microphone === 'closed') {
    return [
      { ...listening, microphone: 'opening' },
      [{ type: 'open-microphone', startSample: capturedTo }],
    ];
  }
  if (!isWanted && (microphone === 'open' || microphone === 'opening')) {
    return [{ ...listening, microphone: 'closing' }, [{ type: 'close-microphone' }]];
  }
  return [listening, []];
}

function start(listening: Listening): ListeningStep {
  const { captions, capturedTo, next } = listening;
  switch (captions.phase) {
    case 'on':
      return [listening, []];
    case 'off':
      return connect(listening, capturedTo);
    case 'tail':
      return [{ ...listening, next: { startSample: captions.untilSample, untilSample: null } }, []];
    case 'awaiting-final':
    case 'terminating': {
      const startSample = next?.startSample ?? capturedTo;
      return [{ ...listening, next: { startSample, untilSample: null } }, []];
    }
  }
}

function connect(listening: Listening, startSample: number): ListeningStep {
  const [session, effects] = beginSession(startSample);
  return [
    { ...listening, captions: { phase: 'on' }, isCheckingLevel: false, session, next: null },
    [{ type: 'started' }, { type: 'connect', startSample }, ...effects.map(ofSession)],
  ];
}

function stop(listening: Listening): ListeningStep {
  const untilSample = listening.capturedTo + samplesIn(tuning.tailMs);
  if (listening.captions.phase === 'on') {
    return [
      { ...listening, captions: { phase: 'tail', untilSample } },
      [{ type: 'set-timeout', timeoutMs: tuning.tailTimeoutMs }],
    ];
  }
  if (listening.next === null) return [listening, []];
  return [{ ...listening, next: { ...listening.next, untilSample } }, []];
}

function cancel(listening: Listening): ListeningStep {
  return terminate({ ...listening, next: null });
}

function captured(listening: Listening, toSample: number): ListeningStep {
  const microphone = listening.microphone === 'opening' ? 'open' : listening.microphone;
  const heard: Listening = { ...listening, microphone, capturedTo: toSample };
  switch (heard.captions.phase) {
    case 'on':
      return toSession(heard, { type: 'captured', toSample });
    case 'tail': {
      const { untilSample } = heard.captions;
      const step = toSession(heard, {
        type: 'captured',
        toSample: Math.min(toSample, untilSample),
      });
      return toSample < untilSample ? step : sequence(...step, endTail);
    }
    default:
      return [heard, []];
  }
}

/** Everything that will be said has been heard: have it made final. */
function endTail(listening: Listening): ListeningStep {
  const { phase } = listening.captions;
  if (phase !== 'tail' && phase !== 'on') return [listening, []];
  const awaiting: Listening = { ...listening, captions: { phase: 'awaiting-final' } };
  return sequence(awaiting, [], flush, forceEndpoint, awaitFinal);
}

/** The bound on the final counts from ForceEndpoint, which waits for Begin while connecting. */
function awaitFinal(listening: Listening): ListeningStep {
  const timeoutMs = listening.session.phase === 'open' ? tuning.finalTimeoutMs : null;
  return [listening, [{ type: 'set-timeout', timeoutMs }]];
}

const flush = (listening: Listening): ListeningStep => toSession(listening, { type: 'flush' });

const forceEndpoint = (listening: Listening): ListeningStep =>
  toSession(listening, { type: 'force-endpoint' });

function finish(listening: Listening): ListeningStep {
  return sequence(listening, [{ type: 'finished' }], terminate);
}

function terminate(listening: Listening): ListeningStep {
  if (listening.captions.phase === 'off') return [listening, []];
  return sequence(
    { ...listening, captions: { phase: 'terminating' } },
    [{ type: 'set-timeout', timeoutMs: null }],
    (terminating) => toSession(terminating, { type: 'terminate' }),
  );
}

function microphoneClosed(listening: Listening): ListeningStep {
  const closed: Listening = { ...listening, microphone: 'closed', isCheckingLevel: false };
  return listening.microphone === 'closing'
    ? [{ ...listening, microphone: 'closed' }, []]
    : endTail(closed);
}

function timedOut(listening: Listening): ListeningStep {
  switch (listening.captions.phase) {
    case 'tail':
      return endTail(listening);
    case 'awaiting-final':
      return finish(listening);
    default:
      return [listening, []];
  }
}

/** Hands an event to the session and reacts to what comes of it. */
function toSession(listening: Listening, event: SessionEvent): ListeningStep {
  const [session, effects] = stepSession(listening.session, event);
  let step: ListeningStep = [{ ...listening, session }, []];
  for (const effect of effects) {
    step[1].push(ofSession(effect));
    step = sequence(...step, (current) => reactToSession(current, effect));
  }
  return step;
}

const ofSession = (effect: SessionEffect): ListeningEffect => ({ type: 'session', effect });

function reactToSession(listening: Listening, effect: SessionEffect): ListeningStep {
  const isAwaitingFinal = listening.captions.phase === 'awaiting-final';
  if (effect.type === 'ended') return sessionEnded(listening, effect.failure);
  if (effect.type === 'began' && isAwaitingFinal) return awaitFinal(listening);
  if (effect.type === 'turn' && effect.turn.end_of_turn && isAwaitingFinal)
    return finish(listening);
  return [listening, []];
}

function sessionEnded(listening: Listening, failure: Failure | null): ListeningStep {
  const { captions, next } = listening;
  const off: Listening = { ...listening, captions: { phase: 'off' } };
  if (captions.phase === 'terminating' && next !== null) return resume(off, next);

  const effects: ListeningEffect[] = [{ type: 'set-timeout', timeoutMs: null }];
  if (captions.phase === 'tail' || captions.phase === 'awaiting-final')
    effects.push({ type: 'finished' });
  if (captions.phase !== 'terminating' || failure !== null)
    effects.push({
      type: 'session-failed',
      failure: failure ?? { cause: 'closed', code: 1000 },
    });
  return [{ ...off, next: null }, effects];
}

/** Captions that were asked for while the last ones finished; what was said since is held. */
function resume(listening: Listening, next: NonNullable<Listening['next']>): ListeningStep {
  const [connected, effects] = connect(listening, next.startSample);
  const { untilSample } = next;
  const resumed: Listening =
    untilSample === null ? connected : { ...connected, captions: { phase: 'tail', untilSample } };
  return sequence(resumed, effects, (current) => captured(current, current.capturedTo));
}

/** Runs steps one after the other and gathers what has to be done. */
function sequence(
  listening: Listening,
  effects: ListeningEffect[],
  ...steps: ((listening: Listening) => ListeningStep)[]
): ListeningStep {
  let current = listening;
  const all = [...effects];
  for (const step of steps) {
    const [next, more] = step(current);
    current = next;
    all.push(...more);
  }
  return [current, all];
}
