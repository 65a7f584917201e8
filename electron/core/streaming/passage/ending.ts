import { modelFacts } from '#shared/models.ts';
import { millisecondsOf } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { SessionEvent } from '../session.ts';
import type { Passage, PassageStep } from './passage.ts';
import { latestEnd } from './word-times.ts';

/** ForceEndpoint would drop what is in flight, so the end of the session ends the turn. */
export const losesForcedWords = ({ model }: Pick<Passage, 'model'>): boolean =>
  modelFacts[model].endsTurnBy === 'Terminate';

/** What a session is sent of a passage whose end is known and reached. */
export const ending = (passage: Passage): SessionEvent[] => [
  { type: 'captured', toSample: passage.heardTo },
  { type: 'flush' },
  { type: losesForcedWords(passage) ? 'finish' : 'force-endpoint' },
];

/** Sound that was sent in one go takes as long to be worked off as it took to be said. */
export function awaitFinals([passage, effects]: PassageStep): PassageStep {
  const backlogMs = millisecondsOf(Math.max(0, passage.caughtUpAt - passage.heardTo));
  const timeoutMs = answerTimeMs(passage, tuning.finalTimeoutMs) + backlogMs;
  return [passage, [...effects, { type: 'set-timeout', timeoutMs }]];
}

/**
 * How long the answer to the end of the sound may take. A model that needs some seconds of speech
 * for its first words is waited for until then.
 *
 * @param usualMs how long the models take that answer at once
 * @param startSample where that began which is to be answered
 */
export function answerTimeMs(
  { model, spoken, startSample: begun, heardTo }: Passage,
  usualMs: number,
  startSample = begun,
): number {
  const answeredTo = spoken.newest === null ? startSample : latestEnd(spoken.newest);
  const waitedMs = millisecondsOf(Math.max(0, heardTo - Math.max(startSample, answeredTo)));
  return usualMs + Math.max(0, modelFacts[model].firstTurnMs - waitedMs);
}
