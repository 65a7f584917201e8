import { join } from 'node:path';
import { bytesPerSample } from '#core/audio-format.ts';
import type { Leftover, LeftoverAction } from '#shared/leftover.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Microphone } from '../audio/microphone.ts';
import { readWavFile } from '../audio/wav-file.ts';
import type { Keeper } from '../keeping/keeper.ts';
import type { StoredTurn } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Offer } from './offers.ts';
import { RecoveredMicrophone } from './recovered-microphone.ts';
import type { Recordings } from './recordings.ts';

interface Parts {
  recordings: Recordings;
  store: Store;
  keeper: Keeper;
  /** `recordings/` */
  folder: string;
  /** Listens to this instead of the microphone until it is at its end; fails while captions are on. */
  listenTo: (microphone: Microphone) => Promise<Result<null>>;
}

const gone = failed('no-leftover', 'That recording is not there any more.');

/** What earlier runs have left without text: to be transcribed, kept or deleted. */
export class Recovery {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What there is, oldest first. */
  async leftovers(): Promise<Result<Leftover[]>> {
    const offers = await this.#parts.recordings.offers();
    if (!offers.ok) return offers;
    return ok(
      offers.value.map(({ recording, seconds }) => ({
        id: recording.id,
        startedAtMs: recording.startedAtMs,
        seconds,
        text: recording.turns.map(({ text }) => text).join(' '),
      })),
    );
  }

  /** Does with a leftover what the person asks for, and answers with those that remain. */
  async act(id: number, action: LeftoverAction): Promise<Result<Leftover[]>> {
    const offers = await this.#parts.recordings.offers();
    if (!offers.ok) return offers;
    const offer = offers.value.find(({ recording }) => recording.id === id);
    const done = offer === undefined ? gone : await this.#act(offer, action);
    return done.ok ? this.leftovers() : done;
  }

  #act(offer: Offer, action: LeftoverAction): Promise<Result<null>> {
    const { recordings, store } = this.#parts;
    switch (action) {
      case 'transcribe':
        return this.#transcribe(offer);
      case 'keep':
        return store.keep(offer.recording.id);
      case 'delete':
        return recordings.delete(offer.recording);
    }
  }

  /** Plays the sound that has no text to the service, in the time it took to be said. */
  async #transcribe({ recording, sound }: Offer): Promise<Result<null>> {
    const { folder, keeper, listenTo } = this.#parts;
    const whole = await readWavFile(join(folder, recording.path));
    if (!whole.ok) return whole;
    const first = (sound.startSample - recording.startSample) * bytesPerSample;
    const last = (sound.endSample - recording.startSample) * bytesPerSample;
    // The sound of some turns is heard again: where they end is reported late, so it is not certain.
    const isHeardAgain = ({ endSample }: StoredTurn): boolean => endSample > sound.startSample;
    const known = recording.turns.filter(isHeardAgain);
    return listenTo(
      new RecoveredMicrophone(whole.value.slice(first, last), (startSample) =>
        keeper.recordingGoesOn(recording.id, startSample, sound.startSample, known),
      ),
    );
  }
}
