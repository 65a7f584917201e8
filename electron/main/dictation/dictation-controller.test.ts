import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { failed, ok } from '#shared/result.ts';
import { problem } from '#shared/problem.ts';
import { between, joined, recording } from '../../../test/support/recording.ts';
import { arrive, useVirtualTime } from '../../../test/support/virtual-time.ts';
import type { Target } from '../insertion/insertion.ts';
import { mainTuning } from '../time/tuning.ts';
import { DictationDesk } from './dictation-desk.fixture.ts';
import { usualTextRules } from './text-rules.ts';

useVirtualTime();

let desk: DictationDesk;
beforeEach(async () => {
  desk = await DictationDesk.open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.close();
});

const [hold, a] = recording.turns[0]?.words ?? [];
const spokenWords = between((hold?.startMs ?? 0) - 300, (a?.endMs ?? 0) + 20);
const silence = new Int16Array(16_000);

test('a dictation goes to the window that had the focus at key-down, and into the history', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: false });
  await desk.until(async () => expect(await desk.rows()).toMatchObject([{ state: 'running' }]));
  desk.focused = { app: 'Browser', windowId: 2 };
  await desk.done();
  expect(desk.typed).toEqual([['Editor', 'Keep a']]);
  expect(desk.statuses).toEqual([
    { phase: 'speaking', isLatched: true },
    { phase: 'finishing' },
    { phase: 'inserting' },
    { phase: 'done', outcome: 'inserted', note: null, offers: [] },
  ]);
  await desk.outcomes('inserted');
  expect(await desk.rows()).toMatchObject([{ app: 'Editor', text: 'Keep a', isPartial: false }]);
});

test('without a history a dictation is inserted, can be inserted again, and is not stored', async () => {
  desk.keepHistory = false;
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.done();
  await dictationController.insertLast();
  expect(desk.typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
  await dictationController.idle();
  expect(await desk.rows()).toEqual([]);
});

test.each([
  ['without a profile', []],
  ['with a profile', [{ app: 'Editor', continues: false }]],
])(
  'texts come in order of speech if the first window is named late, %s',
  async (_how, profiles) => {
    desk.keepHistory = false;
    desk.appProfiles = profiles;
    const named = Promise.withResolvers<Target | null>();
    const dictationController = desk.controllerFor(silence);
    for (const target of [named.promise, null]) {
      desk.named = target;
      dictationController.command('start');
      dictationController.command('stop');
    }
    const said = { languages: [], isComplete: true, startSample: 0, endSample: 1 };
    for (const id of [1, 2])
      void dictationController.dictated({ ...said, id, text: `Text ${id}.` });
    await arrive();
    expect(desk.typed).toEqual([]);
    named.resolve({ app: 'Browser', windowId: 2 });
    await dictationController.idle();
    expect(desk.typed).toEqual([
      ['Browser', 'Text 1.'],
      ['Editor', 'Text 2.'],
    ]);
  },
);

test('a dictation soon after another continues its text in the same window', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  for (let count = 1; count <= 2; count++) {
    dictationController.command('start');
    await desk.until(() => expect(desk.typed).toHaveLength(count));
  }
  expect(desk.typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('a dictation soon after another continues its text, however long it is', async () => {
  const now = performance.now.bind(performance);
  let passedMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.until(() => expect(desk.typed).toHaveLength(1));
  desk.onFinishing = () => (passedMs += 2 * mainTuning.followsMs);
  dictationController.command('start');
  await desk.until(() => expect(desk.typed).toHaveLength(2));
  expect(desk.typed.map(([, text]) => text)).toEqual(['Keep a', ' Keep a']);
});

test('a cancelled dictation is kept, and can still be inserted', async () => {
  const dictationController = desk.controllerFor(joined(spokenWords, silence));
  dictationController.command('start');
  // Both words have been heard, and the recording has not reached its end.
  await desk.until(() => expect(desk.service.sound().length).toBeGreaterThan(spokenWords.length));
  expect(dictationController.command('cancel')).toBe(true);
  expect(desk.statuses.at(-1)).toMatchObject({
    phase: 'done',
    outcome: 'cancelled',
    offers: ['undo'],
  });
  dictationController.undo();
  await desk.until(() => expect(desk.statuses.at(-1)).toMatchObject({ outcome: 'inserted' }));
  await desk.outcomes('inserted');
});

test('a dictation can be cancelled after the key is released, until it is inserted', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: false });
  expect(desk.isEscapeOurs).toBe(true);
  const cancelled = vi.fn<() => void>(() => {
    desk.onFinishing = () => undefined;
    expect(desk.isEscapeOurs).toBe(true);
    expect(dictationController.command('cancel')).toBe(true);
    expect(desk.isEscapeOurs).toBe(false);
  });
  desk.onFinishing = () => queueMicrotask(cancelled);
  await desk.outcomes('cancelled');
  expect(cancelled).toHaveReturned();
  expect(desk.typed).toEqual([]);
  dictationController.undo();
  await desk.outcomes('inserted');
  expect(desk.typed).toEqual([['Editor', 'Keep a']]);
  expect(dictationController.command('cancel')).toBe(false);
});

