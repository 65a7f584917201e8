import { defaultModel } from '#shared/speech-model.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil } from '../../voice/voice.ts';
import { beginSession, stepSession, type SessionEffect, type SessionEvent } from '../session.ts';
import { awaitFinals, ending, losesForcedWords } from './ending.ts';
import {
  isUnsettled,
  turnsPerPassage,
  type Passage,
  type PassageEffect,
  type PassageEvent,
  type PassageStep,
  type Surroundings,
} from './passage.ts';
import { coverageOf, owesNothing } from './prospects.ts';
import { planReplay } from './replay.ts';
import { awaitTurnToSend, ended, stopTimer, withdraw } from './session-end.ts';
import { anchorAfterFinal, forgetWhenQuiet } from './settled-speech.ts';
import { isUnanswered } from './unanswered.ts';
import { beginSessionTurns, forgetSpoken, hearTurn, nothingSpoken } from './spoken.ts';

/** A passage from `startSample` on; its first session is begun. */
export function beginPassage(id: number, startSample: number): PassageStep {
  const [session, effects] = beginSession(startSample);
  const passage: Passage = {
    id,
    phase: 'streaming',
    startSample,
    untilSample: null,
    heardTo: startSample,
    session,
    model: defaultModel,
    failedAttempts: 0,
    caughtUpAt: startSample,
    tooFast: 0,
    isAsked: false,
    yields: false,
    unanswered: 0,
    unconfirmedEnds: 0,
    spoken: nothingSpoken(id * turnsPerPassage),
  };
  return [passage, [{ type: 'connect' }, ...effects.flatMap(ownEffects)]];
}

/** The next state and what has to be done; pure and total. */
export function stepPassage(
  passage: Passage,
  event: PassageEvent,
  around: Surroundings,
): PassageStep {
  switch (event.type) {
    case 'captured':
      return passage.phase === 'streaming'
        ? captured(passage, event.toSample, around)
        : [passage, []];
    case 'end-at':
      return passage.phase === 'streaming' ? endAt(passage, event.sample, around) : [passage, []];
    case 'go-on':
      if (passage.phase === 'settling') return resume(passage, around);
      return passage.phase === 'settled' ? goOn(passage, event.startSample, around) : [passage, []];
    case 'force-endpoint':
      return passage.phase === 'streaming' ? forceEndpoint(passage, around) : [passage, []];
    case 'release':
      return passage.phase === 'settled' ? end(passage, 'ending', around) : [passage, []];
    case 'abandon':
      return end(passage, 'abandoned', around);
    case 'yield':
      return giveWay(passage, around);
    case 'session':
      return toSession(passage, event.event, around);
    case 'dialled':
      return [{ ...passage, model: event.model }, []];
    case 'pong':
      return [passage, []];
    case 'timeout':
      return timedOut(passage, around);
  }
}

function captured(passage: Passage, toSample: number, around: Surroundings): PassageStep {
  const { untilSample } = passage;
  const heardTo = untilSample === null ? toSample : Math.min(toSample, untilSample);
  const heard = forgetWhenQuiet({ ...passage, heardTo }, around);
  if (isUnanswered(heard, around)) {
    const lost: SessionEvent = { type: 'disconnected', failure: { cause: 'unanswered' } };
    return toSession({ ...heard, unanswered: heard.unanswered + 1 }, lost, around);
  }
  return heardTo === untilSample
    ? settle(heard, around)
    : toSession(heard, { type: 'captured', toSample: heardTo }, around);
}

/** What lies behind the end is another passage's: it is neither sent nor shown any more. */
function endAt(passage: Passage, sample: number, around: Surroundings): PassageStep {
  const ended = { ...passage, untilSample: sample };
  if (passage.heardTo < sample) return [ended, []];
  const [withdrawn, effects] = withdraw(ended, sample);
  const [next, more] = captured(withdrawn, passage.heardTo, around);
  return [next, [...effects, ...more]];
}

