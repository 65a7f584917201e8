import { samplesIn } from '../audio-format.ts';

/** Sound that was sent in one go: samples, then silence to fill the last frame. */
interface Piece {
  /** Where it begins in the time of the session. */
  readonly sessionSample: number;
  readonly startSample: number;
  readonly endSample: number;
}

/**
 * Maps samples to the time of one session. The two differ: a session begins at any sample, frames are
 * padded with silence, and nothing is sent while the session is warm.
 */
export interface Timeline {
  readonly pieces: readonly Piece[];
  /** How many samples the session was sent, padding included. */
  readonly sentSamples: number;
}

export const emptyTimeline: Timeline = { pieces: [], sentSamples: 0 };

/** The timeline after one more frame: samples, and silence after them up to `padToSample`. */
export function extendTimeline(
  { pieces, sentSamples }: Timeline,
  frame: { startSample: number; endSample: number; padToSample: number },
): Timeline {
  const { startSample, endSample, padToSample } = frame;
  const last = pieces.at(-1);
  const isNext =
    last?.endSample === startSample &&
    last.sessionSample + last.endSample - last.startSample === sentSamples;
  return {
    sentSamples: sentSamples + padToSample - startSample,
    pieces: isNext
      ? pieces.with(-1, { ...last, endSample })
      : [...pieces, { sessionSample: sentSamples, startSample, endSample }],
  };
}

/**
 * The sample at a time of the session, such as a word time.
 *
 * @param sessionMs milliseconds of sound since the session began; a time outside of the sent sound gives
 *   its first or last sample
 */
export function sampleAt({ pieces }: Timeline, sessionMs: number): number {
  const wanted = samplesIn(sessionMs);
  const piece = pieces.findLast(({ sessionSample }) => sessionSample <= wanted) ?? pieces[0];
  if (piece === undefined) return 0;
  const offset = Math.max(0, wanted - piece.sessionSample);
  return Math.min(piece.endSample, piece.startSample + offset);
}

/** Where the sound that was sent without a gap up to a sample begins. */
export function unbrokenFrom({ pieces }: Timeline, endSample: number): number {
  const isBroken = ({ startSample }: Piece, index: number): boolean =>
    startSample < endSample && pieces[index - 1]?.endSample !== startSample;
  return pieces.findLast(isBroken)?.startSample ?? 0;
}

/** The first sample that was sent from a sample on; the sample itself if none was. */
export function nextSent({ pieces }: Timeline, sample: number): number {
  const next = pieces.find(({ endSample }) => endSample > sample);
  return Math.max(sample, next?.startSample ?? sample);
}

/** The first sample that was sent. */
export const firstSampleOf = ({ pieces }: Timeline): number => pieces[0]?.startSample ?? 0;

/** One past the last sample that was sent. */
export const lastSampleOf = ({ pieces }: Timeline): number => pieces.at(-1)?.endSample ?? 0;
