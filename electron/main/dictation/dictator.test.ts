import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import { between, joined, recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until as untilInTime, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import type { Outcome, Target } from '../delivery/delivery.ts';
import { keepNothing } from '../keeping/keeping.ts';
import type { Account } from '../listening/account.ts';
import { Listener } from '../listening/listener.ts';
import { observing } from '../listening/observer.fixture.ts';
import { StoreDesk, value } from '../store/store.fixture.ts';
import type { Store } from '../store/store.ts';
import { Dictator } from './dictator.ts';

useVirtualTime();

/* A key, a word of the recording, a real service and a real store; the program that
   has the focus is the edge, and stands in memory. */
let service: Service;
let desk: StoreDesk;
let store: Store;
let statuses: DictationStatus[];
let problems: (Problem | null)[];
/** What was typed, and into which window. */
let typed: [string, string][];
let focused: Target | null;
let outcome: Outcome;
/** Called when all was said: what comes next may come within milliseconds. */
let onFinishing: () => void;
/** Escape is taken from the other programs. */
let isEscapeOurs: boolean;

beforeEach(async () => {
  service = await startService();
  desk = new StoreDesk();
  store = desk.start();
  statuses = [];
  problems = [];
  typed = [];
  isEscapeOurs = false;
  onFinishing = () => undefined;
  focused = { app: 'Editor', windowId: 1 };
  outcome = { type: 'delivered', times: { keySentMs: 1, textReadMs: 2 } };
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

function dictatorFor(pcm: Int16Array, account?: () => Result<Account>): Dictator {
  const listener = new Listener(
    () => new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength)),
    account ??
      (() =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: validKey,
          parameters: plainParameters,
        })),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    keepNothing,
    observing({
      dictationEnded: (id) => dictator.ended(id),
      dictated: (dictated) => void dictator.dictated(dictated),
      problem: (problem) => problems.push(problem),
    }),
  );
  const dictator = new Dictator({
    listener,
    delivery: {
      focused: () => Promise.resolve(focused),
      deliver: (text, target) => {
        typed.push([target?.app ?? 'nowhere', text]);
        return Promise.resolve(outcome);
      },
      dispose: () => Promise.resolve(),
    },
    store,
    settings: () => ({
      dictationMode: 'auto',
      delivery: 'paste',
      replacements: [{ from: 'hold', to: 'keep' }],
    }),
    isOccupied: () => false,
    isDemo: () => false,
    watchEscape: (isOn) => (isEscapeOurs = isOn),
    watchInput: () => () => false,
    onStatus: (status) => {
      statuses.push(status);
      if (status.phase === 'finishing') onFinishing();
    },
    onHistory: () => undefined,
    onProblem: (problem) => problems.push(problem),
  });
  return dictator;
}

const rows = async () => value(store.dictations(null, 9));
/** The clock goes on only once the store, whose thread has a clock of its own, has answered. */
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

test('what is said goes to the window that had the focus at key-down, and is in the history', async () => {
  const dictator = dictatorFor(spokenWords);
  dictator.key({ atMs: 0, type: 'press', hasRelease: false });
  await until(async () => expect(await rows()).toMatchObject([{ state: 'running' }]));
  focused = { app: 'Browser', windowId: 2 };
  await done();
  expect(typed).toEqual([['Editor', 'Keep a']]);
  expect(statuses).toEqual([
    { phase: 'speaking', isLatched: true },
    { phase: 'finishing' },
    { phase: 'done', outcome: 'delivered', sentence: null, canUndo: false },
  ]);
  await outcomes('delivered');
  expect(await rows()).toMatchObject([{ app: 'Editor', text: 'Keep a', isPartial: false }]);
});

