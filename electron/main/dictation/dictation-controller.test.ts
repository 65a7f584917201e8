import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { between, joined, recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until as untilInTime, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import type { Outcome, Target } from '../insertion/insertion.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import type { ConnectionTarget } from '../listening/connection-target.ts';
import { ListeningController } from '../listening/listening-controller.ts';
import { observing } from '../listening/observer.fixture.ts';
import { StoreDesk, value } from '../storage/database/store.fixture.ts';
import type { Store } from '../storage/database/store.ts';
import { DictationController } from './dictation-controller.ts';
import { KeyHold } from './key-hold.ts';
import { mainTuning } from '../time/tuning.ts';

useVirtualTime();

/*
 * A key, a word of the recording, a real service and a real store. The program that has the focus is
 * replaced by one in memory.
 */
let service: Service;
let desk: StoreDesk;
let store: Store;
let statuses: DictationStatus[];
let asked: string[];
let problems: (Problem | null)[];
/** The typed texts, each with its window. */
let typed: [string, string][];
/** The setting. */
let keepHistory: boolean;
let focused: Target | null;
let outcome: Outcome;
/** Called when the speech is over, because the next event may come within milliseconds. */
let onFinishing: () => void;
/** Whether the app has taken Escape from the other programs. */
let isEscapeOurs: boolean;

beforeEach(async () => {
  service = await startService();
  desk = new StoreDesk();
  store = desk.start();
  statuses = [];
  asked = [];
  problems = [];
  typed = [];
  isEscapeOurs = false;
  keepHistory = true;
  onFinishing = () => undefined;
  focused = { app: 'Editor', windowId: 1 };
  outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.close();
  await store.close();
  await desk.clear();
});

const [hold, a] = recording.turns[0]?.words ?? [];
const spokenWords = between((hold?.startMs ?? 0) - 300, (a?.endMs ?? 0) + 20);
const silence = new Int16Array(16_000);

function dictatorFor(
  pcm: Int16Array,
  account?: () => Result<ConnectionTarget>,
): DictationController {
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength)),
    account ??
      (() =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: validKey,
          parameters: plainParameters,
        })),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    storeNothing,
    observing({
      dictationEnded: (id) => dictationController.ended(id),
      dictated: (dictated) => void dictationController.dictated(dictated),
      problem: (problem) => problems.push(problem),
    }),
  );
  const dictationController = new DictationController({
    keyHold: new KeyHold(),
    listeningController,
    insertion: {
      focused: () => Promise.resolve(focused),
      insert: (text, target) => {
        typed.push([target?.app ?? 'nowhere', text]);
        return Promise.resolve(outcome);
      },
      dispose: () => Promise.resolve(),
    },
    store,
    settings: () => ({
      keepHistory,
      dictationMode: 'auto',
      insertion: 'paste',
      replacements: [{ from: 'hold', to: 'keep' }],
      languageCodes: [],
      voiceCommands: false,
      removeFillers: false,
    }),
    isOccupied: () => false,
    isDemo: () => false,
    watchEscape: (isOn) => (isEscapeOurs = isOn),
    watchInput: () => () => false,
    onAsked: () => asked.push('asked'),
    onRefused: () => asked.push('refused'),
    onStatus: (status) => {
      statuses.push(status);
      if (status.phase === 'finishing') onFinishing();
    },
    onHistory: () => undefined,
    onProblem: (problem) => problems.push(problem),
  });
  return dictationController;
}

const rows = async () => value(store.dictations(null, 9));
/** Moves the clock only after the store has answered, because its thread has a clock of its own. */
const until = (assertion: () => unknown): Promise<void> =>
  untilInTime(async () => {
    await rows();
    await assertion();
  });
const done = () => until(() => expect(statuses.at(-1)).toMatchObject({ phase: 'done' }));
const outcomes = async (...states: string[]): Promise<void> =>
  until(async () => {
    expect((await rows()).map(({ state }) => state)).toEqual(states);
  });

test('a dictation goes to the window that had the focus at key-down, and into the history', async () => {
  const dictationController = dictatorFor(spokenWords);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: false });
  await until(async () => expect(await rows()).toMatchObject([{ state: 'running' }]));
  focused = { app: 'Browser', windowId: 2 };
  await done();
  expect(typed).toEqual([['Editor', 'Keep a']]);
  expect(statuses).toEqual([
    { phase: 'speaking', isLatched: true },
    { phase: 'finishing' },
    { phase: 'inserting' },
    { phase: 'done', outcome: 'inserted', note: null, offers: [] },
  ]);
  await outcomes('inserted');
  expect(await rows()).toMatchObject([{ app: 'Editor', text: 'Keep a', isPartial: false }]);
});

