import { samplesIn } from '../audio-format.ts';
import { textIn, type Reserved } from '../dictation/range.ts';
import { answerTimeMs } from '../segments/ending.ts';
import { isUnsettled, turnsPerSegment, type Segment } from '../segments/segment.ts';
import { coverageOf, type Coverage } from '../segments/finality.ts';
import { tuning } from '../tuning.ts';
import { voicedIn } from '../voice/voice.ts';
import {
  noDictations,
  type Dictated,
  type Dictation,
  type FinishingDictation,
} from './dictation.ts';
import type { Listening, ListeningEffect } from './listening.ts';
import type { ListeningStep } from './segment-control.ts';

/** A segment in which words of a dictation may still become final. */
export interface Uncovered {
  segment: Segment;
  coverage: Exclude<Coverage, 'sure'>;
}

/** The segments in which finals of an ended dictation may be missing. */
export function uncoveredSegments(
  { segments, voice }: Listening,
  { startSample, untilSample }: FinishingDictation,
): Uncovered[] {
  return segments.flatMap((segment) => {
    if (!isUnsettled(segment) || segment.startSample >= untilSample) return [];
    const coverage = coverageOf(
      segment,
      { voice },
      {
        startSample: Math.max(startSample, segment.startSample),
        endSample: Math.min(untilSample, segment.heardTo),
      },
    );
    return coverage === 'sure' ? [] : [{ segment, coverage }];
  });
}

/** Records new turns, which may hold words of dictations, and sound that could not be recognised. */
export function noteWords(listening: Listening, effects: readonly ListeningEffect[]): Listening {
  let { all, turns } = listening.dictations;
  for (const effect of effects) {
    if (effect.type !== 'segment') continue;
    if (effect.effect.type === 'turn') {
      const { turn } = effect.effect;
      turns = [...turns.filter(({ id }) => id !== turn.id), turn];
    } else if (effect.effect.type === 'failed' || effect.effect.type === 'dropped') {
      const { endSample } = effect.effect.unfinal;
      all = all.map((one) => (one.startSample <= endSample ? { ...one, isCut: true } : one));
    }
  }
  return { ...listening, dictations: { ...listening.dictations, all, turns } };
}

/**
 * Reports the dictations that are complete, in order of speech. Each new final restarts the wait
 * for the remaining words.
 *
 * @param effects of the current step
 */
export function completeDictations(
  listening: Listening,
  effects: readonly ListeningEffect[],
): ListeningStep {
  const { dictations } = listening;
  const finishing = dictations.all.filter((one) => one.phase === 'finishing');
  const firstAwaited = finishing.findIndex((dictation) => !isComplete(listening, dictation));
  const complete = firstAwaited === -1 ? finishing : finishing.slice(0, firstAwaited);
  const hasFinal = effects.some(isFinal);
  const rest = dictations.all.slice(complete.length);
  const all = hasFinal ? rest.map(withoutPings) : rest;
  let { reserved } = dictations;
  const reported = complete.flatMap((dictation): ListeningEffect[] => {
    const [dictated, next] = dictatedBy(listening, dictation, reserved);
    reserved = next;
    return [
      { type: 'set-dictation-timeout', id: dictation.id, timeoutMs: null },
      { type: 'dictated', dictated },
    ];
  });
  return [
    withoutOldTurns({ ...listening, dictations: { ...dictations, all, reserved } }),
    [
      ...reported,
      ...(hasFinal
        ? finishing
            .slice(complete.length)
            .map((dictation) => awaitRemainingWords(listening, dictation))
        : []),
    ],
  ];
}

const isFinal = (effect: ListeningEffect): boolean =>
  effect.type === 'segment' && effect.effect.type === 'turn' && effect.effect.turn.isFinal;

/** A pong that was requested before a final does not prove that no later word comes, so ask again. */
const withoutPings = (dictation: Dictation): Dictation =>
  dictation.phase === 'finishing' ? { ...dictation, awaitedPongs: null } : dictation;

/** Starts the wait for the finals of a dictation. It is shorter if the rest is likely no word. */
export function awaitRemainingWords(
  listening: Listening,
  dictation: FinishingDictation,
): ListeningEffect {
  const uncovered = uncoveredSegments(listening, dictation);
  const isLikely = uncovered.every(({ coverage }) => coverage === 'likely');
  const { likelyFinalTimeoutMs, finalTimeoutMs } = tuning;
  const usualMs = isLikely && dictation.isForced ? likelyFinalTimeoutMs : finalTimeoutMs;
  const timeoutMs = Math.max(
    usualMs,
    ...uncovered.map(({ segment }) => answerTimeMs(segment, usualMs, dictation.startSample)),
  );
  return { type: 'set-dictation-timeout', id: dictation.id, timeoutMs };
}

const isComplete = (listening: Listening, dictation: FinishingDictation): boolean =>
  dictation.waits === Infinity || uncoveredSegments(listening, dictation).length === 0;

/** Turns from before a dictation help to decide which words belong to it. */
const turnsBefore = 3;

/** Drops turns that no dictation needs any more. */
function withoutOldTurns(listening: Listening): Listening {
  const { dictations, segments } = listening;
  if (dictations.all.length > 0) return listening;
  const oldest = segments[0]?.id;
  if (oldest === undefined) return { ...listening, dictations: noDictations };
  const turns = dictations.turns
    .filter(({ id }) => id >= oldest * turnsPerSegment)
    .slice(-turnsBefore);
  return { ...listening, dictations: { ...dictations, turns } };
}

/** The result of a dictation, and the words that are reserved after it. */
function dictatedBy(
  { voice, dictations, ...listening }: Listening,
  dictation: FinishingDictation,
  reservedBefore: Reserved | null,
): [Dictated, Reserved] {
  const { id, startSample, untilSample: endSample } = dictation;
  const turns = dictations.turns.toSorted((one, other) => one.id - other.id);
  const finals = turns.filter(({ isFinal }) => isFinal);
  const range = { startSample, endSample };
  const { text, languages, reserved } = textIn(turns, range, voice, reservedBefore);
  const isLineSilent = (dictation.awaitedPongs ?? []).length > 0;
  const isLacking = uncoveredSegments({ voice, dictations, ...listening }, dictation).some(
    ({ coverage }) => coverage !== 'likely' || isLineSilent,
  );
  const isFinalText = text === textIn(finals, range, voice, reservedBefore).text;
  // This much voice without a word is not silence. Its recording is kept for another try.
  const isUnanswered = text === '' && voicedIn(voice, range) >= samplesIn(tuning.unansweredVoiceMs);
  const isComplete = !dictation.isCut && !isLacking && isFinalText && !isUnanswered;
  return [{ id, ...range, text, languages, isComplete }, reserved];
}
