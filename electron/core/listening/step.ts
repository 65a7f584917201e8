import { samplesIn } from '../audio-format.ts';
import type { Problem } from '#shared/status.ts';
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
    case 'microphone-failed':
      return microphoneFailed(listening, event.problem);
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
  const isHeard = captions.phase === 'on' || captions.phase === 'tail' || next !== null;
  if ((isHeard || isCheckingLevel) && microphone === 'closed') {
    const open: ListeningEffect = { type: 'open-microphone', startSample: capturedTo };
    // What only shows the level is nobody's recording.
    return [{ ...listening, microphone: 'opening' }, isHeard ? [open, { type: 'record' }] : [open]];
  }
  if (!isHeard && !isCheckingLevel && (microphone === 'open' || microphone === 'opening'))
    return [{ ...listening, microphone: 'closing' }, [{ type: 'close-microphone' }]];
  return [listening, []];
}

function start(listening: Listening): ListeningStep {
  const { captions, capturedTo, isCheckingLevel, next } = listening;
  switch (captions.phase) {
    case 'on':
      return [listening, []];
    case 'off':
      return sequence(listening, isCheckingLevel ? [{ type: 'record' }] : [], (off) =>
        connect(off, capturedTo),
      );
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
    return [{ ...listening, captions: { phase: 'tail', untilSample } }, [tailTimeout]];
  }
  if (listening.next === null) return [listening, []];
  return [{ ...listening, next: { ...listening.next, untilSample } }, []];
}

const tailTimeout: ListeningEffect = { type: 'set-timeout', timeoutMs: tuning.tailTimeoutMs };

const cancel = (listening: Listening): ListeningStep =>
  terminate({ ...listening, next: null, isCheckingLevel: false }, { isAsked: false });

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
  const { captions, capturedTo } = listening;
  if (captions.phase !== 'tail' && captions.phase !== 'on') return [listening, []];
  const isAsked = captions.phase === 'tail';
  const next = listening.next && {
    ...listening.next,
    startSample: Math.min(listening.next.startSample, capturedTo),
  };
  const awaiting: Listening = {
    ...listening,
    captions: { phase: 'awaiting-final', isAsked },
    next,
  };
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

function finish(listening: Listening, { isAsked }: { isAsked: boolean }): ListeningStep {
  const effects: ListeningEffect[] = isAsked ? [{ type: 'finished' }] : [];
  return sequence(listening, effects, (finished) => terminate(finished, { isAsked }));
}

function terminate(listening: Listening, { isAsked }: { isAsked: boolean }): ListeningStep {
  if (listening.captions.phase === 'off') return [listening, []];
  return sequence(
    { ...listening, captions: { phase: 'terminating', isAsked } },
    [{ type: 'set-timeout', timeoutMs: null }],
    (terminating) => toSession(terminating, { type: 'terminate' }),
  );
}

function microphoneClosed(listening: Listening): ListeningStep {
  if (listening.microphone === 'closing') return [{ ...listening, microphone: 'closed' }, []];
  return endTail({ ...listening, microphone: 'closed', isCheckingLevel: false });
}

/** What was heard before is still made final; without any sound there is nothing to wait for. */
function microphoneFailed(listening: Listening, problem: Problem): ListeningStep {
  const { microphone, session } = listening;
  const quiet: Listening = { ...listening, microphone: 'closed', isCheckingLevel: false };
  if (microphone === 'closing') return [quiet, []];
  const hasHeard = session.phase === 'open' && session.capturedTo > session.firstSample;
  return sequence({ ...quiet, next: null }, [{ type: 'problem', problem }], (failed) =>
    hasHeard ? endTail(failed) : terminate(failed, { isAsked: false }),
  );
}

function timedOut(listening: Listening): ListeningStep {
  switch (listening.captions.phase) {
    case 'tail':
      return endTail(listening);
    case 'awaiting-final':
      return finish(listening, listening.captions);
    default:
      return [listening, []];
  }
}

/** Hands an event to the session and reacts to what comes of it. */
function toSession(listening: Listening, event: SessionEvent): ListeningStep {
  const [session, effects] = stepSession(listening.session, event);
  return effects.reduce<ListeningStep>(
    ([current, all], effect) =>
      sequence(current, [...all, ofSession(effect)], (next) => reactToSession(next, effect)),
    [{ ...listening, session }, []],
  );
}

const ofSession = (effect: SessionEffect): ListeningEffect => ({ type: 'session', effect });

function reactToSession(listening: Listening, effect: SessionEffect): ListeningStep {
  const { captions } = listening;
  if (effect.type === 'ended') return sessionEnded(listening, effect.failure);
  if (effect.type === 'began' && captions.phase === 'awaiting-final') return awaitFinal(listening);
  if (effect.type !== 'turn' || !effect.turn.end_of_turn) return [listening, []];
  if (captions.phase === 'awaiting-final') return finish(listening, captions);
  // The final that was awaited may have been an earlier turn's; this is the one after it.
  const isLate = captions.phase === 'terminating' && captions.isAsked;
  return [listening, isLate ? [{ type: 'finished' }] : []];
}

function sessionEnded(listening: Listening, failure: Failure | null): ListeningStep {
  const { captions, next } = listening;
  const off: Listening = { ...listening, captions: { phase: 'off' } };
  if (captions.phase === 'terminating' && next !== null) return resume(off, next);

  const effects: ListeningEffect[] = [{ type: 'set-timeout', timeoutMs: null }];
  if (captions.phase === 'tail' || (captions.phase === 'awaiting-final' && captions.isAsked))
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
  if (untilSample === null) return sequence(connected, effects, hearHeld);
  const stopping: Listening = { ...connected, captions: { phase: 'tail', untilSample } };
  return sequence(stopping, [...effects, tailTimeout], hearHeld);
}

const hearHeld = (listening: Listening): ListeningStep => captured(listening, listening.capturedTo);

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
