import type { SpeechModel } from '#shared/speech-model.ts';
import type { TurnMessage } from './server-message.ts';

/**
 * The text of a turn to show. whisper-rt formats `utterance` and not `transcript`, and adds tags such
 * as `[Music]` to sound without speech. The other models format `transcript`.
 */
export function shownText(turn: TurnMessage, model: SpeechModel): string {
  if (model !== 'whisper-rt') return turn.transcript.trim();
  // The utterance of a partial may be empty while its transcript is not.
  const said =
    turn.utterance === undefined || turn.utterance === '' ? turn.transcript : turn.utterance;
  return said.replace(soundTag, ' ').replace(/\s+/g, ' ').trim();
}

/** A few words at most, so that dictated brackets are rarely removed as a tag. */
const soundTag = /\[[\p{L}_]+(?: [\p{L}_]+){0,3}\]/gu;
