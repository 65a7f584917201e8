import { samplesIn } from '../audio-format.ts';
import { textIn, type Claimed } from '../dictation/range.ts';
import { answerTimeMs } from '../streaming/passage/ending.ts';
import { isUnsettled, turnsPerPassage, type Passage } from '../streaming/passage/passage.ts';
import { coverageOf, type Coverage } from '../streaming/passage/prospects.ts';
import { tuning } from '../tuning.ts';
import { voicedIn } from '../voice/voice.ts';
import {
  noDictations,
  type Dictated,
  type Dictation,
  type Dictations,
  type FinishingDictation,
} from './dictation.ts';
import type { Listening, ListeningEffect } from './listening.ts';
import type { ListeningStep } from './passages.ts';

/** A passage in which words of a dictation may still become final. */
export interface Uncovered {
  passage: Passage;
  coverage: Exclude<Coverage, 'sure'>;
}

/** Where finals may be missing for a dictation that has ended. */
export function uncoveredPassages(
  { passages, voice }: Listening,
  { startSample, untilSample }: FinishingDictation,
): Uncovered[] {
  return passages.flatMap((passage) => {
    if (!isUnsettled(passage) || passage.startSample >= untilSample) return [];
    const coverage = coverageOf(
      passage,
      { voice },
      {
        startSample: Math.max(startSample, passage.startSample),
        endSample: Math.min(untilSample, passage.heardTo),
      },
    );
    return coverage === 'sure' ? [] : [{ passage, coverage }];
  });
}

/** Takes up the turns that hold words of dictations, and the sound that has no text. */
export function noteWords(listening: Listening, effects: readonly ListeningEffect[]): Listening {
  let { all, turns } = listening.dictations;
  for (const effect of effects) {
    if (effect.type !== 'passage') continue;
    if (effect.effect.type === 'turn') {
      const { turn } = effect.effect;
      turns = [...turns.filter(({ id }) => id !== turn.id), turn];
    } else if (effect.effect.type === 'failed') {
      const { endSample } = effect.effect.unfinal;
      all = all.map((one) => (one.startSample <= endSample ? { ...one, isCut: true } : one));
    }
  }
  return { ...listening, dictations: { ...listening.dictations, all, turns } };
}

/**
 * Hands over the dictations that are complete by now, in order of speech. With each final, the
 * wait for the rest begins again.
 *
 * @param effects of the step that comes to its end
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
  const all = hasFinal ? rest.map(unasked) : rest;
  let { claimed } = dictations;
  const handedOver = complete.flatMap((dictation): ListeningEffect[] => {
    const [dictated, next] = dictatedBy(listening, dictation, claimed);
    claimed = next;
    return [
      { type: 'set-dictation-timeout', id: dictation.id, timeoutMs: null },
      { type: 'dictated', dictated },
    ];
  });
  return [
    { ...listening, dictations: withoutOldTurns(listening, { ...dictations, all, claimed }) },
    [
      ...handedOver,
      ...(hasFinal
        ? finishing.slice(complete.length).map((dictation) => awaitRest(listening, dictation))
        : []),
    ],
  ];
}

const isFinal = (effect: ListeningEffect): boolean =>
  effect.type === 'passage' && effect.effect.type === 'turn' && effect.effect.turn.isFinal;

/** A line that has just given a word was asked too early whether there is another. */
const unasked = (dictation: Dictation): Dictation =>
  dictation.phase === 'finishing' ? { ...dictation, unproven: null } : dictation;

/** Finals are waited for; what is likely no word is not waited for as long. */
export function awaitRest(listening: Listening, dictation: FinishingDictation): ListeningEffect {
  const uncovered = uncoveredPassages(listening, dictation);
  const isLikely = uncovered.every(({ coverage }) => coverage === 'likely');
  const { likelyFinalTimeoutMs, finalTimeoutMs } = tuning;
  const usualMs = isLikely && dictation.isForced ? likelyFinalTimeoutMs : finalTimeoutMs;
  const timeoutMs = Math.max(
    usualMs,
    ...uncovered.map(({ passage }) => answerTimeMs(passage, usualMs, dictation.startSample)),
  );
  return { type: 'set-dictation-timeout', id: dictation.id, timeoutMs };
}

const isComplete = (listening: Listening, dictation: FinishingDictation): boolean =>
  dictation.waits === Infinity || uncoveredPassages(listening, dictation).length === 0;

/** Turns that were said before a dictation help to tell which words are its own. */
const turnsBefore = 3;

/** Lets go of turns that no dictation needs any more. */
function withoutOldTurns({ passages }: Listening, dictations: Dictations): Dictations {
  if (dictations.all.length > 0) return dictations;
  const oldest = passages[0]?.id;
  if (oldest === undefined) return noDictations;
  const turns = dictations.turns
    .filter(({ id }) => id >= oldest * turnsPerPassage)
    .slice(-turnsBefore);
  return { ...dictations, turns };
}

/** What a dictation came to, and which words have their text by then. */
function dictatedBy(
  { voice, dictations, ...listening }: Listening,
  dictation: FinishingDictation,
  claimedBefore: Claimed | null,
): [Dictated, Claimed | null] {
  const { id, startSample, untilSample: endSample } = dictation;
  const turns = dictations.turns.toSorted((one, other) => one.id - other.id);
  const finals = turns.filter(({ isFinal }) => isFinal);
  const range = { startSample, endSample };
  const { text, claimed } = textIn(turns, range, voice, claimedBefore);
  const isSilent = (dictation.unproven ?? []).length > 0;
  const isLacking = uncoveredPassages({ voice, dictations, ...listening }, dictation).some(
    ({ coverage }) => coverage !== 'likely' || isSilent,
  );
  const isFinalText = text === textIn(finals, range, voice, claimedBefore).text;
  // So much voice without a word is no silence: the recording is kept, and can be tried again.
  const isUnanswered = text === '' && voicedIn(voice, range) >= samplesIn(tuning.unansweredVoiceMs);
  const isComplete = !dictation.isCut && !isLacking && isFinalText && !isUnanswered;
  return [{ id, ...range, text, isComplete }, claimed];
}
