import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil, type Stretch } from '../../voice/voice.ts';
import type { Durations } from '../session.ts';
import type { Passage, Surroundings } from './passage.ts';
import { planReplay } from './replay.ts';

/**
 * Whether the finals reach up to the last voice, or so near to it that the rest is no voice.
 * Without a final, any voice may be a word: the first one may be as short as a click.
 */
export function coversAll(
  { spoken, startSample, heardTo }: Passage,
  { voice }: Surroundings,
  withinMs: number,
): boolean {
  const { finalTo, open } = spoken;
  const hasFinal = finalTo !== null && finalTo > startSample;
  const coveredTo = hasFinal ? finalTo + samplesIn(withinMs) : startSample;
  return open.length === 0 && (voicedUntil(voice, heardTo) ?? startSample) <= coveredTo;
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
export function isConfirmed(
  { phase, unconfirmedEnds }: Passage,
  durations: Durations | null,
): boolean {
  return phase === 'ending' && (durations !== null || unconfirmedEnds >= tuning.confirmAttempts);
}

/**
 * How long to wait before the next attempt. A session that only came to its end is followed at
 * once; only its first failure is as harmless.
 */
export function delayOf(
  retry: 'at-once' | 'with-backoff',
  failedAttempts: number,
): { timeoutMs: number; jitterMs: number } {
  if (retry === 'at-once' && failedAttempts === 1) return { timeoutMs: 0, jitterMs: 0 };
  const delays = tuning.reconnectDelaysMs;
  const timeoutMs = delays[Math.min(failedAttempts, delays.length) - 1] ?? 0;
  return { timeoutMs, jitterMs: timeoutMs / 2 };
}
