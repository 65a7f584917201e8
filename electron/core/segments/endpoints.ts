import { frameSamples } from '../assemblyai/frames.ts';
import type { SessionEvent } from '../assemblyai/session-state.ts';
import { losesForcedWords } from './ending.ts';
import type { Endpoint, Segment } from './segment.ts';

/** Records that a turn has to end at the newest sample, and that the segment goes on at a sample. */
export const withEndpoint = (segment: Segment, nextSample = segment.heardTo): Segment => ({
  ...segment,
  endpoints: [...segment.endpoints, { sample: segment.heardTo, nextSample }],
});

/** Where a session begins that is planned to begin at a sample: not within sound that is not sent. */
export const pastUnsentSound = ({ endpoints }: Segment, startSample: number): number =>
  endpoints.reduce(
    (start, { sample, nextSample }) => (start >= sample && start < nextSample ? nextSample : start),
    startSample,
  );

/** The events that repeat these endpoints in another session, which begins at `startSample`. */
export function replayedEndpoints(segment: Segment, startSample: number): SessionEvent[] {
  const { endpoints, heardTo, phase } = segment;
  const isAgain = ({ sample }: Endpoint): boolean =>
    sample > startSample && (sample < heardTo || phase === 'streaming');
  const forced: SessionEvent[] = losesForcedWords(segment) ? [] : [{ type: 'force-endpoint' }];
  return endpoints.filter(isAgain).flatMap(({ sample, nextSample }): SessionEvent[] => {
    if (nextSample > sample)
      return [
        { type: 'captured', toSample: sample },
        { type: 'flush' },
        ...forced,
        { type: 'skip-to', sample: nextSample },
      ];
    // Only whole frames are sent, so one frame more contains the end of the last word.
    const toSample = Math.min(sample + frameSamples, heardTo);
    return forced.length > 0 ? [{ type: 'captured', toSample }, ...forced] : [];
  });
}
