import { losesForcedWords } from '../streaming/passage/ending.ts';
import { tuning } from '../tuning.ts';
import { awaitRest, uncoveredPassages, type Uncovered } from './coverage.ts';
import { withDictation, type Dictation, type FinishingDictation } from './dictation.ts';
import type { Listening, ListeningEffect } from './listening.ts';
import { askForLife } from './proof-of-life.ts';
import {
  beginStream,
  handOverInPause,
  liveOf,
  sequence,
  toLivePassage,
  type ListeningStep,
} from './passages.ts';
import { startSampleOf } from './pre-roll.ts';
import { tailFrom } from './tail.ts';

/** A dictation from now on; one whose tail is still heard ends there. */
export function beginDictation(listening: Listening, id: number): ListeningStep {
  const { capturedTo } = listening;
  if (listening.dictations.all.at(-1)?.phase === 'on') return [listening, []];
  const startSample = startSampleOf(listening);
  const begun: Dictation = { id, startSample, isCut: false, phase: 'on' };
  return sequence(
    listening,
    [{ type: 'started' }],
    (now) => endDictations(now, capturedTo),
    (now) => [
      {
        ...now,
        dictations: { ...now.dictations, all: [...now.dictations.all, begun] },
        isCheckingLevel: false,
        isClosing: false,
        finished: null,
      },
      [],
    ],
    // Where captions are heard, their passage goes on; at the end of their tail another follows.
    (now) => beginStream(now, startSample, 'at-once'),
  );
}

/** The person has let go; what is heard within the tail still belongs to the dictation. */
export function stopDictation(listening: Listening): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last?.phase !== 'on') return [listening, []];
  return [
    withDictation(listening, { ...last, phase: 'tail', ...tailFrom(listening.capturedTo) }),
    [{ type: 'set-dictation-timeout', id: last.id, timeoutMs: tuning.tailTimeoutMs }],
  ];
}

/** Ends the dictation that is spoken, at `sample` at the latest, and asks for its last words. */
export function endDictations(listening: Listening, sample: number): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last === undefined || last.phase === 'finishing') return [listening, []];
  const untilSample = last.phase === 'tail' ? Math.min(sample, last.untilSample) : sample;
  const isCutShort = last.phase === 'tail' && untilSample < last.untilSample;
  const newest = listening.passages.at(-1);
  const isForced = newest?.session.phase === 'open' && !losesForcedWords(newest) && !isCutShort;
  const { id, startSample, isCut } = last;
  const ended: FinishingDictation = {
    id,
    startSample,
    isCut,
    phase: 'finishing',
    untilSample,
    isForced,
    isCutShort,
    waits: 0,
    unproven: null,
  };
  return sequence(
    withDictation(listening, ended),
    [],
    (now) => [now, [{ type: 'dictation-ended', id: ended.id }, awaitRest(now, ended)]],
    (now) => {
      if (now.captions.phase === 'off')
        return toLivePassage(now, { type: 'end-at', sample: untilSample });
      // Of a tail that was cut short, the end of the last word may not be on the wire yet.
      return now.captions.phase === 'on' && !isCutShort
        ? toLivePassage(now, { type: 'force-endpoint' })
        : [now, []];
    },
  );
}

/** Ends the dictation whose tail was heard. */
export function endHeardTail(listening: Listening): ListeningStep {
  const { dictations, capturedTo } = listening;
  const last = dictations.all.at(-1);
  return last?.phase === 'tail' && capturedTo >= last.untilSample
    ? endDictations(listening, capturedTo)
    : [listening, []];
}

/** The tail or the finals of a dictation did not come in time. */
export function dictationTimedOut(listening: Listening, id: number): ListeningStep {
  const dictation = listening.dictations.all.find((known) => known.id === id);
  if (dictation?.phase === 'tail') return endDictations(listening, listening.capturedTo);
  if (dictation?.phase !== 'finishing') return [listening, []];
  const uncovered = uncoveredPassages(listening, dictation);
  // A passage that connects, catches up or ends has bounds of its own.
  const isAwaited = uncovered.some(
    ({ passage: { phase, session, caughtUpAt, heardTo }, coverage }) =>
      session.phase === 'connecting' ||
      session.phase === 'closed' ||
      (session.phase === 'terminating' && phase === 'settling') ||
      caughtUpAt > heardTo ||
      (coverage !== 'likely' && phase !== 'streaming'),
  );
  if (isAwaited) return [listening, [awaitFinals(dictation)]];
  const isOver = dictation.waits === tuning.finalWaits;
  const waiting = { ...dictation, waits: isOver ? Infinity : dictation.waits + 1 };
  if (isOver) return [withDictation(listening, waiting), []];
  return sequence(
    withDictation(listening, waiting),
    [awaitFinals(dictation)],
    (now) => endLiveTurn(now, uncovered),
    (now) => {
      if (!isAnswerDue(dictation, uncovered)) return [now, []];
      const passages = uncovered.map(({ passage }) => passage.id);
      return askForLife(now, waiting, passages);
    },
  );
}

/**
 * Beside captions, a turn that ForceEndpoint would cut is left to end by itself. It has not by now:
 * its session ends at the next pause, which makes it final, and captions go on in another.
 */
function endLiveTurn(listening: Listening, uncovered: readonly Uncovered[]): ListeningStep {
  const live = liveOf(listening);
  const isOwed = uncovered.some(
    ({ passage, coverage }) => passage.id === live?.id && coverage !== 'likely',
  );
  if (live === undefined || !losesForcedWords(live) || !isOwed) return [listening, []];
  return handOverInPause({ ...listening, isHandingOver: true });
}

/**
 * By now the service has answered, or found no word. The first wait is a whole one only where it is
 * behind ForceEndpoint; where nobody asked for an answer, the last word may be on its way.
 */
function isAnswerDue(
  { isCutShort, isForced, waits }: FinishingDictation,
  uncovered: readonly Uncovered[],
): boolean {
  if (isCutShort || uncovered.some(({ coverage }) => coverage === 'owed')) return false;
  const isLikely = uncovered.every(({ coverage }) => coverage === 'likely');
  return waits > 0 || (isLikely && isForced);
}

const awaitFinals = ({ id }: Dictation): ListeningEffect => ({
  type: 'set-dictation-timeout',
  id,
  timeoutMs: tuning.finalTimeoutMs,
});
