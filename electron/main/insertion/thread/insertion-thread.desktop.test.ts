import { spawnSync } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readClipboard } from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { startProgram } from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { withX } from '../../../../tools/desktop-harness/x11/connection.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { patient } from '../../../../test/support/patient.ts';
import { startWorker } from '../x11/worker.fixture.ts';
import { InsertionThread } from './insertion-thread.ts';

let screen: VirtualDisplay;
let insertion: InsertionThread;
let worker: Worker;
const kept = programsOfTest();

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  insertion = new InsertionThread(() => (worker = startWorker(screen.display)));
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await insertion.dispose();
  await screen.stop();
});

const startEntry = async () => kept(await startProgram(screen.display, 'gtk_entry'));

const stopped = { type: 'held', problem: { code: 'insertion-stopped' } };

test('texts arrive while main makes only calls that wait for the X server', async () => {
  const entry = await startEntry();
  const target = await insertion.focused();
  let isOver = false;
  const outcomes = Promise.all(
    ['One ', 'two ', 'three'].map((text) => insertion.insert(text, target)),
  ).finally(() => (isOver = true));
  const env = { ...process.env, ...screen.env };
  for (let calls = 0; !isOver; calls += 1) {
    const { status } = spawnSync('xset', ['q'], { env, timeout: 5_000 });
    expect(status, `call ${calls} waits for a server that only main could let go of`).toBe(0);
    await nextTurn();
  }
  expect((await outcomes).map(({ type }) => type)).toEqual(['inserted', 'inserted', 'inserted']);
  await vi.waitFor(async () => expect(await entry.text()).toBe('One two three'), patient);
});

test('a thread that ends during an insertion holds the text, and the next call gets another one', async () => {
  kept(await openFocusedWindow(screen.display));
  const outcome = insertion.insert('Lost', await insertion.focused());
  await vi.waitFor(
    async () => expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('Lost'),
    patient,
  );
  await worker.terminate();
  expect(await outcome).toMatchObject(stopped);
  const entry = await startEntry();
  expect(await insertion.insert('Dictated', await insertion.focused())).toMatchObject({
    type: 'inserted',
  });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('an insertion on a server that does not answer ends, and is not carried out later', async () => {
  const entry = await startEntry();
  const target = await insertion.focused();
  await withX(screen.display, async ({ X }) => {
    X.GrabServer();
    await X.sync();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const outcomes = ['Held', 'Held, too'].map((text) => insertion.insert(text, target));
    const focused = insertion.focused();
    for (const outcome of outcomes) {
      await vi.advanceTimersByTimeAsync(tuning.answerTimeoutMs);
      expect(await outcome).toMatchObject(stopped);
    }
    expect(await focused).toBeNull();
    vi.useRealTimers();
  });
  expect(await insertion.insert('Dictated', target)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('no thread starts to undo or accept a copy, nor for any call after the end', async () => {
  let starts = 0;
  const counted = new InsertionThread(() => {
    starts += 1;
    return (worker = startWorker(screen.display));
  });
  await counted.clipboard.copy('Good morning.');
  await worker.terminate();
  await counted.clipboard.accept();
  expect(await counted.clipboard.undo()).toBe(false);
  expect(starts).toBe(1);
  expect(await counted.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(starts).toBe(2);
  await counted.dispose();
  await counted.clipboard.accept();
  expect(await counted.clipboard.copy('Too late.')).toBe('failed');
  expect(await counted.focused()).toBeNull();
  expect(await counted.insert('Too late.', null)).toMatchObject(stopped);
  expect(starts).toBe(2);
});

test('without a thread the focus is not known and texts are held', async () => {
  const broken = new InsertionThread(() => {
    const ended = startWorker(screen.display);
    void ended.terminate();
    return ended;
  });
  const target = { app: 'Editor', windowId: 7 };
  expect(await broken.focused()).toBeNull();
  expect(await broken.insert('Dictated', target)).toMatchObject(stopped);
  await broken.dispose();
});
