import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SpokenTurn } from '#core/segments/spoken.ts';
import { afterAll, type DictationAction, type HistoryRef } from '#shared/history.ts';
import { failed, ok } from '#shared/result.ts';
import type { MicrophoneEvent } from '../../audio/microphone.ts';
import { stopStoreClock } from '../database/still-clock.fixture.ts';
import { texts, turn, value } from '../database/store.fixture.ts';
import { HistoryDesk, noise } from './history.fixture.ts';

stopStoreClock();

let desk: HistoryDesk;
beforeEach(() => {
  desk = new HistoryDesk();
});
afterEach(() => desk.desk.clear());

const read = async (words = '', before: HistoryRef[] = [], limit = 9) => {
  const query = { words, isDictationsOnly: false, before: afterAll(before), limit };
  const page = await value(desk.history.read(query));
  return { texts: texts(page.rows), hasMore: page.hasMore };
};

const dictated = (id: number): HistoryRef[] => [{ type: 'dictation', id }];

const act = (id: number, action: DictationAction) =>
  desk.history.act({ type: 'dictation', id, action });

test('dictations are newest first, can be searched, and says whether there are older dictations', async () => {
  const ids = [];
  for (const [index, text] of ['One fox', 'Two dogs', 'Three foxes'].entries())
    ids.push(await desk.dictate(text, index * 1_000, index * 1_000 + 900));
  expect(await read('', [], 2)).toEqual({ texts: ['Three foxes', 'Two dogs'], hasMore: true });
  expect(await read('', dictated(ids[1] ?? 0))).toEqual({ texts: ['One fox'], hasMore: false });
  expect(await read('fox')).toEqual({ texts: ['Three foxes', 'One fox'], hasMore: false });
  expect(await read('fox', [], 1)).toEqual({ texts: ['Three foxes'], hasMore: true });
  expect(await read('fox', dictated(ids[2] ?? 0))).toEqual({ texts: ['One fox'], hasMore: false });
});

test('a text can be copied, and inserted again with its outcome', async () => {
  const id = await desk.dictate('Once more', 0, 900);
  await value(act(id, 'copy'));
  expect(desk.copied).toEqual(['Once more']);
  expect(await value(act(id, 'insert'))).toEqual({
    code: 'inserted',
    params: {},
  });
  const problem = { code: 'no-keys-on-wayland', params: {} } as const;
  desk.inserted = { type: 'on-clipboard', problem };
  expect(await value(act(id, 'insert'))).toEqual(problem);
  expect(await value(desk.store.dictation(id))).toMatchObject({ state: 'on-clipboard' });
  desk.inserted = { type: 'held', problem };
  expect(await act(id, 'insert')).toEqual({ ok: false, problem });
  expect(await value(desk.store.dictation(id))).toMatchObject({ state: 'on-clipboard' });
});

test('a text that cannot be copied is not said to be', async () => {
  const id = await desk.dictate('Once more', 0, 900);
  desk.canCopy = failed({ code: 'not-copied', params: {} });
  expect(await act(id, 'copy')).toEqual(desk.canCopy);
});

test('a running, missing or empty dictation is reported, and nothing is done', async () => {
  const id = await value(desk.store.beginDictation({ startedAtMs: 0, app: null, startSample: 0 }));
  for (const action of ['copy', 'transcribe', 'delete'] as const)
    expect(await act(id, action)).toMatchObject({
      problem: { code: 'dictation-runs' },
    });
  await value(desk.store.setOutcome(id, 'silent'));
  for (const action of ['copy', 'insert'] as const)
    expect(await act(id, action)).toMatchObject({
      problem: { code: 'dictation-without-text' },
    });
  expect(await act(99, 'copy')).toMatchObject({ problem: { code: 'no-dictation' } });
});