test('what follows soon in the same window follows in the text', async () => {
  const dictator = dictatorFor(spokenWords);
  for (let count = 1; count <= 2; count++) {
    dictator.command('start');
    await until(() => expect(typed).toHaveLength(count));
  }
  expect(typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('what follows soon follows in the text, however long it takes to be said', async () => {
  const now = performance.now.bind(performance);
  let passedMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  const dictator = dictatorFor(spokenWords);
  dictator.command('start');
  await until(() => expect(typed).toHaveLength(1));
  onFinishing = () => (passedMs += 2 * tuning.followsMs);
  dictator.command('start');
  await until(() => expect(typed).toHaveLength(2));
  expect(typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('what was cancelled is kept, and can be inserted after all', async () => {
  const dictator = dictatorFor(joined(spokenWords, silence));
  dictator.command('start');
  // Both words have been heard, and the recording has not ended by itself.
  await until(() => expect(service.sound().length).toBeGreaterThan(spokenWords.length));
  expect(dictator.command('cancel')).toBe(true);
  expect(statuses.at(-1)).toMatchObject({ phase: 'done', outcome: 'cancelled', canUndo: true });
  dictator.undo();
  await until(() => expect(statuses.at(-1)).toMatchObject({ outcome: 'delivered' }));
  await outcomes('delivered');
});

test('what was said can be cancelled until it is on its way, by whoever let go of the key first', async () => {
  const dictator = dictatorFor(spokenWords);
  dictator.key({ atMs: 0, type: 'press', hasRelease: false });
  expect(isEscapeOurs).toBe(true);
  const cancelled = vi.fn<() => void>(() => {
    onFinishing = () => undefined;
    expect(isEscapeOurs).toBe(true);
    expect(dictator.command('cancel')).toBe(true);
    expect(isEscapeOurs).toBe(false);
  });
  onFinishing = () => queueMicrotask(cancelled);
  await outcomes('cancelled');
  expect(cancelled).toHaveReturned();
  expect(typed).toEqual([]);
  dictator.undo();
  await outcomes('delivered');
  expect(typed).toEqual([['Editor', 'Keep a']]);
  expect(dictator.command('cancel')).toBe(false);
});

test('where nothing is said, nothing is typed, kept or told', async () => {
  const dictator = dictatorFor(silence);
  dictator.command('start');
  await until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
  expect(typed).toEqual([]);
  await outcomes();
});

test('what could not be delivered is told with what to do, and can be delivered again', async () => {
  const problem = { code: 'focus-moved', sentence: 'The focus has moved.' };
  outcome = { type: 'held', problem };
  const dictator = dictatorFor(spokenWords);
  dictator.command('start');
  await done();
  expect(statuses.at(-1)).toMatchObject({ outcome: 'held', sentence: problem.sentence });
  outcome = { type: 'delivered', times: { keySentMs: 1, textReadMs: 2 } };
  focused = { app: 'Browser', windowId: 2 };
  await dictator.deliverAgain();
  expect(typed.at(-1)).toEqual(['Browser', 'Keep a']);
  expect(statuses.at(-1)).toMatchObject({ outcome: 'delivered' });
});

test('a key that is refused is told, and leaves what was said to be transcribed again', async () => {
  const dictator = dictatorFor(spokenWords, () =>
    ok({
      baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
      key: 'another-key',
      parameters: plainParameters,
    }),
  );
  dictator.command('start');
  await done();
  expect(statuses.at(-1)).toMatchObject({ outcome: 'failed' });
  expect(problems).toContainEqual(expect.objectContaining({ code: expect.any(String) as string }));
  await outcomes('failed');
});

test('without an account nothing begins', () => {
  const dictator = dictatorFor(spokenWords, () => failed('no-key', 'Paste your key.'));
  dictator.key({ atMs: 0, type: 'press', hasRelease: true });
  dictator.key({ atMs: 0, type: 'release' });
  expect(statuses).toEqual([]);
  expect(problems).toMatchObject([{ code: 'no-key' }]);
  expect(dictator.command('stop')).toBe(false);
});

test('what became of it is shown for a moment', async () => {
  const dictator = dictatorFor(spokenWords);
  dictator.command('start');
  await done();
  await until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
});

test('a text that is delivered again does not hide a dictation that is spoken', async () => {
  const dictator = dictatorFor(spokenWords);
  dictator.command('start');
  await done();
  dictator.command('start');
  await dictator.deliverAgain();
  expect(statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: true });
  await until(() => expect(typed).toHaveLength(3));
});

test('a hold whose release got lost is spoken again with the next press', () => {
  const dictator = dictatorFor(silence);
  dictator.key({ atMs: 0, type: 'press', hasRelease: true });
  dictator.key({ atMs: 0, type: 'press', hasRelease: true });
  expect(statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: false });
  dictator.key({ atMs: 0, type: 'release' });
});

test('whoever ends it waits until the text is where it belongs', async () => {
  const dictator = dictatorFor(spokenWords);
  dictator.command('start');
  await until(() => expect(statuses).toContainEqual({ phase: 'finishing' }));
  await until(async () => {
    await dictator.idle();
    expect(typed).toHaveLength(1);
  });
});
