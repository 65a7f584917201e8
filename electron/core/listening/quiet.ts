import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { stop } from './captions.ts';
import { isDictating } from './dictation.ts';
import type { Listening, ListeningEffect, Quiet } from './listening.ts';
import { liveOf, type ListeningStep } from './segment-control.ts';

/**
 * Stops captions in which nothing was recognised for `quietMs`, because the connection costs money. The
 * person is warned before. Voice for which the service cannot answer now is no silence.
 *
 * @param effects of the current step
 */
export function stopQuiet(
  listening: Listening,
  effects: readonly ListeningEffect[],
): ListeningStep {
  const { quiet, capturedTo, options } = listening;
  const quietMs = options.quietMs ?? null;
  const isWarned = quiet.warnedAt !== null;
  const warningSamples = samplesIn(tuning.quietWarningMs);
  const reported = (outcome: QuietEffect['outcome']): QuietEffect => ({
    ...{ type: 'quiet', outcome },
    minutes: Math.round((quietMs ?? 0) / 60_000),
  });
  const isSpoken = isInUse(listening, effects);
  if (isSpoken || quietMs === null || capturedTo < dueAt(quiet, quietMs) - warningSamples)
    return [
      {
        ...listening,
        quiet: {
          // A limit that is switched on counts from then.
          fromSample: isSpoken || quietMs === null ? capturedTo : quiet.fromSample,
          warnedAt: null,
        },
      },
      isWarned ? [reported('goes-on')] : [],
    ];
  if (quiet.warnedAt === null)
    return [{ ...listening, quiet: { ...quiet, warnedAt: capturedTo } }, [reported('stops-soon')]];
  if (capturedTo < quiet.warnedAt + warningSamples) return [listening, []];
  const [stopped, more] = stop(listening, false);
  const ended = { fromSample: capturedTo, warnedAt: null };
  return [{ ...stopped, quiet: ended }, [...more, reported('stopped')]];
}

type QuietEffect = Extract<ListeningEffect, { type: 'quiet' }>;

const dueAt = ({ fromSample }: Quiet, quietMs: number): number => fromSample + samplesIn(quietMs);

/** Whether captions are off, or something is said. */
function isInUse(listening: Listening, effects: readonly ListeningEffect[]): boolean {
  const { captions, dictations, voice, capturedTo } = listening;
  if (captions.phase !== 'on' || isDictating(dictations)) return true;
  const isUnanswered = liveOf(listening)?.session.phase !== 'open';
  if (isUnanswered && voice.stretches.at(-1)?.endSample === capturedTo) return true;
  return effects.some(
    (effect) =>
      effect.type === 'started' ||
      (effect.type === 'segment' &&
        effect.effect.type === 'turn' &&
        effect.effect.turn.text !== ''),
  );
}
