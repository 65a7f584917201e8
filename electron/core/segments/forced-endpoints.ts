import type { Stretch } from '../voice/voice.ts';
import { boundaryAt, voicedSides } from './boundary.ts';
import type { ForcedEndpoint, Known, ReportedTurn } from './forced-endpoint.ts';
import { acrossCost, costsOf, endCost } from './forced-endpoint-costs.ts';

/*
 * ForceEndpoint ends the open turn at a sample, so no turn has words from both sides of it. The order
 * of messages decides on which side a turn is, and word times only after that: a word can be reported
 * 1.35 s late, and some models report no times at all.
 */

/** The sound of a turn, and the ForceEndpoints that later turns may still precede. */
interface TurnBounds {
  heardIn: Stretch;
  forcedEndpoints: readonly ForcedEndpoint[];
}

/** Finds the sound in which a turn was said: between two of the ForceEndpoints. */
export function boundTurn(known: Known, turn: ReportedTurn): TurnBounds {
  const { forcedEndpoints } = known;
  let { sentIn } = turn;
  for (const [index, endpoint] of forcedEndpoints.entries()) {
    const { sample } = endpoint;
    const side = sideOf(endpoint, { ...turn, sentIn }, known);
    if (side === 'before')
      return {
        heardIn: { ...sentIn, endSample: Math.min(sentIn.endSample, sample) },
        forcedEndpoints: [{ ...endpoint, hasFinal: true }, ...forcedEndpoints.slice(index + 1)],
      };
    if (side === 'after') sentIn = { ...sentIn, startSample: Math.max(sentIn.startSample, sample) };
  }
  return { heardIn: sentIn, forcedEndpoints: [] };
}

/** On which side of a ForceEndpoint a turn is; null if it is on both, so the service ended no turn there. */
function sideOf(
  endpoint: ForcedEndpoint,
  turn: ReportedTurn,
  known: Known,
): 'before' | 'after' | null {
  const { sample, openTurn } = endpoint;
  const { order, words, sentIn } = turn;
  const timed = words.filter(({ isUntimed }) => isUntimed !== true);
  // The service reports that words begin early and end late, never the other way round.
  const hasEnded = timed.some(({ endSample }) => endSample <= sample);
  const hasBegun = timed.some(({ startSample }) => startSample >= sample);
  // The final of the open turn was on its way, unless its words begin after the ForceEndpoint.
  if (openTurn !== null && order <= openTurn) return hasBegun ? null : 'before';
  if (hasEnded && hasBegun) return null;
  if (hasEnded) return 'before';
  if (hasBegun) return 'after';
  const { voice } = known;
  const voiced = voicedSides(voice, sentIn, sample);
  if (voiced !== 'both') return voiced === 'after' ? 'after' : 'before';
  const { before, after } = costsOf(endpoint, turn, known);
  const end = endCost(endpoint, turn, known);
  if (acrossCost(timed, boundaryAt(voice, sample)) <= Math.min(before, after + end)) return null;
  return after + end <= before ? 'after' : 'before';
}
