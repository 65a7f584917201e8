import { tuning } from '../tuning.ts';
import { voicedUntil } from '../voice/voice.ts';
import { stepSession } from '../assemblyai/session.ts';
import type { SessionEffect, SessionEvent } from '../assemblyai/session-state.ts';
import { awaitFinals } from './ending.ts';
import {
  ownEffects,
  type Segment,
  type SegmentEffect,
  type SegmentStep,
  type Surroundings,
} from './segment.ts';
import { coverageOf, hasNothingPending } from './finality.ts';
import { ended, stopTimer } from './session-end.ts';
import { anchorAfterFinal } from './settled-speech.ts';
import { hearTurn } from './hear-turn.ts';
import { forceSent } from './spoken.ts';

/** Passes an event to the segment's session, and takes what the session answers. */
export function toSession(
  segment: Segment,
  event: SessionEvent,
  around: Surroundings,
): SegmentStep {
  const [session, sessionEffects] = stepSession(segment.session, event);
  return sessionEffects.reduce<SegmentStep>(
    ([current, effects], effect) => {
      const [next, more] = reactTo(current, effect, around);
      return [next, [...effects, ...ownEffects(effect), ...more]];
    },
    [{ ...segment, session }, []],
  );
}

function reactTo(segment: Segment, effect: SessionEffect, around: Surroundings): SegmentStep {
  switch (effect.type) {
    case 'began':
      return began(segment);
    case 'turn':
      return heard(segment, effect, around);
    case 'endpoint-forced': {
      const { sample } = effect;
      const endpoint = { sample, isInBacklog: segment.caughtUpAt > sample };
      return [{ ...segment, spoken: forceSent(segment.spoken, endpoint) }, []];
    }
    case 'ended':
      return ended(segment, effect, around);
    default:
      return [segment, []];
  }
}

function began(segment: Segment): SegmentStep {
  const { session, heardTo } = segment;
  const firstSample = session.phase === 'open' ? session.firstSample : heardTo;
  const next = { ...segment, failedAttempts: 0, caughtUpAt: heardTo + (heardTo - firstSample) };
  return segment.phase === 'settling' ? awaitFinals([next, []]) : [next, []];
}

function heard(
  segment: Segment,
  { turn: message, timeline }: Extract<SessionEffect, { type: 'turn' }>,
  around: Surroundings,
): SegmentStep {
  const { voice } = around;
  const voicedTo = voicedUntil(voice, segment.heardTo) ?? segment.heardTo;
  const [spoken, turn] = hearTurn(segment.spoken, message, timeline, { voicedTo, voice });
  const next = {
    ...segment,
    unanswered: 0,
    // A final without words may be that of an earlier turn.
    isAsked: segment.isAsked && (!message.end_of_turn || message.transcript.trim() === ''),
    spoken: message.end_of_turn ? anchorAfterFinal(spoken, segment, around) : spoken,
  };
  const effects: SegmentEffect[] = turn === null ? [] : [{ type: 'turn', turn }];
  // A session that ended in favour of live speech is not the last one of this segment.
  if (!message.end_of_turn || segment.yields) return [next, effects];
  if (segment.phase === 'settling') return awaitMissingWords([next, effects], around);
  const isLate = segment.phase !== 'streaming' && turn !== null;
  return [next, isLate ? [...effects, { type: 'settled' }] : effects];
}

/** After a final, sets the wait for words that may still be missing. */
function awaitMissingWords([segment, effects]: SegmentStep, around: Surroundings): SegmentStep {
  switch (coverageOf(segment, around)) {
    case 'sure':
      return settled(segment, effects, around);
    case 'likely':
      return [
        segment,
        [...effects, { type: 'set-timeout', timeoutMs: tuning.likelyFinalTimeoutMs }],
      ];
    case 'open':
    case 'pending':
      return awaitFinals([segment, effects]);
  }
}

/** All words of the segment are there. Keeps the session warm, or ends it. */
export function settled(
  segment: Segment,
  effects: SegmentEffect[],
  around: Surroundings,
): SegmentStep {
  const all: SegmentEffect[] = [...effects, { type: 'settled' }];
  if (isKeptWarm(segment, around))
    return [
      { ...segment, phase: 'settled' },
      [...all, { type: 'set-timeout', timeoutMs: around.warmMs }],
    ];
  const [next, more] = end(segment, 'ending', around);
  return [next, [...all, ...more]];
}

/** A warm session that is lost is not retried, so it must have no pending words. */
export const isKeptWarm = (segment: Segment, around: Surroundings): boolean =>
  around.warmMs > 0 && segment.session.phase === 'open' && hasNothingPending(segment, around);

/** Ends the session, and the segment with it. */
export function end(
  segment: Segment,
  wanted: 'ending' | 'abandoned',
  around: Surroundings,
): SegmentStep {
  if (segment.phase === 'over') return [segment, []];
  const phase = segment.session.phase === 'closed' ? 'over' : wanted;
  const [next, effects] = toSession({ ...segment, phase }, { type: 'terminate' }, around);
  return [next, [stopTimer, ...effects]];
}
