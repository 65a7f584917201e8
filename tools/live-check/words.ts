import type { TurnMessage } from '#core/streaming/server-message.ts';
import type { RecordedWord, Recording } from '../../electron/demo-server/recording.ts';

type HeardWord = TurnMessage['words'][number];

/** A word of the recording, and as the service heard it. */
export interface Match {
  known: RecordedWord;
  heard: HeardWord;
}

export const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How far ahead a word is looked for: a service mishears one now and then. */
const reach = 4;

/** The words that were recognised, in their order. */
export function matched({ turns }: Recording, heard: HeardWord[]): Match[] {
  const known = turns.flatMap(({ words }) => words);
  const matches: Match[] = [];
  let next = 0;
  for (const word of heard) {
    const ahead = known
      .slice(next, next + reach)
      .findIndex((one) => bare(one.text) === bare(word.text));
    const found = ahead < 0 ? undefined : known[next + ahead];
    if (found === undefined) continue;
    matches.push({ known: found, heard: word });
    next += ahead + 1;
  }
  return matches;
}

/** The share of these words that a text holds. */
export function shareOf(words: RecordedWord[], text: string): number {
  const said = new Set(text.split(/\s+/).map(bare));
  return words.filter((word) => said.has(bare(word.text))).length / words.length;
}
