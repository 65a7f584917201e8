import type { Status } from '#shared/status.ts';
import { soundSources, type SoundSource } from '#shared/sound-source.ts';
import type { Turn } from '#shared/turn.ts';
import { captionsStatusOf, type SourceStatus } from '#core/listening/captions-status.ts';
import { isSameStatus } from '#core/listening/status.ts';
import { TurnPlaces } from '#core/transcript/turn-places.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { CaptionsVisibility } from '../windows/captions-visibility.ts';

interface Parts {
  feed: Pick<CaptionFeed, 'status' | 'captions' | 'showFrom' | 'hasTurn' | 'turn'>;
  visibility: Pick<CaptionsVisibility, 'status' | 'captions' | 'turn'>;
  onStatus: (status: Status) => void;
  /** Captions are on or off now, whatever they hear. */
  onCaptions: (areOn: boolean) => void;
}

interface Sentence {
  place: number;
  source: SoundSource;
  text: string;
}

const off: SourceStatus = { status: { phase: 'idle' }, areCaptionsOn: false };

/** The captions of all sources as one: their status, their words in one order, and their text. */
export class SharedCaptions {
  readonly #parts: Parts;
  readonly #places = new TurnPlaces();
  readonly #sources: Record<SoundSource, SourceStatus> = { microphone: off, computer: off };
  #status: Status = off.status;
  /** The sources that captions have heard since they were started. */
  readonly #heard = new Set<SoundSource>();
  /** Final turns since captions were started, in any order. */
  #sentences: Sentence[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get status(): Status {
    return this.#status;
  }

  get areOn(): boolean {
    return soundSources.some((source) => this.isOn(source));
  }

  isOn(source: SoundSource): boolean {
    return this.#sources[source].areCaptionsOn;
  }

  /** The sources of the text since captions were started; empty if a dictation began after them. */
  get heard(): ReadonlySet<SoundSource> {
    return this.#heard;
  }

  /** The text of all sources since captions were started. A line ends where another source is heard. */
  get text(): string {
    return this.#sentences
      .toSorted((one, other) => one.place - other.place)
      .map(({ source, text }, index, all) => {
        const before = all[index - 1];
        if (before === undefined) return text;
        return `${before.source === source ? ' ' : '\n'}${text}`;
      })
      .join('');
  }

  setStatus(source: SoundSource, status: Status): void {
    this.#sources[source] = { ...this.#sources[source], status };
    this.#update();
  }

  setCaptions(source: SoundSource, areCaptionsOn: boolean): void {
    const { feed, visibility, onCaptions } = this.#parts;
    const wereOn = this.areOn;
    this.#sources[source] = { ...this.#sources[source], areCaptionsOn };
    if (this.areOn && !wereOn) this.#forget();
    if (areCaptionsOn) this.#heard.add(source);
    if (this.areOn !== wereOn) {
      feed.captions(this.areOn);
      visibility.captions(this.areOn);
      onCaptions(this.areOn);
    }
    this.#update();
  }

  /** Turns before this one are of earlier speech; null while the source has captions. */
  began(source: SoundSource, firstTurn: number | null): void {
    const { feed } = this.#parts;
    if (firstTurn === null || this.areOn) {
      feed.showFrom(0);
      return;
    }
    this.#forget();
    feed.showFrom(this.#places.placeOf(source, firstTurn));
  }

  /** Whether this turn is shown already. */
  has(source: SoundSource, { id }: Turn): boolean {
    return this.#parts.feed.hasTurn(this.#places.placeOf(source, id));
  }

  turn(source: SoundSource, turn: Turn): void {
    const { feed, visibility } = this.#parts;
    const place = this.#places.placeOf(source, turn.id);
    const shown = { ...turn, id: place, ...(source === 'computer' && { source }) };
    feed.turn(shown);
    visibility.turn(shown);
    if (turn.isFinal && turn.text !== '' && this.#heard.size > 0)
      this.#sentences.push({ place, source, text: turn.text });
  }

  #forget(): void {
    this.#heard.clear();
    this.#sentences = [];
  }

  #update(): void {
    const status = captionsStatusOf(soundSources.map((source) => this.#sources[source]));
    if (isSameStatus(status, this.#status)) return;
    this.#status = status;
    const { feed, visibility, onStatus } = this.#parts;
    feed.status(status);
    visibility.status(status);
    onStatus(status);
  }
}
