import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil, type Stretch, type Voice } from '../../voice/voice.ts';
import type { Durations } from '../session.ts';
import type { Passage, Surroundings } from './passage.ts';
import { planReplay } from './replay.ts';
import { countBefore } from './split.ts';
import { wasForced, type Spoken, type SpokenTurn } from './spoken.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/**
 * Whether the words of a range are final: surely, likely, or not. Likely is where the finals end so
 * near to the last voice that the rest may be a breath, or behind them nothing is heard but clicks,
 * though it may also be one more word; and where there is no voice, for what is said softly. Open is
 * voice without finals, and owed is a word that the service has told and not made final.
 */
export type Coverage = 'sure' | 'likely' | 'open' | 'owed';

/** @param range of the passage; all that was heard of it unless given */
export function coverageOf(
  { spoken, startSample, heardTo, isAsked }: Passage,
  { voice }: Pick<Surroundings, 'voice'>,
  range: Stretch = { startSample, endSample: heardTo },
): Coverage {
  const isBefore = (turn: SpokenTurn): boolean =>
    turn.words.length === 0 || countBefore([turn], range.endSample, voice) > 0;
  if (spoken.open.some(isBefore)) return 'owed';
  const voicedTo = voicedUntil(voice, range.endSample) ?? 0;
  const { newest } = spoken;
  if (newest === null || latestEnd(newest) <= range.startSample)
    return voicedTo > range.startSample ? 'open' : 'likely';
  const ended = endsOf(spoken, voice, voicedTo);
  // A turn may have ended in a pause that is too short to be seen, and its end is reported late.
  const mayLack = isAsked && range.endSample - voicedTo < samplesIn(tuning.silenceMs);
  if (ended.every((sample) => sample >= voicedTo)) return mayLack ? 'likely' : 'sure';
  const finalTo = Math.max(...ended);
  const isNear = voicedTo <= finalTo + samplesIn(tuning.finalCoversMs);
  return isNear || isClicks(voice, { startSample: finalTo, endSample: range.endSample })
    ? 'likely'
    : 'open';
}

/**
 * Where the newest final can have ended, up to the end of the voice: a turn ends where the voice
 * pauses, or where it was forced to.
 */
function endsOf(spoken: Spoken, { stretches }: Voice, voicedTo: number): number[] {
  const { newest, forcedAt } = spoken;
  if (newest === null) return [];
  const slack = samplesIn(tuning.voiceSlackMs);
  const from = earliestEnd(newest) - slack;
  const to = latestEnd(newest) + slack;
  const pauses = stretches
    .map(({ endSample }) => Math.min(endSample, voicedTo))
    .filter((sample) => sample >= from && sample <= to);
  const isCut = wasForced(spoken) && forcedAt !== null && forcedAt < voicedTo;
  const ends = isCut ? [...pauses, Math.min(forcedAt, to)] : pauses;
  return ends.length === 0 ? [latestEnd(newest)] : ends;
}

/** All voice within a stretch is apart from speech, and too short for a word. */
const isClicks = ({ stretches }: Voice, { startSample, endSample }: Stretch): boolean =>
  stretches
    .filter((voiced) => voiced.endSample > startSample && voiced.startSample < endSample)
    .every((voiced) => voiced.endSample - voiced.startSample <= samplesIn(tuning.clickMs));

/** Nothing that sounds like a word is without a final. */
export function owesNothing(passage: Passage, around: Surroundings): boolean {
  const isSilent = (voicedUntil(around.voice, passage.heardTo) ?? 0) <= passage.startSample;
  const coverage = coverageOf(passage, around);
  return coverage === 'sure' || (coverage === 'likely' && isSilent);
}

/** What of a passage would have to be sent again. */
export const unfinalOf = (passage: Passage, { voice }: Surroundings): Stretch => {
  const { startSample, heardTo: endSample, spoken } = passage;
  return {
    startSample: planReplay(voice, spoken, { startSample, endSample }).startSample,
    endSample,
  };
};

/**
 * Termination says that there is nothing more. A session that broke off before it may have taken a
 * last word with it, so another is asked; but no more than a few, whatever the service does.
 */
export const isConfirmed = (
  { unconfirmedEnds }: Pick<Passage, 'unconfirmedEnds'>,
  durations: Durations | null,
): boolean => durations !== null || unconfirmedEnds >= tuning.confirmAttempts;

/**
 * How long to wait before the next attempt. A session that only came to its end is followed at
 * once; only its first failure is as harmless.
 *
 * @param retryAfterMs the least that the other end asks for
 */
export function delayOf(
  retry: 'at-once' | 'with-backoff',
  failedAttempts: number,
  retryAfterMs = 0,
): { timeoutMs: number; jitterMs: number } {
  if (retry === 'at-once' && failedAttempts === 1) return { timeoutMs: 0, jitterMs: 0 };
  const delays = tuning.reconnectDelaysMs;
  const delayMs = delays[Math.min(failedAttempts, delays.length) - 1] ?? 0;
  return { timeoutMs: Math.max(delayMs, retryAfterMs), jitterMs: delayMs / 2 };
}
