import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CopiedCaptions } from '#shared/copied-captions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { CopyOutcome } from '../insertion/undoable-clipboard.ts';
import { mainTuning } from '../time/tuning.ts';
import { StoppedCaptions } from './stopped-captions.ts';

/* A clipboard with one text, and a history with the captions 12, unless a test says otherwise. */
let content: string;
let before: string | null;
let outcome: CopyOutcome;
let transcript: number | null;
let areOn: boolean;
/** What uses the clipboard. The calls wait for it. */
let insertion: Promise<void>;
let shown: (CopiedCaptions | null)[];
let opened: number[];
let problems: (Problem | null)[];
let stopped: StoppedCaptions;

beforeEach(() => {
  vi.useFakeTimers();
  content = 'An address';
  before = null;
  outcome = 'can-undo';
  transcript = 12;
  areOn = false;
  insertion = Promise.resolve();
  shown = [];
  opened = [];
  problems = [];
  stopped = new StoppedCaptions({
    clipboard: {
      copy: async (text) => {
        await insertion;
        if (outcome !== 'failed') [before, content] = [before ?? content, text];
        return outcome;
      },
      undo: async () => {
        await insertion;
        const hasUndone = before !== null;
        [before, content] = [null, before ?? content];
        return hasUndone;
      },
      accept: async () => {
        await insertion;
        before = null;
      },
    },
    areOn: () => areOn,
    transcript: () => Promise.resolve(transcript),
    openTranscript: (id) => {
      opened.push(id);
      return Promise.resolve();
    },
    show: (copied) => shown.push(copied),
    onProblem: (problem) => problems.push(problem),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const finish = (text = 'Good morning.', isAgain = false): Promise<void> =>
  stopped.finished({ text, sources: ['microphone'], isAgain });
const copied = { wordCount: 2, canUndo: true, hasTranscript: true };

test('the text is copied, and for some seconds the captions say so', async () => {
  await finish();
  expect(content).toBe('Good morning.');
  expect(shown).toEqual([copied]);
  vi.advanceTimersByTime(mainTuning.copiedShownMs - 1);
  expect(shown).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown).toEqual([copied, null]);
  expect(before).toBeNull();
});

test('captions without words copy nothing', async () => {
  await finish('');
  expect(content).toBe('An address');
  expect(shown).toEqual([]);
});

test('undo restores the clipboard and ends the notice', async () => {
  await finish();
  await stopped.undo();
  expect(content).toBe('An address');
  expect(shown).toEqual([copied, null]);
  await stopped.undo();
  vi.advanceTimersByTime(mainTuning.copiedShownMs);
  expect(shown).toHaveLength(2);
});

test('late words do not replace the clipboard once the person has undone', async () => {
  await finish();
  await stopped.undo();
  await finish('Good morning to all.', true);
  expect(content).toBe('An address');
  expect(shown).toEqual([copied, null]);
});

test('undo while late words wait to be copied restores the clipboard, and no notice follows', async () => {
  await finish();
  const again = finish('Good morning to all.', true);
  await stopped.undo();
  await again;
  expect(content).toBe('An address');
  expect(shown).toEqual([copied, null]);
});

test.each(['have begun', 'were stopped'])('other captions that %s end an undo', async (what) => {
  await finish();
  await stopped.undo();
  if (what === 'have begun') stopped.begun();
  else await finish('And on.');
  await finish('Late words.', true);
  expect(content).toBe('Late words.');
});

test('undo that waits for an insertion is carried out after it, however long that takes', async () => {
  await finish();
  vi.advanceTimersByTime(mainTuning.copiedShownMs - 1);
  const inserted = Promise.withResolvers<undefined>();
  insertion = inserted.promise;
  const undone = stopped.undo();
  expect(shown).toEqual([copied, null]);
  vi.advanceTimersByTime(mainTuning.copiedShownMs);
  inserted.resolve(undefined);
  await undone;
  expect(content).toBe('An address');
  expect(problems.at(-1)).toBeNull();
});

test('undo that waits for an insertion is not lost when captions begin', async () => {
  await finish();
  const inserted = Promise.withResolvers<undefined>();
  insertion = inserted.promise;
  const undone = stopped.undo();
  stopped.begun();
  inserted.resolve(undefined);
  await undone;
  expect(content).toBe('An address');
  expect(shown).toEqual([copied, null]);
});

test('an undo that changes nothing says so', async () => {
  await finish();
  before = null;
  await stopped.undo();
  expect(content).toBe('Good morning.');
  expect(shown).toEqual([copied, null]);
  expect(problems.at(-1)).toEqual(problem('not-undone', {}));
});

test('the end of a notice does not make the copy of late words final', async () => {
  await finish();
  const inserted = Promise.withResolvers<undefined>();
  insertion = inserted.promise;
  const again = finish('Good morning to all.', true);
  await vi.advanceTimersByTimeAsync(mainTuning.copiedShownMs);
  inserted.resolve(undefined);
  await again;
  await stopped.undo();
  expect(content).toBe('An address');
});

test('undo after the notice changes nothing', async () => {
  await finish();
  vi.advanceTimersByTime(mainTuning.copiedShownMs);
  await stopped.undo();
  expect(content).toBe('Good morning.');
});

test('a clipboard that cannot be saved gets the text without an undo', async () => {
  outcome = 'cannot-undo';
  await finish();
  expect(shown).toEqual([{ ...copied, canUndo: false }]);
});

test('a text that cannot be copied is a problem instead of a notice, until one was', async () => {
  outcome = 'failed';
  await finish();
  expect(shown).toEqual([]);
  expect(problems).toEqual([problem('not-copied', {})]);
  outcome = 'can-undo';
  await finish();
  expect(shown).toEqual([copied]);
  expect(problems.at(-1)).toBeNull();
});

test('late words that cannot be copied end the notice of those that were', async () => {
  await finish();
  outcome = 'failed';
  await finish('Good morning to all.', true);
  expect(shown).toEqual([copied, null]);
  expect(problems.at(-1)).toEqual(problem('not-copied', {}));
});

test('captions that begin end the problem of those before', async () => {
  outcome = 'failed';
  await finish();
  stopped.begun();
  expect(problems.at(-1)).toBeNull();
});

test('the transcript is opened, which ends the notice', async () => {
  await finish();
  await stopped.openTranscript();
  expect(opened).toEqual([12]);
  expect(shown).toEqual([copied, null]);
  await stopped.openTranscript();
  expect(opened).toEqual([12]);
});

test('captions that the history does not keep have no transcript to open', async () => {
  transcript = null;
  await finish();
  expect(shown).toEqual([{ ...copied, hasTranscript: false }]);
  await stopped.openTranscript();
  expect(opened).toEqual([]);
});

test('captions that begin again end the notice, and none appears while they are on', async () => {
  await finish();
  stopped.begun();
  expect(shown).toEqual([copied, null]);
  areOn = true;
  await finish('Late words.');
  expect(content).toBe('Late words.');
  expect(shown).toHaveLength(2);
});

test('the end of the app waits for what is being copied, and no notice follows', async () => {
  const inserted = Promise.withResolvers<undefined>();
  insertion = inserted.promise;
  void finish();
  const ended = stopped.end().then(() => content);
  inserted.resolve(undefined);
  expect(await ended).toBe('Good morning.');
  expect(shown).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('the end of the app ends the notice without touching the clipboard any more', async () => {
  await finish();
  await stopped.end();
  await vi.advanceTimersByTimeAsync(mainTuning.copiedShownMs);
  expect(vi.getTimerCount()).toBe(0);
  expect(before).toBe('An address');
});

test('another stop replaces the notice, with the whole time', async () => {
  await finish();
  vi.advanceTimersByTime(mainTuning.copiedShownMs - 1);
  await finish('And goodbye then.');
  vi.advanceTimersByTime(mainTuning.copiedShownMs - 1);
  expect(shown).toEqual([copied, { ...copied, wordCount: 3 }]);
});
