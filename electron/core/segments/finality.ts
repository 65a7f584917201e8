import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Stretch, type Voice } from '../voice/voice.ts';
import type { Durations } from '../assemblyai/session-state.ts';
import type { Segment, Surroundings } from './segment.ts';
import { firstUnsettled } from './replay.ts';
import { countBefore } from './split.ts';
import { wasForced, type Spoken, type SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/**
 * Whether the words of a range are final.
 *
 * - `sure`: finals cover all voice.
 * - `likely`: the voice after the last final is short or only clicks, so it is likely a breath or a
 *   key and not a word. Also a range without voice, because soft speech may not be detected.
 * - `open`: some voice has no final.
 * - `pending`: the service has sent a partial and no final for it.
 */
export type Coverage = 'sure' | 'likely' | 'open' | 'pending';

/** @param range of the segment; all of its captured sound by default */
export function coverageOf(
  { spoken, startSample, heardTo, isAsked }: Segment,
  { voice }: Pick<Surroundings, 'voice'>,
  range: Stretch = { startSample, endSample: heardTo },
): Coverage {
  const isBefore = (turn: SpokenTurn): boolean =>
    turn.words.length === 0 || countBefore([turn], range.endSample, voice) > 0;
  if (spoken.open.some(isBefore)) return 'pending';
  const voicedTo = voicedUntil(voice, range.endSample) ?? 0;
  const { newest } = spoken;
  if (newest === null || latestEnd(newest) <= range.startSample)
    return voicedTo > range.startSample ? 'open' : 'likely';
  const ended = endsOf(newest, spoken, voice, voicedTo);
  // A turn may have ended in a pause that is too short to detect, and its end is reported late.
  const mayLack = isAsked && range.endSample - voicedTo < samplesIn(tuning.silenceMs);
  if (ended.every((sample) => sample >= voicedTo)) return mayLack ? 'likely' : 'sure';
  const finalTo = Math.max(...ended);
  const isNear = voicedTo <= finalTo + samplesIn(tuning.finalCoversMs);
  return isNear || isClicks(voice, { startSample: finalTo, endSample: range.endSample })
    ? 'likely'
    : 'open';
}

/**
 * Where the newest final can have ended, up to the end of the voice: a turn ends in a pause or at a
 * ForceEndpoint.
 */
function endsOf(
  newest: SpokenWord,
  spoken: Spoken,
  { stretches }: Voice,
  voicedTo: number,
): number[] {
  const { forcedAt } = spoken;
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

/** Whether all voice in a stretch is too short for a word. */
const isClicks = ({ stretches }: Voice, { startSample, endSample }: Stretch): boolean =>
  stretches
    .filter((voiced) => voiced.endSample > startSample && voiced.startSample < endSample)
    .every((voiced) => voiced.endSample - voiced.startSample <= samplesIn(tuning.clickMs));

/** Whether no voice that may be a word lacks a final. */
export function hasNothingPending(segment: Segment, around: Surroundings): boolean {
  const isSilent = (voicedUntil(around.voice, segment.heardTo) ?? 0) <= segment.startSample;
  const coverage = coverageOf(segment, around);
  return coverage === 'sure' || (coverage === 'likely' && isSilent);
}

/** The part of a segment that would have to be sent again. */
export const unfinalOf = (segment: Segment, { voice }: Surroundings): Stretch => {
  const { startSample, heardTo: endSample, spoken } = segment;
  return {
    startSample: firstUnsettled(voice, spoken, { startSample, endSample }),
    endSample,
  };
};

/**
 * Whether the segment has all of its words. Termination confirms that. A session that was lost before
 * Termination may have lost a last word, so another session checks, up to a fixed number of them.
 */
export const isConfirmed = (
  { unconfirmedEnds }: Pick<Segment, 'unconfirmedEnds'>,
  durations: Durations | null,
): boolean => durations !== null || unconfirmedEnds >= tuning.confirmAttempts;

/**
 * How long to wait before the next attempt. The first attempt after an expired session needs no delay.
 *
 * @param retryAfterMs the shortest delay that the service asks for
 */
export function retryDelayOf(
  retry: 'at-once' | 'with-backoff',
  failedAttempts: number,
  retryAfterMs = 0,
): { timeoutMs: number; jitterMs: number } {
  if (retry === 'at-once' && failedAttempts === 1) return { timeoutMs: 0, jitterMs: 0 };
  const delays = tuning.reconnectDelaysMs;
  const delayMs = delays[Math.min(failedAttempts, delays.length) - 1] ?? 0;
  return { timeoutMs: Math.max(delayMs, retryAfterMs), jitterMs: delayMs / 2 };
}
