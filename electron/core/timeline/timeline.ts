import { samplesIn } from '../audio-format.ts';

/** Sound that was sent in one go: samples, then silence to fill the last frame. */
interface Piece {
  /** Where it begins in the session's own sound. */
  readonly sessionSample: number;
  readonly startSample: number;
  readonly endSample: number;
}

/**
 * Where each sample stands in the time of one session. The two run apart: a session begins
 * anywhere, frames are filled up with silence, and nothing is sent while it is kept warm.
 */
export interface Timeline {
  readonly pieces: readonly Piece[];
  /** How much the session was sent, filling included. */
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
 * The sample at a time of the session, as word times give it.
 *
 * @param sessionMs milliseconds of sound since the session began; what lies outside of what was
 *   sent comes to its first or last sample
 */
export function sampleAt({ pieces }: Timeline, sessionMs: number): number {
  const wanted = samplesIn(sessionMs);
  const piece = pieces.findLast(({ sessionSample }) => sessionSample <= wanted) ?? pieces[0];
  if (piece === undefined) return 0;
  const offset = Math.max(0, wanted - piece.sessionSample);
  return Math.min(piece.endSample, piece.startSample + offset);
}

/** The first sample that was sent. */
export const firstSampleOf = ({ pieces }: Timeline): number => pieces[0]?.startSample ?? 0;

/** One past the last sample that was sent. */
export const lastSampleOf = ({ pieces }: Timeline): number => pieces.at(-1)?.endSample ?? 0;
