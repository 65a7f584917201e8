import { millisecondsOf } from '#core/audio-format.ts';
import type { WholeDictation } from '../../store/dictation-records.ts';
import type { Cue } from './document.ts';

/** Two lines of a subtitle, as broadcasters set them. */
const longestText = 84;
/** Less cannot be read. It is also the length of a cue whose words came without times. */
const shortestMs = 1_000;

/** A word as far as it fits in a cue, so that text without spaces is cut, too. */
const word = new RegExp(`\\S{1,${longestText}}`, 'gu');

/**
 * The cues of a dictation, in order of speech: one for each turn, or several where it is long. Its
 * own text is the only one where it has no turns.
 */
export function cuesOf({ turns, text, startSample, durationMs }: WholeDictation): Cue[] {
  if (turns.length === 0) return split({ startMs: 0, endMs: durationMs ?? 0, text });
  return turns.flatMap((turn) =>
    split({
      startMs: Math.round(millisecondsOf(Math.max(0, turn.startSample - startSample))),
      endMs: Math.round(millisecondsOf(turn.endSample - startSample)),
      text: turn.text,
    }),
  );
}

/** Cuts a text into parts of much the same length, each shown for its share of the time. */
function split({ startMs, endMs, text }: Cue): Cue[] {
  const words = text.match(word) ?? [];
  const length = words.join(' ').length;
  const parts = partsOf(words, length / Math.ceil(length / longestText));
  const msPerCharacter = Math.max(endMs - startMs, shortestMs * parts.length) / length;
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

/** Words are put together until they are nearest to the length, and never longer than a cue. */
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
