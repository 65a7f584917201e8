import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { samplesIn } from '#core/audio-format.ts';
import type { Problem } from '#shared/problem.ts';
import { ok, type Result } from '#shared/result.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import { WavWriter } from '../../../capture/wav-writer.ts';
import type { Microphone } from '../../audio/microphone.ts';
import { storeNothing } from '../transcript/transcript-store.ts';
import { Recordings } from '../recordings/recordings.ts';
import { StoreDesk, turn, value } from '../database/store.fixture.ts';
import type { Store } from '../database/store.ts';
import { History } from './history.ts';
import type { Inserted } from './parts.ts';
import { Retranscription } from './retranscription.ts';

/** Sound without zeros, in which every sample differs. */
export function noise(seconds: number): Int16Array {
  return Int16Array.from({ length: 16_000 * seconds }, (_, index) => 1 + (index % 16_000));
}

/** A history with a real store and real recordings, and its reports to the rest of the app. */
export class HistoryDesk {
  readonly desk = new StoreDesk();
  readonly folder = join(this.desk.folder, 'recordings');
  readonly retranscription = new Retranscription(storeNothing);
  readonly copied: string[] = [];
  /** What a copy is answered with. */
  canCopy: Result<null> = ok(null);
  readonly problems: Problem[] = [];
  changes = 0;
  inserted: Inserted = { type: 'inserted' };
  saveTo: string | null = null;
  /** The name that the save dialog proposed. */
  proposed: string | null = null;
  listenTo: (sound: Microphone, onHeard: () => void) => Promise<Result<null>> = () =>
    Promise.resolve(ok(null));
  store: Store;
  history: History;

  constructor() {
    mkdirSync(this.folder);
    this.store = this.desk.start();
    this.history = this.#historyOf(this.store);
  }

  /** Kills the app and starts it again. */
  async restart(): Promise<void> {
    await this.store.close();
    this.store = this.desk.start();
    this.history = this.#historyOf(this.store);
  }

  /** Records this sound from `startSample` on. The recording is still being written. */
  async record(path: string, sound: Int16Array, startSample = 0): Promise<number> {
    const writer = new WavWriter(join(this.folder, path));
    writer.append(new Uint8Array(sound.buffer));
    writer.close();
    return value(this.store.beginRecording({ path, startedAtMs: 0, startSample }));
  }

  /** A dictation that was inserted, with one turn. */
  async dictate(text: string, fromMs: number, toMs: number): Promise<number> {
    const [startSample, endSample] = [samplesIn(fromMs), samplesIn(toMs)];
    const startedAtMs = new Date(2026, 9, 3, 14, 2).getTime() + fromMs;
    const id = await value(this.store.beginDictation({ startedAtMs, app: 'Firefox', startSample }));
    await value(this.store.saveTurn(turn(text, { startSample, endSample })));
    const durationMs = toMs - fromMs;
    await value(
      this.store.finishDictation(id, {
        ...{ text, isPartial: false, durationMs, startSample, endSample },
      }),
    );
    await value(this.store.setOutcome(id, 'inserted'));
    return id;
  }

  /** Captions that say each text in a second. They were stopped afterwards. */
  async caption(fromMs: number, said: string[], source?: SoundSource): Promise<number> {
    const startedAtMs = new Date(2026, 9, 3, 14, 2).getTime() + fromMs;
    const startSample = samplesIn(fromMs);
    const id = await value(this.store.beginCaptions({ startedAtMs, startSample, source }));
    for (const [index, text] of said.entries()) {
      const from = startSample + samplesIn(index * 1_000);
      const span = { startSample: from, endSample: from + samplesIn(1_000) };
      await value(this.store.saveTurn(turn(text, { ...span, source })));
    }
    await value(this.store.endCaptions(id, startSample + samplesIn(said.length * 1_000)));
    return id;
  }

  /** The samples of a recording; null if there is no file. */
  samples(path: string): Int16Array | null {
    const file = join(this.folder, path);
    if (!existsSync(file)) return null;
    return new Int16Array(Uint8Array.from(readFileSync(file).subarray(44)).buffer);
  }

  #historyOf(store: Store): History {
    return new History({
      store,
      recordings: new Recordings(store, this.folder, () => 'until-stored'),
      retranscription: this.retranscription,
      listenTo: (sound, onHeard) => this.listenTo(sound, onHeard),
      insert: () => Promise.resolve(this.inserted),
      copyText: (text) => {
        if (!this.canCopy.ok) return Promise.resolve(this.canCopy);
        this.copied.push(text);
        return Promise.resolve(ok(null));
      },
      askWhereToSave: (name) => {
        this.proposed = name;
        return Promise.resolve(this.saveTo);
      },
      onChange: () => (this.changes += 1),
      onProblem: (problem) => this.problems.push(problem),
    });
  }
}
