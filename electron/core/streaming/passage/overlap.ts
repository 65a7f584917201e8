import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { SpokenWord } from './spoken-word.ts';

/** How many words at the head of what is heard repeat how many at the head of what is known. */
export interface Overlap {
  repeated: number;
  known: number;
}

const lateSamples = samplesIn(tuning.wordEndLateMs);

/**
 * Tells the words of a turn that are known already, because their sound was sent again, from those
 * that are new. Neither times nor texts can be relied on alone: the end of a word is told up to
 * `tuning.wordEndLateMs` late, and the same sound may be heard as other words the second time. So
 * times say which words are certainly old or new, and the texts decide about those between.
 *
 * @param known the final words whose sound was sent again; the turn may hold a part of them only
 * @param heard the words of the turn
 */
export function findOverlap(known: readonly SpokenWord[], heard: readonly SpokenWord[]): Overlap {
  const knownTo = known.at(-1)?.endSample ?? 0;
  const certainlyOld = heard.findLastIndex((word) => word.endSample <= knownTo - lateSamples) + 1;
  const firstNew = heard.findIndex((word) => word.endSample > knownTo + lateSamples);
  const possiblyOld = firstNew === -1 ? heard.length : firstNew;

  const distances = editDistances(heard, known);
  let best = { repeated: 0, known: 0, cost: Infinity, apart: Infinity };
  for (let repeated = certainlyOld; repeated <= possiblyOld; repeated++) {
    // A new word comes only after all that is known.
    const fewestKnown = repeated < heard.length ? known.length : 0;
    for (let count = fewestKnown; count <= known.length; count++) {
      const cost = distances[repeated]?.[count] ?? Infinity;
      const apart = samplesApart(heard[repeated - 1], known[count - 1]);
      if (cost < best.cost || (cost === best.cost && apart < best.apart))
        best = { repeated, known: count, cost, apart };
    }
  }
  return { repeated: best.repeated, known: best.known };
}

/** How far apart two words end that should be one; as far as they may where one is missing. */
const samplesApart = (heard: SpokenWord | undefined, known: SpokenWord | undefined): number =>
  heard === undefined || known === undefined
    ? lateSamples
    : Math.abs(heard.endSample - known.endSample);

/** Levenshtein's distance between every head of one list of words and every head of the other. */
function editDistances(from: readonly SpokenWord[], to: readonly SpokenWord[]): number[][] {
  const fromTexts = from.map(plainText);
  const toTexts = to.map(plainText);
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  const rows = [row];
  for (const [index, text] of fromTexts.entries()) {
    const above = row;
    row = [index + 1];
    for (const [column, other] of toTexts.entries()) {
      const replaced = (above[column] ?? 0) + (text === other ? 0 : 1);
      const dropped = (above[column + 1] ?? 0) + 1;
      const added = (row[column] ?? 0) + 1;
      row.push(Math.min(replaced, dropped, added));
    }
    rows.push(row);
  }
  return rows;
}

/** Punctuation and capitals depend on what comes after, so they may differ the second time. */
const plainText = ({ text }: SpokenWord): string =>
  text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
