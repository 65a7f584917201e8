import { samplesIn } from '../audio-format.ts';
import { isTooManySessions } from '../assemblyai/failure.ts';
import {
  isUnsettled,
  type Segment,
  type SegmentEffect,
  type SegmentEvent,
  type Surroundings,
} from '../segments/segment.ts';
import { beginSegment, stepSegment } from '../segments/step.ts';
import { tuning } from '../tuning.ts';
import { withoutVoiceIn } from '../voice/voice.ts';
import { isDictating } from './dictation.ts';
import type { Listening, ListeningEffect } from './listening.ts';

export type ListeningStep = [Listening, ListeningEffect[]];

/** Runs steps one after the other and collects their effects. */
export function sequence(
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

/**
 * Begins the next segment. New sound is streamed to it.
 *
 * @param unanswered how many sessions in a row have answered voice with no word
 */
export function beginNext(
  listening: Listening,
  startSample: number,
  unanswered = 0,
): ListeningStep {
  const [begun, effects] = beginSegment(listening.nextSegment, startSample);
  const segment = { ...begun, unanswered };
  return [
    {
      ...listening,
      segments: [...listening.segments, segment],
      nextSegment: listening.nextSegment + 1,
    },
    effects.map((effect) => ({ type: 'segment', id: segment.id, effect })),
  ];
}

/**
 * Streams sound from `startSample` on: in the live segment, in the warm session, or in a new one. A
 * dictation reuses the session in which the dictation before it waits for its words, unless it needs a
 * session of its own (`apart`).
 */
export function beginStream(
  listening: Listening,
  startSample: number,
  when: 'at-once' | 'when-final' | 'apart',
): ListeningStep {
  const { segments, nextSegment, finishing } = listening;
  // Only the newest: sound after the end of an older segment belongs to another one.
  const newest = segments.find(({ id }) => id === nextSegment - 1);
  const isAwaited = finishing.some(({ lastSegment }) => lastSegment === newest?.id);
  // A closing microphone may deliver some sound after the end, which is not sent.
  const isNear = newest !== undefined && startSample - newest.heardTo <= samplesIn(tuning.tailMs);
  const goesOn =
    (newest?.phase === 'settled' && when !== 'apart') ||
    (newest?.phase === 'settling' &&
      newest.session.phase !== 'terminating' &&
      when === 'at-once' &&
      !isAwaited &&
      isNear);
  const unsent = { startSample: newest?.heardTo ?? startSample, endSample: startSample };
  return sequence(
    { ...listening, voice: withoutVoiceIn(listening.voice, unsent) },
    [],
    (now) => (when === 'apart' ? toAllSegments(now, { type: 'release' }) : [now, []]),
    (now) => {
      if (newest?.phase === 'streaming') return [now, []];
      return goesOn
        ? toSegment(now, newest.id, { type: 'go-on', startSample })
        : beginNext(now, startSample);
    },
    (now) => toLiveSegment(now, { type: 'captured', toSample: now.capturedTo }),
  );
}

/** Passes an event to a segment, and removes the segment once it is over. */
export function toSegment(listening: Listening, id: number, event: SegmentEvent): ListeningStep {
  const segment = listening.segments.find((known) => known.id === id);
  if (segment === undefined) return [listening, []];
  const [next, effects] = stepSegment(segment, event, surroundingsOf(listening, segment));
  const segments =
    next.phase === 'over'
      ? listening.segments.filter((known) => known !== segment)
      : listening.segments.map((known) => (known === segment ? next : known));
  const stepped = { ...listening, segments };
  return sequence(
    stepped,
    effects.flatMap((effect) => effectsOf(segment, effect)),
    (now) => repeatFinished(now, segment, effects),
    (now) => giveWayToLive(now, id, effects),
  );
}

/** If the account allows only one session, live speech gets it, and other segments wait. */
function giveWayToLive(
  listening: Listening,
  id: number,
  effects: readonly SegmentEffect[],
): ListeningStep {
  const isRefused = effects.some(
    (effect) => effect.type === 'lost' && isTooManySessions(effect.failure),
  );
  if (!isRefused) return [listening, []];
  const unsettled = listening.segments.filter(isUnsettled);
  const older = unsettled.filter((other) => other.id < id && !other.yields);
  const isLiveElsewhere = unsettled.some((other) => other.id > id);
  const yielding = isLiveElsewhere ? [id] : older.map((other) => other.id);
  return sequence(
    listening,
    [],
    ...yielding.map(
      (one) =>
        (now: Listening): ListeningStep =>
          toSegment(now, one, { type: 'yield' }),
    ),
  );
}

/** Only the newest session can stay warm, because only the newest can be reused by the next start. */
function surroundingsOf(listening: Listening, segment: Segment): Surroundings {
  const { options, voice, segments, isClosing } = listening;
  const isNewest = segments.at(-1) === segment && !isStreaming(listening) && !isClosing;
  return {
    voice,
    maxAttempts: options.maxAttempts,
    warmMs: isNewest ? options.warmMs : 0,
    isLiveElsewhere: segments.some((other) => other.id > segment.id && isUnsettled(other)),
  };
}

function effectsOf({ id }: Segment, effect: SegmentEffect): ListeningEffect[] {
  const own: ListeningEffect = { type: 'segment', id, effect };
  if (effect.type === 'failed') return [own, { type: 'session-failed', failure: effect.failure }];
  return [own];
}

/**
 * Reports text again after a late turn has changed it. A segment can also settle again without a
 * new turn, when another session only confirms its end. Its text is not reported then, because the
 * person may have copied something else meanwhile.
 */
function repeatFinished(
  listening: Listening,
  { id }: Segment,
  effects: readonly SegmentEffect[],
): ListeningStep {
  const { finished } = listening;
  if (finished?.lastSegment !== id) return [listening, []];
  const hasChanged = finished.hasChanged || effects.some(({ type }) => type === 'turn');
  const isDue = hasChanged && effects.some(({ type }) => type === 'settled');
  const { firstTurn, lastSegment } = finished;
  return [
    { ...listening, finished: { ...finished, hasChanged: hasChanged && !isDue } },
    isDue ? [{ type: 'finished', firstTurn, lastSegment, isAgain: true }] : [],
  ];
}

/** Passes an event to every segment, in order of speech. */
export const toAllSegments = (listening: Listening, event: SegmentEvent): ListeningStep =>
  sequence(
    listening,
    [],
    ...listening.segments.map(
      ({ id }) =>
        (now: Listening) =>
          toSegment(now, id, event),
    ),
  );

/** Passes an event to the segment that receives new sound. */
export function toLiveSegment(listening: Listening, event: SegmentEvent): ListeningStep {
  const live = liveOf(listening);
  return live === undefined ? [listening, []] : toSegment(listening, live.id, event);
}

/** Captions or a dictation are recorded, their tails included. */
export const isHeard = ({ captions, dictations }: Listening): boolean =>
  captions.phase !== 'off' || isDictating(dictations);

/** Captions or a dictation are recorded and have not been stopped. */
export const isStreaming = ({ captions, dictations }: Listening): boolean =>
  captions.phase === 'on' || dictations.all.at(-1)?.phase === 'on';

export const liveOf = ({ segments }: Listening): Segment | undefined =>
  segments.findLast(({ phase }) => phase === 'streaming');
