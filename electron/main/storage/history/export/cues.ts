import { millisecondsOf } from '#core/audio-format.ts';
import type { WholeDictation } from '../../database/dictation-records.ts';
import type { Cue } from './document.ts';
import { mainTuning } from '../../../time/tuning.ts';

/** Two lines of a subtitle, as broadcasters set them, in characters. */
const longestText = 84;
/** A word, or the part of it that fits in a cue, so that text without spaces is split, too. */
const word = new RegExp(`\\S{1,${longestText}}`, 'gu');

type Timed = Pick<WholeDictation, 'turns' | 'text' | 'startSample' | 'durationMs'>;

/**
 * The cues of a dictation or of captions, in order of speech: one for each turn, or several for a long
 * one. A dictation without turns has cues of its own text.
 */
export function cuesOf({ turns, text, startSample, durationMs }: Timed): Cue[] {
  if (turns.length === 0) return split({ startMs: 0, endMs: durationMs ?? 0, text });
  return turns.flatMap((turn) =>
    split({
      startMs: Math.round(millisecondsOf(Math.max(0, turn.startSample - startSample))),
      endMs: Math.round(millisecondsOf(turn.endSample - startSample)),
      text: turn.text,
    }),
  );
}

/** Splits a text into parts of similar length. Each is shown for its share of the time. */
function split({ startMs, endMs, text }: Cue): Cue[] {
  const words = text.match(word) ?? [];
  const length = words.join(' ').length;
  const parts = partsOf(words, length / Math.ceil(length / longestText));
  const msPerCharacter =
    Math.max(endMs - startMs, mainTuning.shortestCueMs * parts.length) / length;
  let at = 0;
  return parts.map((part) => {
    const from = at;
    at += part.length;
    const cue = {
      startMs: Math.round(startMs + from * msPerCharacter),
      endMs: Math.round(startMs + at * msPerCharacter),
      text: part,
    };
    at += 1;
    return cue;
  });
}

/** Joins words to parts that are nearest to the length, and never longer than a cue. */
function partsOf(words: string[], length: number): string[] {
  const parts: string[] = [];
  for (const next of words) {
    const last = parts.at(-1);
    const joined = last === undefined ? '' : `${last} ${next}`;
    const isNearer = last !== undefined && joined.length - length <= length - last.length;
    if (isNearer && joined.length <= longestText) parts.splice(-1, 1, joined);
    else parts.push(next);
  }
  return parts;
}
