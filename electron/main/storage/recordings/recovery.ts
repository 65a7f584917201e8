import { join } from 'node:path';
import { bytesPerSample } from '#core/audio-format.ts';
import type { UnfinishedRecording, UnfinishedAction } from '#shared/unfinished-recording.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Microphone } from '../../audio/microphone.ts';
import { readWavFile } from '../../audio/wav-file.ts';
import type { TranscriptWriter } from '../transcript/transcript-writer.ts';
import type { Store } from '../database/store.ts';
import type { Offer } from './offers.ts';
import { RecoveredMicrophone } from './recovered-microphone.ts';
import type { Recordings } from './recordings.ts';

interface Parts {
  recordings: Recordings;
  store: Store;
  transcriptWriter: TranscriptWriter;
  /** `recordings/` */
  folder: string;
  /** Listens to this sound instead of the microphone until its end. Fails while captions are on. */
  listenTo: (microphone: Microphone) => Promise<Result<null>>;
}

const gone = failed(problem('no-unfinished-recording', {}));

/** The unfinished recordings of earlier runs, which can be transcribed, kept or deleted. */
export class Recovery {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The unfinished recordings, oldest first. */
  async unfinishedRecordings(): Promise<Result<UnfinishedRecording[]>> {
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

  /** Carries out the person's choice for an unfinished recording. Resolves with the remaining ones. */
  async act(id: number, action: UnfinishedAction): Promise<Result<UnfinishedRecording[]>> {
    const offers = await this.#parts.recordings.offers();
    if (!offers.ok) return offers;
    const offer = offers.value.find(({ recording }) => recording.id === id);
    const done = offer === undefined ? gone : await this.#act(offer, action);
    return done.ok ? this.unfinishedRecordings() : done;
  }

  #act(offer: Offer, action: UnfinishedAction): Promise<Result<null>> {
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

  /** Plays the sound without text to the service in real time. */
  async #transcribe({ recording, sound }: Offer): Promise<Result<null>> {
    const { folder, transcriptWriter, listenTo } = this.#parts;
    const whole = await readWavFile(join(folder, recording.path));
    if (!whole.ok) return whole;
    const first = (sound.startSample - recording.startSample) * bytesPerSample;
    const last = (sound.endSample - recording.startSample) * bytesPerSample;
    return listenTo(
      new RecoveredMicrophone(whole.value.slice(first, last), (startSample) =>
        transcriptWriter.recordingGoesOn(
          recording.id,
          startSample,
          sound.startSample,
          recording.turns,
        ),
      ),
    );
  }
}
