import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

export const frameSamples = samplesIn(tuning.frameMs);

/**
 * Where the next frame ends; null if there is too little sound, or the pace allows too little, for one.
 *
 * @param allowance how many samples may be sent
 * @param takesRest whether a last piece that is too short for a frame joins the frame before it. If it
 *   stayed, part of every later chunk would wait for the next one.
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
