import { sampleOf } from '../streaming/passage/said.ts';
import type { SpokenTurn } from '../streaming/passage/spoken.ts';
import type { SpokenWord } from '../streaming/passage/spoken-word.ts';
import type { Stretch, Voice } from '../voice/voice.ts';

/** What was said in a range; words of the turns that reach over its ends are told apart by time. */
export function textIn(turns: readonly SpokenTurn[], range: Stretch, voice: Voice): string {
  const isWithin = (word: SpokenWord): boolean => {
    const sample = sampleOf(word, voice);
    return sample >= range.startSample && sample < range.endSample;
  };
  return turns
    .flatMap(({ text, words }) => {
      const within = words.filter(isWithin);
      return within.length === words.length ? [text] : within.map((word) => word.text);
    })
    .filter((text) => text !== '')
    .join(' ');
}