function goOn(passage: Passage, startSample: number, around: Surroundings): PassageStep {
  const again: Passage = {
    ...passage,
    phase: 'streaming',
    startSample,
    untilSample: null,
    heardTo: startSample,
    caughtUpAt: startSample,
    isAsked: false,
    unconfirmedEnds: 0,
    spoken: forgetSpoken(passage.spoken),
  };
  const [next, effects] = toSession(again, { type: 'skip-to', sample: startSample }, around);
  return [next, [stopTimer, ...effects]];
}

/** The words that were awaited still come: a session for each of two quick dictations costs time. */
function resume(passage: Passage, around: Surroundings): PassageStep {
  const { heardTo, session, spoken } = passage;
  const again: Passage = {
    ...passage,
    phase: 'streaming',
    isAsked: false,
    untilSample: null,
    spoken: { ...spoken, forcedAt: heardTo },
  };
  const [next, effects] = toSession(again, { type: 'skip-to', sample: heardTo }, around);
  // Without a session the timer is that of the next attempt.
  return [next, session.phase === 'closed' ? effects : [stopTimer, ...effects]];
}

function forceEndpoint(passage: Passage, around: Surroundings): PassageStep {
  if (losesForcedWords(passage)) return [passage, []];
  const spoken = { ...passage.spoken, forcedAt: passage.heardTo };
  return toSession({ ...passage, spoken, isAsked: true }, { type: 'force-endpoint' }, around);
}

/** All has been heard: have it made final. */
function settle(passage: Passage, around: Surroundings): PassageStep {
  const settling: Passage = { ...passage, phase: 'settling' };
  if (losesForcedWords(settling) && isKeptWarm(settling, around))
    return settled(settling, [], around);
  const asked = { ...settling, isAsked: true };
  const step = sequence([asked, []], around, ...ending(asked));
  // While it connects, the bound counts from Begin.
  return step[0].session.phase === 'open' ? awaitFinals(step) : step;
}

/** After a final: the words that may still be missing are waited for as long as they are likely. */
function awaitRest([passage, effects]: PassageStep, around: Surroundings): PassageStep {
  switch (coverageOf(passage, around)) {
    case 'sure':
      return settled(passage, effects, around);
    case 'likely':
      return [
        passage,
        [...effects, { type: 'set-timeout', timeoutMs: tuning.likelyFinalTimeoutMs }],
      ];
    case 'open':
    case 'owed':
      return awaitFinals([passage, effects]);
  }
}

function settled(passage: Passage, effects: PassageEffect[], around: Surroundings): PassageStep {
  const all: PassageEffect[] = [...effects, { type: 'settled' }];
  if (isKeptWarm(passage, around))
    return [
      { ...passage, phase: 'settled' },
      [...all, { type: 'set-timeout', timeoutMs: around.warmMs }],
    ];
  const [next, more] = end(passage, 'ending', around);
  return [next, [...all, ...more]];
}

/** Nobody asks a session that breaks off while it is warm for its last words: none may be owed. */
const isKeptWarm = (passage: Passage, around: Surroundings): boolean =>
  around.warmMs > 0 && passage.session.phase === 'open' && owesNothing(passage, around);

function end(passage: Passage, wanted: 'ending' | 'abandoned', around: Surroundings): PassageStep {
  if (passage.phase === 'over') return [passage, []];
  const phase = passage.session.phase === 'closed' ? 'over' : wanted;
  const [next, effects] = toSession({ ...passage, phase }, { type: 'terminate' }, around);
  return [next, [stopTimer, ...effects]];
}

/** What the session has heard still becomes final; the rest waits. */
function giveWay(passage: Passage, around: Surroundings): PassageStep {
  const yielding = { ...passage, yields: true };
  const { phase } = passage.session;
  return phase === 'open' || phase === 'connecting'
    ? toSession(yielding, { type: 'terminate' }, around)
    : [yielding, [awaitTurnToSend]];
}

