import type { SpeechModel } from '#shared/speech-model.ts';
import type { TurnMessage } from './server-message.ts';

/**
 * The text of a turn as a person should see it. whisper-rt formats `utterance` and not
 * `transcript`, and puts tags such as `[Music]` where nobody speaks; the other models format
 * `transcript` (protocol: semantics).
 */
export function shownText(turn: TurnMessage, model: SpeechModel): string {
  if (model !== 'whisper-rt') return turn.transcript.trim();
  // The utterance of a partial may be empty while its transcript is not.
  const said =
    turn.utterance === undefined || turn.utterance === '' ? turn.transcript : turn.utterance;
  return said.replace(soundTag, ' ').replace(/\s+/g, ' ').trim();
}

/** A few words at most, so that what somebody dictates in brackets is rarely taken for one. */
const soundTag = /\[[\p{L}_]+(?: [\p{L}_]+){0,3}\]/gu;