test('a silent dictation types, keeps and reports nothing', async () => {
  const dictationController = desk.controllerFor(silence);
  dictationController.command('start');
  await desk.until(() => expect(desk.statuses.at(-1)).toEqual({ phase: 'idle' }));
  expect(desk.typed).toEqual([]);
  await desk.outcomes();
});

test('a failed insertion says what to do, and the text can be inserted again', async () => {
  const problem = { code: 'focus-moved', params: { app: 'Editor' } } as const;
  desk.outcome = { type: 'held', problem };
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.done();
  expect(desk.statuses.at(-1)).toMatchObject({ outcome: 'held', note: problem });
  desk.outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };
  desk.focused = { app: 'Browser', windowId: 2 };
  await dictationController.insertLast();
  expect(desk.typed.at(-1)).toEqual(['Browser', 'Keep a']);
  expect(desk.statuses.at(-1)).toMatchObject({ outcome: 'inserted' });
});

test('a refused key is reported, and the dictation is in the history as failed', async () => {
  const dictationController = desk.controllerFor(spokenWords, () =>
    ok({
      baseUrl: desk.service.env.CAPTIONKEY_STREAMING_URL,
      key: 'another-key',
      parameters: plainParameters,
    }),
  );
  dictationController.command('start');
  await desk.done();
  expect(desk.statuses.at(-1)).toMatchObject({ outcome: 'failed' });
  expect(desk.problems).toContainEqual(expect.objectContaining({ code: 'wrong-key' }));
  await desk.outcomes('failed');
});

test('without an API key no dictation begins', () => {
  const dictationController = desk.controllerFor(spokenWords, () => failed(problem('no-key', {})));
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  dictationController.key({ atMs: 0, type: 'release' });
  expect(desk.asked).toEqual(['asked', 'refused']);
  expect(desk.statuses).toEqual([]);
  expect(desk.problems).toMatchObject([{ code: 'no-key' }]);
  expect(dictationController.command('stop')).toBe(false);
});

test('the outcome is shown for a moment', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.done();
  await desk.until(() => expect(desk.statuses.at(-1)).toEqual({ phase: 'idle' }));
});

test('inserting the last text again does not hide a running dictation', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.done();
  dictationController.command('start');
  await dictationController.insertLast();
  expect(desk.statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: true });
  await desk.until(() => expect(desk.typed).toHaveLength(3));
});

test('after a lost release the next press begins another dictation', () => {
  const dictationController = desk.controllerFor(silence);
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  dictationController.key({ atMs: 0, type: 'press', hasRelease: true });
  expect(desk.statuses.at(-1)).toEqual({ phase: 'speaking', isLatched: false });
  dictationController.key({ atMs: 0, type: 'release' });
});

test('the end of the app waits until the text is inserted', async () => {
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.until(() => expect(desk.statuses).toContainEqual({ phase: 'finishing' }));
  await desk.until(async () => {
    await dictationController.idle();
    expect(desk.typed).toHaveLength(1);
  });
});

test('a profile of the program that has the focus at key-down decides how its text is inserted', async () => {
  desk.appProfiles = [{ app: 'editor', pressEnter: true, insertion: 'paste' }];
  desk.outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 }, enter: 'not-pressed' };
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  desk.focused = { app: 'Browser', windowId: 2 };
  await desk.done();
  expect(desk.typed).toEqual([['Editor', 'Keep a']]);
  expect(desk.statuses.at(-1)).toMatchObject({
    outcome: 'inserted',
    note: problem('enter-not-pressed', { app: 'Editor' }),
  });
  dictationController.command('start');
  await desk.until(() => expect(desk.typed).toHaveLength(2));
  const rules = { continues: true, pressesEnter: true, way: 'paste' };
  expect(desk.rules).toEqual([rules, usualTextRules]);
});

test('a text that is inserted again is not followed by Enter', async () => {
  desk.appProfiles = [{ app: 'Editor', pressEnter: true }];
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.done();
  await dictationController.insertLast();
  expect(desk.rules.map((rules) => rules?.pressesEnter)).toEqual([true, false]);
});

test('the language of a profile is that of the session, from the key-down of its program on', async () => {
  desk.appProfiles = [{ app: 'Editor', language: 'de' }];
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  desk.focused = { app: 'Browser', windowId: 2 };
  await desk.done();
  dictationController.command('start');
  await desk.until(() => expect(desk.typed).toHaveLength(2));
  expect(desk.service.sessions.map((query) => query.get('language_codes'))).toEqual([
    '["de"]',
    null,
  ]);
  expect(desk.typed.map(([, text]) => text)).toEqual(['Keep a', 'Keep a']);
});

test('a desktop that does not name the window in time keeps no word back', async () => {
  desk.appProfiles = [{ app: 'Editor', language: 'de' }];
  const named = Promise.withResolvers<null>();
  desk.named = named.promise;
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.until(() =>
    expect(desk.service.sound().length).toBeGreaterThan(spokenWords.length / 2),
  );
  named.resolve(null);
  await desk.done();
  expect(desk.service.sessions.map((query) => query.get('language_codes'))).toEqual([null]);
  expect(desk.typed.map(([, text]) => text)).toEqual(['Keep a']);
});