test('without a history a dictation is inserted, can be inserted again, and is not stored', async () => {
  keepHistory = false;
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await done();
  await dictationController.insertLast();
  expect(typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
  await dictationController.idle();
  expect(await rows()).toEqual([]);
});

test('a dictation soon after another continues its text in the same window', async () => {
  const dictationController = dictatorFor(spokenWords);
  for (let count = 1; count <= 2; count++) {
    dictationController.command('start');
    await until(() => expect(typed).toHaveLength(count));
  }
  expect(typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('a dictation soon after another continues its text, however long it is', async () => {
  const now = performance.now.bind(performance);
  let passedMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await until(() => expect(typed).toHaveLength(1));
  onFinishing = () => (passedMs += 2 * mainTuning.followsMs);
  dictationController.command('start');
  await until(() => expect(typed).toHaveLength(2));
  expect(typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('a cancelled dictation is kept, and can still be inserted', async () => {
  const dictationController = dictatorFor(joined(spokenWords, silence));
  dictationController.command('start');
  // Both words have been heard, and the recording has not reached its end.
  await until(() => expect(service.sound().length).toBeGreaterThan(spokenWords.length));
  expect(dictationController.command('cancel')).toBe(true);
  expect(statuses.at(-1)).toMatchObject({ phase: 'done', outcome: 'cancelled', offers: ['undo'] });
  dictationController.undo();
  await until(() => expect(statuses.at(-1)).toMatchObject({ outcome: 'inserted' }));
  await outcomes('inserted');
});

test('a dictation can be cancelled after the key is released, until it is inserted', async () => {
  const dictationController = dictatorFor(spokenWords);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: false });
  expect(isEscapeOurs).toBe(true);
  const cancelled = vi.fn<() => void>(() => {
    onFinishing = () => undefined;
    expect(isEscapeOurs).toBe(true);
    expect(dictationController.command('cancel')).toBe(true);
    expect(isEscapeOurs).toBe(false);
  });
  onFinishing = () => queueMicrotask(cancelled);
  await outcomes('cancelled');
  expect(cancelled).toHaveReturned();
  expect(typed).toEqual([]);
  dictationController.undo();
  await outcomes('inserted');
  expect(typed).toEqual([['Editor', 'Keep a']]);
  expect(dictationController.command('cancel')).toBe(false);
});

test('a silent dictation types, keeps and reports nothing', async () => {
  const dictationController = dictatorFor(silence);
  dictationController.command('start');
  await until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
  expect(typed).toEqual([]);
  await outcomes();
});

test('a failed insertion says what to do, and the text can be inserted again', async () => {
  const problem = { code: 'focus-moved', params: { app: 'Editor' } } as const;
  outcome = { type: 'held', problem };
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await done();
  expect(statuses.at(-1)).toMatchObject({ outcome: 'held', note: problem });
  outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };
  focused = { app: 'Browser', windowId: 2 };
  await dictationController.insertLast();
  expect(typed.at(-1)).toEqual(['Browser', 'Keep a']);
  expect(statuses.at(-1)).toMatchObject({ outcome: 'inserted' });
});

test('a refused key is reported, and the speech can be transcribed again', async () => {
  const dictationController = dictatorFor(spokenWords, () =>
    ok({
      baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
      key: 'another-key',
      parameters: plainParameters,
    }),
  );
  dictationController.command('start');
  await done();
  expect(statuses.at(-1)).toMatchObject({ outcome: 'failed' });
  expect(problems).toContainEqual(expect.objectContaining({ code: expect.any(String) as string }));
  await outcomes('failed');
});

test('without an API key no dictation begins', () => {
  const dictationController = dictatorFor(spokenWords, () => failed(problem('no-key', {})));
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  dictationController.key({ atMs: 0, type: 'release' });
  expect(asked).toEqual(['asked', 'refused']);
  expect(statuses).toEqual([]);
  expect(problems).toMatchObject([{ code: 'no-key' }]);
  expect(dictationController.command('stop')).toBe(false);
});

test('the outcome is shown for a moment', async () => {
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await done();
  await until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
});

test('inserting the last text again does not hide a running dictation', async () => {
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await done();
  dictationController.command('start');
  await dictationController.insertLast();
  expect(statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: true });
  await until(() => expect(typed).toHaveLength(3));
});

test('after a lost release the next press begins another dictation', () => {
  const dictationController = dictatorFor(silence);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  expect(statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: false });
  dictationController.key({ atMs: 0, type: 'release' });
});

test('the end of the app waits until the text is inserted', async () => {
  const dictationController = dictatorFor(spokenWords);
  dictationController.command('start');
  await until(() => expect(statuses).toContainEqual({ phase: 'finishing' }));
  await until(async () => {
    await dictationController.idle();
    expect(typed).toHaveLength(1);
  });
});
