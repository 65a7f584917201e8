import { soundSources, type SoundSource } from '#shared/sound-source.ts';
import { tableOf } from '#shared/tables.ts';

interface Placed {
  id: number;
  place: number;
}

/** The number of turns of a source whose places are remembered. Older ones do not change any more. */
const remembered = 1_000;

/**
 * One order for the turns of several sources, whose ids count separately. A turn has its place when it
 * is first heard, and keeps it. The words of a gap come late and have earlier ids: their places are before
 * those of the later turns of their source.
 */
export class TurnPlaces {
  readonly #known = tableOf(soundSources.map((source): [SoundSource, Placed[]] => [source, []]));
  #newest = 0;

  /** The next place that a new turn will get, or a greater one. */
  get next(): number {
    return this.#newest + 1;
  }

  /** The place of a turn. It may be no whole number. */
  placeOf(source: SoundSource, id: number): number {
    const known = this.#known[source];
    const at = known.findLastIndex((placed) => placed.id <= id);
    const before = known[at];
    if (before?.id === id) return before.place;
    const after = known[at + 1];
    const place = after === undefined ? this.next : between(before?.place ?? 0, after.place);
    this.#newest = Math.max(this.#newest, place);
    known.splice(at + 1, 0, { id, place });
    known.splice(0, known.length - remembered);
    return place;
  }
}

/** Near the lower one, because the words of a gap come in order. */
const between = (lower: number, upper: number): number => lower + (upper - lower) / 1_024;
