import { spawnSync } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { readClipboard } from '../../../../tools/desktop-harness/clipboard.ts';
import { startProgram } from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { withX } from '../../../../tools/desktop-harness/x11/connection.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { patient } from '../../../../test/support/patient.ts';
import { startWorker } from '../x11/worker.fixture.ts';
import { insertionThreadOfTest } from './insertion-thread.fixture.ts';
import { InsertionThread } from './insertion-thread.ts';

const desk = insertionThreadOfTest();

afterEach(() => void vi.useRealTimers());

const startEntry = async () => desk.kept(await startProgram(desk.screen.display, 'gtk_entry'));

const stopped = { type: 'held', problem: { code: 'insertion-stopped' } };

test('texts arrive while main makes only calls that wait for the X server', async () => {
  const entry = await startEntry();
  const target = await desk.insertion.focused();
  let isOver = false;
  const outcomes = Promise.all(
    ['One ', 'two ', 'three'].map((text) => desk.insertion.insert(text, target)),
  ).finally(() => (isOver = true));
  const env = { ...process.env, ...desk.screen.env };
  for (let calls = 0; !isOver; calls += 1) {
    const { status } = spawnSync('xset', ['q'], { env, timeout: 5_000 });
    expect(status, `call ${calls} waits for a server that only main could let go of`).toBe(0);
    await nextTurn();
  }
  expect((await outcomes).map(({ type }) => type)).toEqual(['inserted', 'inserted', 'inserted']);
  await vi.waitFor(async () => expect(await entry.text()).toBe('One two three'), patient);
});

test('a thread that ends during an insertion holds the text, and the next call gets another one', async () => {
  desk.kept(await openFocusedWindow(desk.screen.display));
  const outcome = desk.insertion.insert('Lost', await desk.insertion.focused());
  await vi.waitFor(
    async () =>
      expect(String(await readClipboard(desk.screen.display, 'UTF8_STRING'))).toBe('Lost'),
    patient,
  );
  await desk.worker.terminate();
  expect(await outcome).toMatchObject(stopped);
  const entry = await startEntry();
  expect(await desk.insertion.insert('Dictated', await desk.insertion.focused())).toMatchObject({
    type: 'inserted',
  });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('an insertion on a server that does not answer ends, and is not carried out later', async () => {
  const entry = await startEntry();
  const target = await desk.insertion.focused();
  await withX(desk.screen.display, async ({ X }) => {
    X.GrabServer();
    await X.sync();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const outcomes = ['Held', 'Held, too'].map((text) => desk.insertion.insert(text, target));
    const focused = desk.insertion.focused();
    for (const outcome of outcomes) {
      await vi.advanceTimersByTimeAsync(tuning.answerTimeoutMs);
      expect(await outcome).toMatchObject(stopped);
    }
    expect(await focused).toBeNull();
    vi.useRealTimers();
  });
  expect(await desk.insertion.insert('Dictated', target)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('no thread starts to undo or accept a copy, nor for any call after the end', async () => {
  const threads: Worker[] = [];
  const counted = new InsertionThread(() => {
    const thread = startWorker(desk.screen.display);
    threads.push(thread);
    return thread;
  });
  await counted.clipboard.copy('Good morning.');
  await threads[0]?.terminate();
  await counted.clipboard.accept();
  expect(await counted.clipboard.undo()).toBe(false);
  expect(threads).toHaveLength(1);
  expect(await counted.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(threads).toHaveLength(2);
  await counted.dispose();
  await counted.clipboard.accept();
  expect(await counted.clipboard.copy('Too late.')).toBe('failed');
  expect(await counted.focused()).toBeNull();
  expect(await counted.insert('Too late.', null)).toMatchObject(stopped);
  expect(threads).toHaveLength(2);
});

test('without a thread the focus is not known and texts are held', async () => {
  const broken = new InsertionThread(() => {
    const ended = startWorker(desk.screen.display);
    void ended.terminate();
    return ended;
  });
  const target = { app: 'Editor', windowId: 7 };
  expect(await broken.focused()).toBeNull();
  expect(await broken.insert('Dictated', target)).toMatchObject(stopped);
  await broken.dispose();
});