function timedOut(passage: Passage, around: Surroundings): PassageStep {
  const { session } = passage;
  if (isUnsettled(passage) && session.phase === 'closed') {
    if (passage.yields && around.isLiveElsewhere) return [passage, [awaitTurnToSend]];
    return reconnect({ ...passage, yields: false }, around);
  }
  if (passage.phase === 'settling' && session.phase === 'terminating') return [passage, []];
  if (passage.phase === 'settling' && session.phase === 'open' && session.isHeldBack)
    return awaitFinals([passage, []]);
  // No answer is an answer, too.
  if (passage.phase === 'settling') return settled({ ...passage, isAsked: false }, [], around);
  return passage.phase === 'settled' ? end(passage, 'ending', around) : [passage, []];
}

/** A new session takes up everything that is not final. */
function reconnect(passage: Passage, around: Surroundings): PassageStep {
  const { startSample, heardTo: endSample } = passage;
  const replay = planReplay(around.voice, passage.spoken, { startSample, endSample });
  const pace = tuning.paces[Math.min(passage.tooFast, tuning.paces.length - 1)];
  const [session, effects] = beginSession(replay.startSample, pace);
  const spoken = beginSessionTurns(passage.spoken, replay.overlap, replay.mayLackHead);
  const phase = passage.phase === 'streaming' ? 'streaming' : 'settling';
  const again: PassageStep = [
    { ...passage, phase, session, spoken },
    [{ type: 'connect' }, ...effects.flatMap(ownEffects)],
  ];
  return passage.phase === 'streaming'
    ? sequence(again, around, { type: 'captured', toSample: endSample })
    : sequence(again, around, ...ending(passage));
}

/** Hands events to the session, one after the other, and takes up what comes of each. */
const sequence = (
  step: PassageStep,
  around: Surroundings,
  ...events: SessionEvent[]
): PassageStep =>
  events.reduce<PassageStep>(([passage, effects], event) => {
    const [next, more] = toSession(passage, event, around);
    return [next, [...effects, ...more]];
  }, step);

function toSession(passage: Passage, event: SessionEvent, around: Surroundings): PassageStep {
  const [session, sessionEffects] = stepSession(passage.session, event);
  return sessionEffects.reduce<PassageStep>(
    ([current, effects], effect) => {
      const [next, more] = reactTo(current, effect, around);
      return [next, [...effects, ...ownEffects(effect), ...more]];
    },
    [{ ...passage, session }, []],
  );
}

/** The effects of a session that are the passage's own as they are. */
function ownEffects(effect: SessionEffect): PassageEffect[] {
  if (effect.type === 'turn') return [];
  if (effect.type === 'ended') return [{ ...effect, type: 'session-over' }];
  return [effect];
}

function reactTo(passage: Passage, effect: SessionEffect, around: Surroundings): PassageStep {
  switch (effect.type) {
    case 'began':
      return began(passage);
    case 'turn':
      return heard(passage, effect, around);
    case 'ended':
      return ended(passage, effect, around);
    default:
      return [passage, []];
  }
}

function began(passage: Passage): PassageStep {
  const { session, heardTo } = passage;
  const firstSample = session.phase === 'open' ? session.firstSample : heardTo;
  const next = { ...passage, failedAttempts: 0, caughtUpAt: heardTo + (heardTo - firstSample) };
  return passage.phase === 'settling' ? awaitFinals([next, []]) : [next, []];
}

function heard(
  passage: Passage,
  { turn: message, timeline }: Extract<SessionEffect, { type: 'turn' }>,
  around: Surroundings,
): PassageStep {
  const voicedTo = voicedUntil(around.voice, passage.heardTo) ?? passage.heardTo;
  const [spoken, turn] = hearTurn(passage.spoken, message, timeline, voicedTo);
  const next = {
    ...passage,
    unanswered: 0,
    isAsked: passage.isAsked && !message.end_of_turn,
    spoken: message.end_of_turn ? anchorAfterFinal(spoken, passage, around) : spoken,
  };
  const effects: PassageEffect[] = turn === null ? [] : [{ type: 'turn', turn }];
  // A session that gave way for live speech is not the last one.
  if (!message.end_of_turn || passage.yields) return [next, effects];
  if (passage.phase === 'settling') return awaitRest([next, effects], around);
  const isLate = passage.phase !== 'streaming' && turn !== null;
  return [next, isLate ? [...effects, { type: 'settled' }] : effects];
}
