import { defaultModel } from '#shared/speech-model.ts';
import { tuning } from '../tuning.ts';
import type { Voice } from '../voice/voice.ts';
import { beginSession } from '../assemblyai/session.ts';
import type { SessionEvent } from '../assemblyai/session-state.ts';
import { awaitFinals, ending, losesForcedWords, withModel } from './ending.ts';
import {
  isUnsettled,
  ownEffects,
  turnsPerSegment,
  type Segment,
  type SegmentEffect,
  type SegmentEvent,
  type SegmentStep,
  type Surroundings,
} from './segment.ts';
import { firstUnsettled, planReplay, type Replay } from './replay.ts';
import { end, isKeptWarm, settled, toSession } from './session-effects.ts';
import { awaitTurnToSend, stopTimer, withdraw } from './session-end.ts';
import { replayedEndpoints, withEndpoint, pastUnsentSound } from './endpoints.ts';
import { forgetWhenQuiet } from './settled-speech.ts';
import { isUnanswered } from './unanswered.ts';
import { beginSessionTurns, forgetSpoken, nothingSpoken } from './spoken.ts';

/** Begins a segment at `startSample`, and its first session. */
export function beginSegment(id: number, startSample: number): SegmentStep {
  const [session, effects] = beginSession(startSample);
  const segment: Segment = {
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
    endpoints: [],
    spoken: nothingSpoken(id * turnsPerSegment),
  };
  return [segment, [{ type: 'connect' }, ...effects.flatMap(ownEffects)]];
}

/** Returns the next state and the effects to carry out. Pure; accepts every event in every state. */
export function stepSegment(
  segment: Segment,
  event: SegmentEvent,
  around: Surroundings,
): SegmentStep {
  switch (event.type) {
    case 'captured':
      return segment.phase === 'streaming'
        ? captured(segment, event.toSample, around)
        : [segment, []];
    case 'end-at':
      return segment.phase === 'streaming' ? endAt(segment, event.sample, around) : [segment, []];
    case 'go-on':
      if (segment.phase === 'settling') return resume(segment, event.startSample, around);
      return segment.phase === 'settled' ? goOn(segment, event.startSample, around) : [segment, []];
    case 'force-endpoint':
      return segment.phase === 'streaming' ? forceEndpoint(segment, around) : [segment, []];
    case 'release':
      return segment.phase === 'settled' ? end(segment, 'ending', around) : [segment, []];
    case 'abandon':
      return end(segment, 'abandoned', around);
    case 'yield':
      return giveWay(segment, around);
    case 'session':
      return toSession(segment, event.event, around);
    case 'dialled':
      return [withModel(segment, event.model), []];
    case 'pong':
      return [segment, []];
    case 'timeout':
      return timedOut(segment, around);
  }
}

function captured(segment: Segment, toSample: number, around: Surroundings): SegmentStep {
  const { untilSample } = segment;
  const heardTo = untilSample === null ? toSample : Math.min(toSample, untilSample);
  const heard = forgetWhenQuiet({ ...segment, heardTo }, around);
  if (isUnanswered(heard, around)) {
    const lost: SessionEvent = { type: 'disconnected', failure: { cause: 'unanswered' } };
    return toSession({ ...heard, unanswered: heard.unanswered + 1 }, lost, around);
  }
  return heardTo === untilSample
    ? settle(heard, around)
    : toSession(heard, { type: 'captured', toSample: heardTo }, around);
}

/** Ends the segment at a sample. Sound after it belongs to another segment and is no longer shown. */
function endAt(segment: Segment, sample: number, around: Surroundings): SegmentStep {
  const ended = { ...segment, untilSample: sample };
  if (segment.heardTo < sample) return [ended, []];
  const [withdrawn, effects] = withdraw(ended, sample);
  const [next, more] = captured(withdrawn, segment.heardTo, around);
  return [next, [...effects, ...more]];
}

function goOn(segment: Segment, startSample: number, around: Surroundings): SegmentStep {
  const again: Segment = {
    ...segment,
    phase: 'streaming',
    startSample,
    untilSample: null,
    heardTo: startSample,
    caughtUpAt: startSample,
    isAsked: false,
    unconfirmedEnds: 0,
    endpoints: [],
    spoken: forgetSpoken(segment.spoken),
  };
  const [next, effects] = toSession(again, { type: 'skip-to', sample: startSample }, around);
  return [next, [stopTimer, ...effects]];
}

