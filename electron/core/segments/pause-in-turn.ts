import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import { weights } from './weights.ts';

/** The cost of the assumption that a turn goes on over a pause of this many samples. */
export const costOfPauseInTurn = (samples: number): number =>
  weights.pauseInTurn.find(({ fromMs }) => samples >= samplesIn(fromMs))?.cost ?? 0;

/**
 * The cost of the assumption that all voice in a stretch of sound is in this many turns. They end at the
 * longest pauses, and go on over the others. Pauses that are usual within a turn cost nothing.
 */
export function costOfTurnsIn({ stretches }: Voice, turns: number, within: Stretch): number {
  const voiced = stretches.filter(
    ({ startSample, endSample }) =>
      endSample > within.startSample && startSample < within.endSample,
  );
  const pauses = voiced
    .slice(1)
    .map(({ startSample }, index) => startSample - (voiced[index]?.endSample ?? startSample));
  const isClear = (samples: number): boolean => samples >= samplesIn(tuning.clearPauseMs);
  const clear = pauses.filter(isClear).toSorted((one, other) => other - one);
  const ends = Math.max(0, turns - 1);
  const unclear = Math.max(0, ends - clear.length);
  const short = Math.min(unclear, pauses.length - clear.length);
  return (
    clear.slice(ends).reduce((sum, samples) => sum + costOfPauseInTurn(samples), 0) +
    short * weights.endInShortPause +
    (unclear - short) * weights.endWithoutPause
  );
}
