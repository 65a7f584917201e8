import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { samplesIn } from '#core/audio-format.ts';
import type { Problem } from '#shared/status.ts';
import { ok, type Result } from '#shared/result.ts';
import { WavWriter } from '../../capture/wav-writer.ts';
import type { Microphone } from '../audio/microphone.ts';
import { keepNothing } from '../keeping/keeping.ts';
import { Recordings } from '../recovery/recordings.ts';
import { StoreDesk, turn, value } from '../store/store.fixture.ts';
import type { Store } from '../store/store.ts';
import { History, type Delivered } from './history.ts';
import { Rehearing } from './rehearing.ts';

/** Sound that is nowhere zero, and tells its samples apart. */
export function noise(seconds: number): Int16Array {
  return Int16Array.from({ length: 16_000 * seconds }, (_, index) => 1 + (index % 16_000));
}

/** A history over a real store and real recordings, and what the rest of the app is told by it. */
export class HistoryDesk {
  readonly desk = new StoreDesk();
  readonly folder = join(this.desk.folder, 'recordings');
  readonly rehearing = new Rehearing(keepNothing);
  readonly copied: string[] = [];
  readonly problems: Problem[] = [];
  changes = 0;
  delivered: Delivered = { type: 'delivered' };
  saveTo: string | null = null;
  /** The name that the save dialog began with. */
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

  /** The app is killed and started again. */
  async restart(): Promise<void> {
    await this.store.close();
    this.store = this.desk.start();
    this.history = this.#historyOf(this.store);
  }

  /** Records this from `startSample` on; the recording is still being written. */
  async record(path: string, sound: Int16Array, startSample = 0): Promise<number> {
    const writer = new WavWriter(join(this.folder, path));
    writer.append(new Uint8Array(sound.buffer));
    writer.close();
    return value(this.store.beginRecording({ path, startedAtMs: 0, startSample }));
  }

  /** A dictation that was delivered, with one turn. */
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
    await value(this.store.setOutcome(id, 'delivered'));
    return id;
  }

  /** The samples in a recording; null where there is no file. */
  samples(path: string): Int16Array | null {
    const file = join(this.folder, path);
    if (!existsSync(file)) return null;
    return new Int16Array(Uint8Array.from(readFileSync(file).subarray(44)).buffer);
  }

  #historyOf(store: Store): History {
    return new History({
      store,
      recordings: new Recordings(store, this.folder, () => 'until-stored'),
      rehearing: this.rehearing,
      listenTo: (sound, onHeard) => this.listenTo(sound, onHeard),
      deliver: () => Promise.resolve(this.delivered),
      copyText: (text) => {
        this.copied.push(text);
        return Promise.resolve();
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
