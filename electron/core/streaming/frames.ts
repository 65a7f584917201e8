import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

export const frameSamples = samplesIn(tuning.frameMs);

/**
 * Where the next frame ends; null where the sound, or what the pace allows, is too short for one.
 *
 * @param allowance how many samples may be sent
 * @param takesRest a last piece that is too short for a frame goes with the frame before it: left
 *   behind, it would have a part of every later chunk wait for the next
 */
export function endOfFrame(
  startSample: number,
  toSample: number,
  allowance: number,
  takesRest: boolean,
): number | null {
  const waiting = toSample - startSample;
  if (waiting < frameSamples || allowance < frameSamples) return null;
  const isLast = takesRest && waiting < 2 * frameSamples && waiting <= allowance;
  return isLast ? toSample : startSample + frameSamples;
}
