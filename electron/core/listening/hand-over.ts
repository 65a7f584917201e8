import { samplesIn } from '../audio-format.ts';
import { losesForcedWords } from '../segments/ending.ts';
import type { Segment, SegmentEvent } from '../segments/segment.ts';
import type { SpokenTurn } from '../segments/spoken.ts';
import { tuning } from '../tuning.ts';
import { lastPause, pauseAt, voicedIn } from '../voice/voice.ts';
import type { Listening } from './listening.ts';
import {
  beginNext,
  isStreaming,
  liveOf,
  sequence,
  toLiveSegment,
  toSegment,
  type ListeningStep,
} from './segment-control.ts';

/* Captions go on in another session: when the old one expires, lags behind, or would lose words. */

/**
 * Ends the newest segment at a sample and begins another, whose session connects at once. It inherits the count
 * of unanswered sessions, so none is retried twice.
 */
const handOver = (
  listening: Listening,
  { id, unanswered }: Segment,
  sample: number,
): ListeningStep =>
  sequence(
    { ...listening, isHandingOver: false },
    [],
    (now) => beginNext(now, sample, unanswered),
    (now) => toSegment(now, id, { type: 'end-at', sample }),
    (now) => toLiveSegment(now, { type: 'captured', toSample: now.capturedTo }),
  );

/**
 * Hands over to another session if one is wanted and the voice pauses, so that no word is cut: neither
 * the soft beginning of the next one, nor a partial whose end is reported late.
 */
export function handOverInPause(listening: Listening): ListeningStep {
  const { voice, capturedTo, isHandingOver } = listening;
  if (!isHandingOver || !isStreaming(listening)) return [listening, []];
  const live = liveOf(listening);
  const pause = pauseAt(voice, capturedTo);
  if (live === undefined || pause === null) return [listening, []];
  const sample = Math.max(pause, live.startSample, ...live.spoken.open.map(latestEndOf));
  return capturedTo - sample >= samplesIn(tuning.softBeginningMs)
    ? handOver(listening, live, sample)
    : [listening, []];
}

const latestEndOf = ({ endSample }: SpokenTurn): number => endSample;

/**
 * Makes the open turn final now. If the model loses words after ForceEndpoint, the session ends at the
 * next pause instead, and later speech goes to another session.
 */
export function endTurn(listening: Listening): ListeningStep {
  const live = liveOf(listening);
  if (live === undefined || !losesForcedWords(live))
    return toLiveSegment(listening, { type: 'force-endpoint' });
  return live.session.phase === 'open' && live.spoken.open.length > 0
    ? handOverInPause({ ...listening, isHandingOver: true })
    : [listening, []];
}

/**
 * After an outage the service would recognise the sound that waited first, and live speech after that.
 * So a session that begins late receives the sound up to the last pause, and captions go on from there
 * in another session. Without such a pause they go on at the next one. Final words that are sent again
 * stay in the session that expects them, and speech before a requested end of a turn stays in the
 * session that was asked for it.
 */
export function handOverWhenLate(
  listening: Listening,
  id: number,
  event: SegmentEvent,
): ListeningStep {
  const live = liveOf(listening);
  const isBegin =
    event.type === 'session' &&
    event.event.type === 'message' &&
    event.event.message.type === 'Begin';
  if (!isBegin || live?.id !== id || live.session.phase !== 'connecting') return [listening, []];
  if (!isStreaming(listening)) return [listening, []];
  const { firstSample } = live.session;
  if (live.heardTo - firstSample <= samplesIn(tuning.longestLagMs)) return [listening, []];
  const pause = lastPause(listening.voice, live.heardTo);
  const isUsable =
    pause !== null &&
    pause > firstSample &&
    live.spoken.overlap.every(({ endSample }) => endSample <= pause) &&
    live.endpoints.every(
      ({ sample }) => voicedIn(listening.voice, { startSample: pause, endSample: sample }) === 0,
    );
  return isUsable ? handOver(listening, live, pause) : [{ ...listening, isHandingOver: true }, []];
}