/** Resumes a segment that waits for its last words: a second session would delay a quick dictation. */
function resume(segment: Segment, startSample: number, around: Surroundings): SegmentStep {
  const { heardTo, session, spoken } = segment;
  const again: Segment = {
    ...withEndpoint(segment, startSample),
    phase: 'streaming',
    isAsked: false,
    untilSample: null,
    heardTo: startSample,
    spoken: { ...spoken, forcedAt: heardTo },
  };
  const [next, effects] = toSession(again, { type: 'skip-to', sample: startSample }, around);
  // Without a session, the timer is the one before the next attempt.
  return [next, session.phase === 'closed' ? effects : [stopTimer, ...effects]];
}

function forceEndpoint(segment: Segment, around: Surroundings): SegmentStep {
  if (losesForcedWords(segment)) return [segment, []];
  const spoken = { ...segment.spoken, forcedAt: segment.heardTo };
  const asked = withEndpoint({ ...segment, spoken, isAsked: true });
  return toSession(asked, { type: 'force-endpoint' }, around);
}

/** All sound of the segment is captured: requests the finals. */
function settle(segment: Segment, around: Surroundings): SegmentStep {
  const settling: Segment = { ...segment, phase: 'settling' };
  if (losesForcedWords(settling) && isKeptWarm(settling, around))
    return settled(settling, [], around);
  const asked = { ...settling, isAsked: true };
  const step = sequence([asked, []], around, ...ending(asked));
  // While it connects, the wait starts with Begin.
  return step[0].session.phase === 'open' ? awaitFinals(step) : step;
}

/** Ends the session in favour of live speech. Its sound so far becomes final; the rest waits. */
function giveWay(segment: Segment, around: Surroundings): SegmentStep {
  const yielding = { ...segment, yields: true };
  const { phase } = segment.session;
  return phase === 'open' || phase === 'connecting'
    ? toSession(yielding, { type: 'terminate' }, around)
    : [yielding, [awaitTurnToSend]];
}

function timedOut(segment: Segment, around: Surroundings): SegmentStep {
  const { session } = segment;
  if (isUnsettled(segment) && session.phase === 'closed') {
    if (segment.yields && around.isLiveElsewhere) return [segment, [awaitTurnToSend]];
    return reconnect({ ...segment, yields: false }, around);
  }
  if (segment.phase === 'settling' && session.phase === 'terminating') return [segment, []];
  if (segment.phase === 'settling' && session.phase === 'open' && session.isHeldBack)
    return awaitFinals([segment, []]);
  // The service has sent nothing, so there are no more words.
  if (segment.phase === 'settling') return settled({ ...segment, isAsked: false }, [], around);
  return segment.phase === 'settled' ? end(segment, 'ending', around) : [segment, []];
}

/** Begins a new session with all sound that is not final. */
function reconnect(segment: Segment, around: Surroundings): SegmentStep {
  const { startSample: begun, heardTo: endSample } = segment;
  const range = { startSample: begun, endSample };
  const replay = planReplay(around.voice, segment.spoken, range);
  const startSample = pastUnsentSound(segment, replay.startSample);
  const pace = tuning.paces[Math.min(segment.tooFast, tuning.paces.length - 1)];
  const [session, effects] = beginSession(startSample, pace);
  const spoken = beginSessionTurns(segment.spoken, replay.overlap, replay.mayLackHead);
  const phase = segment.phase === 'streaming' ? 'streaming' : 'settling';
  const again: SegmentStep = [
    { ...segment, phase, session, spoken },
    [
      ...droppedBefore(replay, around.voice, segment),
      { type: 'connect' },
      ...effects.flatMap(ownEffects),
    ],
  ];
  const rest: SessionEvent[] =
    phase === 'streaming' ? [{ type: 'captured', toSample: endSample }] : ending(segment);
  return sequence(again, around, ...replayedEndpoints(segment, startSample), ...rest);
}

/** Reports sound that is not final and can no longer be sent, because an outage outlasted the memory. */
function droppedBefore(
  { startSample: endSample, mayLackHead }: Replay,
  voice: Voice,
  { startSample: begun, heardTo, spoken }: Segment,
): SegmentEffect[] {
  if (!mayLackHead) return [];
  const startSample = firstUnsettled(voice, spoken, { startSample: begun, endSample: heardTo });
  return [{ type: 'dropped', unfinal: { startSample, endSample } }];
}

/** Passes events to the session, one after the other, and handles the effects of each. */
const sequence = (
  step: SegmentStep,
  around: Surroundings,
  ...events: SessionEvent[]
): SegmentStep =>
  events.reduce<SegmentStep>(([segment, effects], event) => {
    const [next, more] = toSession(segment, event, around);
    return [next, [...effects, ...more]];
  }, step);
