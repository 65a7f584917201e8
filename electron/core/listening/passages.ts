import { samplesIn } from '../audio-format.ts';
import { isTooManySessions } from '../streaming/failure.ts';
import {
  isUnsettled,
  type Passage,
  type PassageEffect,
  type PassageEvent,
  type Surroundings,
} from '../streaming/passage/passage.ts';
import { losesForcedWords } from '../streaming/passage/ending.ts';
import { beginPassage, stepPassage } from '../streaming/passage/step.ts';
import { tuning } from '../tuning.ts';
import { lastPause } from '../voice/voice.ts';
import { isDictating } from './dictation.ts';
import type { Listening, ListeningEffect } from './listening.ts';

export type ListeningStep = [Listening, ListeningEffect[]];

/** Runs steps one after the other and gathers what has to be done. */
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

/** Begins the next passage; it is the one that captions are streamed to from now on. */
export function beginNext(listening: Listening, startSample: number): ListeningStep {
  const [passage, effects] = beginPassage(listening.nextPassage, startSample);
  return [
    {
      ...listening,
      passages: [...listening.passages, passage],
      nextPassage: listening.nextPassage + 1,
    },
    effects.map((effect) => ({ type: 'passage', id: passage.id, effect })),
  ];
}

/**
 * Sound is streamed from `startSample` on: in the passage that is live, in the session that is kept
 * warm, or in a new one. A dictation takes up the session in which the last one awaits its words.
 */
export function beginStream(
  listening: Listening,
  startSample: number,
  when: 'at-once' | 'when-final',
): ListeningStep {
  const { passages, nextPassage, finishing } = listening;
  // Behind the end of an older one, something was said that is another's.
  const newest = passages.find(({ id }) => id === nextPassage - 1);
  const isAwaited = finishing.some(({ lastPassage }) => lastPassage === newest?.id);
  // What a microphone that closes still delivers is as good as the tail; more would be nobody's.
  const isNear = newest !== undefined && startSample - newest.heardTo <= samplesIn(tuning.tailMs);
  const goesOn =
    newest?.phase === 'settled' ||
    (newest?.phase === 'settling' &&
      newest.session.phase !== 'terminating' &&
      when === 'at-once' &&
      !isAwaited &&
      isNear);
  return sequence(
    listening,
    [],
    (now) => {
      if (newest?.phase === 'streaming') return [now, []];
      return goesOn
        ? toPassage(now, newest.id, { type: 'go-on', startSample })
        : beginNext(now, startSample);
    },
    (now) => toLivePassage(now, { type: 'captured', toSample: now.capturedTo }),
  );
}

/** Hands an event to a passage; one that is over is let go. */
export function toPassage(listening: Listening, id: number, event: PassageEvent): ListeningStep {
  const passage = listening.passages.find((known) => known.id === id);
  if (passage === undefined) return [listening, []];
  const [next, effects] = stepPassage(passage, event, surroundingsOf(listening, passage));
  const passages = listening.passages.flatMap((known) => {
    if (known !== passage) return [known];
    return next.phase === 'over' ? [] : [next];
  });
  return sequence(
    { ...listening, passages },
    effects.flatMap((effect) => effectsOf(passage, effect)),
    (now) => handOverAgain(now, passage, effects),
    (now) => giveWayToLive(now, id, effects),
  );
}

/** Where the account allows no second session, live speech has the only one, and the rest waits. */
function giveWayToLive(
  listening: Listening,
  id: number,
  effects: readonly PassageEffect[],
): ListeningStep {
  const isRefused = effects.some(
    (effect) => effect.type === 'lost' && isTooManySessions(effect.failure),
  );
  if (!isRefused) return [listening, []];
  const others = listening.passages.filter((other) => other.id !== id && isUnsettled(other));
  const older = others.filter((other) => other.id < id && !other.yields);
  const isLiveElsewhere = others.some((other) => other.id > id);
  const yielding = isLiveElsewhere ? [id] : older.map((other) => other.id);
  return sequence(
    listening,
    [],
    ...yielding.map(
      (one) =>
        (now: Listening): ListeningStep =>
          toPassage(now, one, { type: 'yield' }),
    ),
  );
}

/** Only the session that the next start can take up is worth its money. */
function surroundingsOf(listening: Listening, passage: Passage): Surroundings {
  const { options, voice, passages, isClosing } = listening;
  const isNewest = passages.at(-1) === passage && !isStreaming(listening) && !isClosing;
  return {
    voice,
    maxAttempts: options.maxAttempts,
    warmMs: isNewest ? options.warmMs : 0,
    isLiveElsewhere: passages.some((other) => other.id > passage.id && isUnsettled(other)),
  };
}

function effectsOf({ id }: Passage, effect: PassageEffect): ListeningEffect[] {
  const own: ListeningEffect = { type: 'passage', id, effect };
  if (effect.type === 'failed') return [own, { type: 'session-failed', failure: effect.failure }];
  return [own];
}

