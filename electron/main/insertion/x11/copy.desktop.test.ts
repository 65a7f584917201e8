import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Worker } from 'node:worker_threads';
import {
  copyToClipboard,
  readClipboard,
  selectionOwner,
} from '../../../../tools/desktop-harness/clipboard.ts';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { startProgram, startRichOwner } from '../../../../tools/desktop-harness/targets.ts';
import { patient } from '../../../../test/support/patient.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { InsertionThread } from '../thread/insertion-thread.ts';
import { startWorker } from './worker.fixture.ts';

/* Texts that the person asked for, on the clipboard of an X server. */
let screen: VirtualDisplay;
let insertion: InsertionThread;
let worker: Worker;
const kept = programsOfTest();

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  insertion = new InsertionThread(() => (worker = startWorker(screen.display)));
});
afterAll(async () => {
  await insertion.dispose();
  await screen.stop();
});

const read = (format: string) => readClipboard(screen.display, format);
const text = async (): Promise<string> => String(await read('UTF8_STRING'));

test('undo restores the content before a copy in all of its formats', async () => {
  kept(await startRichOwner(screen.display));
  const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];
  const before = await Promise.all(formats.map(read));
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await text()).toBe('Good morning.');
  expect(await read('image/png')).toBeNull();
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await Promise.all(formats.map(read))).toEqual(before);
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('undo restores what was there before several copies', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'An address'));
  await insertion.clipboard.copy('Good');
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await text()).toBe('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('An address');
});

test('what another program has copied between two copies is restored', async () => {
  await insertion.clipboard.copy('Good');
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied since'));
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('copied since');
});

test('undo restores a copy that was accepted before the next one', async () => {
  await insertion.clipboard.copy('Good');
  await insertion.clipboard.accept();
  await insertion.clipboard.copy('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('Good');
});

test('clipboard managers may record a copy', async () => {
  await insertion.clipboard.copy('Good morning.');
  expect(await read('x-kde-passwordManagerHint')).toBeNull();
});

test('a clipboard that was empty is empty again', async () => {
  await (await copyToClipboard(screen.display, 'UTF8_STRING', 'gone at once')).stop();
  expect(await selectionOwner(screen.display)).toBe(0);
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await selectionOwner(screen.display)).toBe(0);
});

test('what another program has copied since stays', async () => {
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'copied since'));
  await vi.waitFor(async () => expect(await insertion.clipboard.undo()).toBe(false), patient);
  expect(await text()).toBe('copied since');
});

test('what a dictation has left there since stays', async () => {
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await insertion.insert('Dictated', null)).toMatchObject({ type: 'on-clipboard' });
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(await text()).toBe('Dictated');
});

test('a text that was inserted since is no change', async () => {
  kept(await copyToClipboard(screen.display, 'UTF8_STRING', 'An address'));
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  kept(await startProgram(screen.display, 'gtk_entry'));
  const outcome = await insertion.insert('Dictated', await insertion.focused());
  expect(outcome).toMatchObject({ type: 'inserted' });
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('An address');
});

test('a copy that was accepted cannot be undone', async () => {
  await insertion.clipboard.copy('Good morning.');
  await insertion.clipboard.accept();
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(await text()).toBe('Good morning.');
});

test('with the thread, the content before a copy is lost', async () => {
  await insertion.clipboard.copy('Good morning.');
  await worker.terminate();
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('without an X server the copy fails', async () => {
  const broken = new InsertionThread(() => startWorker(':4242'));
  expect(await broken.clipboard.copy('Good morning.')).toBe('failed');
  await broken.dispose();
});