describe('deleting', () => {
  const words = (): string =>
    readdirSync(desk.desk.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(desk.desk.folder, name), 'latin1').toLowerCase())
      .join();

  test('removes the words, and the file if all of its sound belongs to the dictation', async () => {
    const recordingId = await desk.record('a.wav', noise(2));
    await value(desk.store.endRecording(recordingId, 32_000));
    const id = await desk.dictate('Zebrafinken', 50, 1_950);
    expect(words()).toContain('zebrafinken');
    await value(act(id, 'delete'));
    expect(words()).not.toContain('ebrafin');
    expect(desk.samples('a.wav')).toBeNull();
    expect(await value(desk.store.recordings())).toEqual([]);
    expect(await read()).toEqual({ texts: [], hasMore: false });
    expect(desk.changes).toBe(1);
  });

  test('keeps other sound in the file, until the last of it is deleted', async () => {
    const sound = noise(4);
    const recordingId = await desk.record('a.wav', sound, 8_000);
    await value(desk.store.endRecording(recordingId, 72_000));
    const first = await desk.dictate('First.', 500, 1_500);
    const second = await desk.dictate('Second.', 1_500, 4_500);
    await value(act(first, 'delete'));
    const left = desk.samples('a.wav');
    expect(left?.subarray(0, 16_000).every((sample) => sample === 0)).toBe(true);
    expect(left?.subarray(16_000)).toEqual(sound.subarray(16_000));
    expect(await read()).toMatchObject({ texts: ['Second.'] });
    await value(act(second, 'delete'));
    expect(desk.samples('a.wav')).toBeNull();
  });

  test('silences the sound in a recording that is still written', async () => {
    await desk.record('a.wav', noise(1));
    const id = await desk.dictate('Now.', 0, 1_000);
    await value(act(id, 'delete'));
    expect(desk.samples('a.wav')).toEqual(new Int16Array(16_000));
  });

  test('covers all recordings of the dictation, and none of another run', async () => {
    await desk.record('yesterday.wav', noise(1));
    await desk.restart();
    for (const [path, startSample] of [
      ['a.wav', 0],
      ['b.wav', 16_000],
    ] as const) {
      const recordingId = await desk.record(path, noise(1), startSample);
      await value(desk.store.endRecording(recordingId, startSample + 16_000));
    }
    const id = await desk.dictate('Both.', 0, 2_000);
    await value(act(id, 'delete'));
    expect([desk.samples('a.wav'), desk.samples('b.wav')]).toEqual([null, null]);
    expect(desk.samples('yesterday.wav')).toEqual(noise(1));
  });

  test('removes the sound to the end of the file after a crash', async () => {
    await desk.record('a.wav', noise(3));
    const id = await value(
      desk.store.beginDictation({ startedAtMs: 0, app: null, startSample: 16_000 }),
    );
    await desk.restart();
    await value(act(id, 'delete'));
    expect(desk.samples('a.wav')?.subarray(0, 16_000)).toEqual(noise(1));
    expect(desk.samples('a.wav')?.subarray(16_000)).toEqual(new Int16Array(32_000));
  });

  test('keeps the words if the sound cannot be deleted, so that it can be tried again', async () => {
    await desk.record('a.wav', noise(1));
    const id = await desk.dictate('Stays.', 0, 1_000);
    const file = join(desk.folder, 'a.wav');
    renameSync(file, `${file}-away`);
    mkdirSync(file);
    expect(await act(id, 'delete')).toMatchObject({
      problem: { code: 'cannot-delete-recording' },
    });
    expect(await read()).toMatchObject({ texts: ['Stays.'] });
  });
});

describe('transcribing again', () => {
  const heard = (text: string, startSample: number): SpokenTurn => ({
    ...{ id: 1, text, isFinal: true, words: [], language: 'en' },
    ...{ startSample, endSample: startSample + 100 },
    heardIn: { startSample, endSample: startSample + 100 },
  });

  /** Listens as the app does, in a clock that has reached 1,000,000. */
  function listen(hear: (atSample: number) => void): Promise<Int16Array> {
    return new Promise((resolve) => {
      desk.listenTo = (sound, onHeard) => {
        const chunks: Uint8Array[] = [];
        sound.open(1_000_000, (event: MicrophoneEvent) => {
          if (event.type === 'chunk') chunks.push(event.chunk.pcm);
          if (event.type !== 'closed') return;
          const pcm = new Int16Array(Uint8Array.from(Buffer.concat(chunks)).buffer);
          hear(1_000_000 + pcm.length);
          onHeard();
          resolve(pcm);
        });
        return Promise.resolve(ok(null));
      };
    });
  }

  const changed = async (): Promise<void> => {
    while (desk.changes === 0) await new Promise((resolve) => setImmediate(resolve));
  };

  test('replaces the text by the one of the same sound', async () => {
    await desk.record('a.wav', noise(1), 8_000);
    const id = await desk.dictate('ford', 600, 900);
    const listened = listen((toSample) => {
      void desk.retranscription.turn(heard('Word', 1_001_000));
      void desk.retranscription.turn(heard('by word.', 1_003_000));
      desk.retranscription.settledTo(toSample);
    });
    await value(act(id, 'transcribe'));
    expect(await listened).toEqual(noise(1).subarray(1_600, 6_400));
    await changed();
    expect(await value(desk.store.dictation(id))).toMatchObject({
      text: 'Word by word.',
      turns: [{ startSample: 10_600 }, { startSample: 12_600 }],
    });
  });

  test.each([
    ['some of it could not be made text', 'failed'],
    ['it was stopped in the middle', 'stopped'],
    ['no words were heard', 'silent'],
  ])('keeps the old text if %s', async (_, why) => {
    await desk.record('a.wav', noise(1));
    const id = await desk.dictate('All of it.', 0, 900);
    const listened = listen((toSample) => {
      if (why !== 'silent') void desk.retranscription.turn(heard('All', 1_001_000));
      if (why === 'failed') desk.retranscription.failed(1_002_000, toSample);
      desk.retranscription.settledTo(why === 'stopped' ? 1_002_000 : toSample);
    });
    await value(act(id, 'transcribe'));
    await listened;
    await changed();
    const dictation = await value(desk.store.dictation(id));
    expect(dictation).toMatchObject({ text: 'All of it.', turns: [{ text: 'All of it.' }] });
  });

  test('says why it cannot begin', async () => {
    const without = await desk.dictate('No sound is kept.', 20_000, 21_000);
    expect(await act(without, 'transcribe')).toMatchObject({
      problem: { code: 'no-recording' },
    });
    await desk.record('a.wav', noise(1));
    const id = await desk.dictate('Text.', 0, 900);
    const busy = failed({ code: 'captions-on', params: {} });
    desk.listenTo = () => Promise.resolve(busy);
    expect(await act(id, 'transcribe')).toEqual(busy);
    await value(desk.store.saveTurn(turn('Life goes on.')));
  });
});
