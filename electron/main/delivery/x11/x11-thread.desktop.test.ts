import { spawnSync } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readClipboard } from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { startProgram } from '../../../../tools/desktop-harness/targets.ts';
import { openFocusedWindow } from '../../../../tools/desktop-harness/windows.ts';
import { withX } from '../../../../tools/desktop-harness/x11/connection.ts';
import { deliveryTuning as tuning } from '../tuning.ts';
import { startWorker } from './worker.fixture.ts';
import { patient } from '../../../../test/support/patient.ts';
import { X11Thread } from './x11-thread.ts';

let screen: VirtualDisplay;
let delivery: X11Thread;
let worker: Worker;
const running: { stop: () => unknown }[] = [];
/** Ends with the test. */
const kept = <T extends { stop: () => unknown }>(program: T): T => {
  running.push(program);
  return program;
};

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  const start = (workerData: { display: string }): Worker => (worker = startWorker(workerData));
  delivery = new X11Thread(start, screen.display);
});
afterEach(async () => {
  vi.useRealTimers();
  for (const program of running.splice(0)) await program.stop();
});
afterAll(async () => {
  await delivery.dispose();
  await screen.stop();
});

const startEntry = async () => kept(await startProgram(screen.display, 'gtk_entry'));

const stopped = { type: 'held', problem: { code: 'delivery-stopped' } };

test('texts arrive while main makes nothing but calls that wait for the X server', async () => {
  const entry = await startEntry();
  const target = await delivery.focused();
  let isOver = false;
  const outcomes = Promise.all(
    ['One ', 'two ', 'three'].map((text) => delivery.deliver(text, target)),
  ).finally(() => (isOver = true));
  const env = { ...process.env, ...screen.env };
  for (let calls = 0; !isOver; calls += 1) {
    const { status } = spawnSync('xset', ['q'], { env, timeout: 5_000 });
    expect(status, `call ${calls} waits for a server that only main could let go of`).toBe(0);
    await nextTurn();
  }
  expect((await outcomes).map(({ type }) => type)).toEqual(['delivered', 'delivered', 'delivered']);
  await vi.waitFor(async () => expect(await entry.text()).toBe('One two three'), patient);
});

test('a thread that ends in a delivery holds the text, and the next call has another', async () => {
  kept(await openFocusedWindow(screen.display));
  const outcome = delivery.deliver('Lost', await delivery.focused());
  await vi.waitFor(
    async () => expect(String(await readClipboard(screen.display, 'UTF8_STRING'))).toBe('Lost'),
    patient,
  );
  await worker.terminate();
  expect(await outcome).toMatchObject(stopped);
  const entry = await startEntry();
  expect(await delivery.deliver('Dictated', await delivery.focused())).toMatchObject({
    type: 'delivered',
  });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('what a server that does not answer was asked for comes to an end, and is not done later', async () => {
  const entry = await startEntry();
  const target = await delivery.focused();
  await withX(screen.display, async ({ X }) => {
    X.GrabServer();
    await X.sync();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const outcomes = ['Held', 'Held, too'].map((text) => delivery.deliver(text, target));
    const focused = delivery.focused();
    for (const outcome of outcomes) {
      await vi.advanceTimersByTimeAsync(tuning.answerTimeoutMs);
      expect(await outcome).toMatchObject(stopped);
    }
    expect(await focused).toBeNull();
    vi.useRealTimers();
  });
  expect(await delivery.deliver('Dictated', target)).toMatchObject({ type: 'delivered' });
  await vi.waitFor(async () => expect(await entry.text()).toBe('Dictated'), patient);
});

test('a thread that cannot be started tells no focus and holds the text', async () => {
  const broken = new X11Thread(() => {
    const ended = startWorker({ display: screen.display });
    void ended.terminate();
    return ended;
  }, screen.display);
  const target = { app: 'Editor', windowId: 7 };
  expect(await broken.focused()).toBeNull();
  expect(await broken.deliver('Dictated', target)).toMatchObject(stopped);
  await broken.dispose();
});
