import { modelFacts } from '#shared/models.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { millisecondsOf } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { PlacedRequest } from '../assemblyai/requests.ts';
import type { SessionEvent } from '../assemblyai/session-state.ts';
import type { Segment, SegmentStep } from './segment.ts';
import { latestEnd } from './word-times.ts';

/** The model drops words in flight after ForceEndpoint, so only the end of the session ends a turn. */
export const losesForcedWords = ({ model }: Pick<Segment, 'model'>): boolean =>
  modelFacts[model].endsTurnBy === 'Terminate';

/** The events for the session of a segment that has captured all of its sound. */
export const ending = (segment: Segment): SessionEvent[] => [
  { type: 'captured', toSample: segment.heardTo },
  { type: 'flush' },
  { type: losesForcedWords(segment) ? 'finish' : 'force-endpoint' },
];

/**
 * Sets the model of the session that connects. Requests that wait for Begin were made for the model
 * before: if the new one loses words after ForceEndpoint, only the end of the sound is left to request.
 */
export function withModel(segment: Segment, model: SpeechModel): Segment {
  const { phase, session } = segment;
  const dialled = { ...segment, model };
  if (session.phase !== 'connecting' || !losesForcedWords(dialled)) return dialled;
  const { requests: all } = session;
  const requests = all.flatMap((request, index): PlacedRequest[] => {
    if (request.type !== 'force-endpoint') return [request];
    const isEnd = phase === 'settling' && index === all.length - 1;
    return isEnd ? [{ ...request, type: 'finish' }] : [];
  });
  return { ...dialled, session: { ...session, requests } };
}

/** Starts the wait for finals. A backlog may take as long to recognise as it took to say. */
export function awaitFinals([segment, effects]: SegmentStep): SegmentStep {
  const backlogMs = millisecondsOf(Math.max(0, segment.caughtUpAt - segment.heardTo));
  const timeoutMs = answerTimeMs(segment, tuning.finalTimeoutMs) + backlogMs;
  return [segment, [...effects, { type: 'set-timeout', timeoutMs }]];
}

/**
 * How long the service may take to answer the end of the sound. A model that needs some seconds of
 * speech for its first words gets that time, too.
 *
 * @param usualMs how long models take that answer at once
 * @param startSample the start of the sound that the service should answer
 */
export function answerTimeMs(
  { model, spoken, startSample: begun, heardTo }: Segment,
  usualMs: number,
  startSample = begun,
): number {
  const answeredTo = spoken.newest === null ? startSample : latestEnd(spoken.newest);
  const waitedMs = millisecondsOf(Math.max(0, heardTo - Math.max(startSample, answeredTo)));
  return usualMs + Math.max(0, modelFacts[model].firstTurnMs - waitedMs);
}