/**
 * Text that was handed over is so again when a late turn has changed it. A passage whose end is only
 * confirmed by another session settles once more without one; the person may have copied something
 * else by then.
 */
function handOverAgain(
  listening: Listening,
  { id }: Passage,
  effects: readonly PassageEffect[],
): ListeningStep {
  const { finished } = listening;
  if (finished?.lastPassage !== id) return [listening, []];
  const hasChanged = finished.hasChanged || effects.some(({ type }) => type === 'turn');
  const isDue = hasChanged && effects.some(({ type }) => type === 'settled');
  const { firstTurn, lastPassage } = finished;
  return [
    { ...listening, finished: { ...finished, hasChanged: hasChanged && !isDue } },
    isDue ? [{ type: 'finished', firstTurn, lastPassage }] : [],
  ];
}

/** Hands an event to every passage, in order of speech. */
export const toAllPassages = (listening: Listening, event: PassageEvent): ListeningStep =>
  sequence(
    listening,
    [],
    ...listening.passages.map(
      ({ id }) =>
        (now: Listening) =>
          toPassage(now, id, event),
    ),
  );

/** Hands an event to the passage that captions are streamed to. */
export function toLivePassage(listening: Listening, event: PassageEvent): ListeningStep {
  const live = liveOf(listening);
  return live === undefined ? [listening, []] : toPassage(listening, live.id, event);
}

/** Somebody speaks, or the tail of what was said is heard. */
export const isHeard = ({ captions, dictations }: Listening): boolean =>
  captions.phase !== 'off' || isDictating(dictations);

/** Somebody speaks, and goes on. */
export const isStreaming = ({ captions, dictations }: Listening): boolean =>
  captions.phase === 'on' || dictations.all.at(-1)?.phase === 'on';

export const liveOf = ({ passages }: Listening): Passage | undefined =>
  passages.findLast(({ phase }) => phase === 'streaming');

/** Begins the next passage; a service that answered none of the one before is not tried once more. */
function followUp(listening: Listening, sample: number): ListeningStep {
  const unanswered = liveOf(listening)?.unanswered ?? 0;
  const [next, effects] = beginNext(listening, sample);
  const passages = next.passages.map((one) =>
    one.id === listening.nextPassage ? { ...one, unanswered } : one,
  );
  return [{ ...next, passages }, effects];
}

/** The newest passage ends here, and another takes over; its session begins at once. */
const handOver = (listening: Listening, sample: number): ListeningStep =>
  sequence(
    { ...listening, isHandingOver: false },
    [],
    (now) => followUp(now, sample),
    (now) => toPassage(now, now.nextPassage - 2, { type: 'end-at', sample }),
    (now) => toLivePassage(now, { type: 'captured', toSample: now.capturedTo }),
  );

/** Where another session is wanted, a pause is the time for it: no word is cut in two. */
export function handOverInPause(listening: Listening): ListeningStep {
  const { voice, capturedTo, isHandingOver } = listening;
  const isPause = lastPause(voice, capturedTo) === capturedTo;
  return isHandingOver && isPause && isStreaming(listening)
    ? handOver(listening, capturedTo)
    : [listening, []];
}

/**
 * Makes the open turn final now. Where ForceEndpoint would drop words, the end of the session does,
 * at the next pause, and what is said from there on goes to another.
 */
export function endTurn(listening: Listening): ListeningStep {
  const live = liveOf(listening);
  if (live === undefined || !losesForcedWords(live))
    return toLivePassage(listening, { type: 'force-endpoint' });
  return live.session.phase === 'open' && live.spoken.open.length > 0
    ? handOverInPause({ ...listening, isHandingOver: true })
    : [listening, []];
}

/**
 * After an outage the service would work off what was said meanwhile before what is said now. So
 * when a late session begins it is given what was said up to the last pause, and captions go on
 * from there in another one; without such a pause they do so at the next. Final words that are heard
 * again have to stay in the session that knows them.
 */
export function handOverWhenLate(
  listening: Listening,
  id: number,
  event: PassageEvent,
): ListeningStep {
  const live = liveOf(listening);
  const isBegin =
    event.type === 'session' &&
    event.event.type === 'message' &&
    event.event.message.type === 'Begin';
  if (!isBegin || live?.id !== id || live.session.phase !== 'connecting') return [listening, []];
  if (!isStreaming(listening)) return [listening, []];
  const { firstSample } = live.session;
  if (live.heardTo - firstSample <= samplesIn(tuning.longestLagMs)) return [listening, []];
  const pause = lastPause(listening.voice, live.heardTo);
  const isUsable =
    pause !== null &&
    pause > firstSample &&
    live.spoken.overlap.every(({ endSample }) => endSample <= pause);
  return isUsable ? handOver(listening, pause) : [{ ...listening, isHandingOver: true }, []];
}
