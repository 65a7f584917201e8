import type { TurnMessage } from '#core/assemblyai/server-message.ts';
import type { RecordedWord, Recording } from '../../electron/demo-server/recording.ts';

type HeardWord = TurnMessage['words'][number];

/** A word of the recording, and the service's word for it. */
export interface Match {
  known: RecordedWord;
  heard: HeardWord;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How many words ahead to search, because the service sometimes recognises a wrong word. */
const reach = 4;

/** The recognised words of the recording, in order. */
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

/** The share of these words that a text contains. */
export function shareOf(words: RecordedWord[], text: string): number {
  const said = new Set(text.split(/\s+/).map(bare));
  return words.filter((word) => said.has(bare(word.text))).length / words.length;
}
