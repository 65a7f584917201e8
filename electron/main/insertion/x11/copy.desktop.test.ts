import { expect, test, vi } from 'vitest';
import {
  copyToClipboard,
  readClipboard,
  selectionOwner,
} from '../../../../tools/desktop-harness/clipboard.ts';
import { startProgram, startRichOwner } from '../../../../tools/desktop-harness/targets.ts';
import { patient } from '../../../../test/support/patient.ts';
import { insertionThreadOfTest } from '../thread/insertion-thread.fixture.ts';
import { InsertionThread } from '../thread/insertion-thread.ts';
import { startWorker } from './worker.fixture.ts';

/* Texts that the person asked for, on the clipboard of an X server. */
const desk = insertionThreadOfTest();

const read = (format: string) => readClipboard(desk.screen.display, format);
const text = async (): Promise<string> => String(await read('UTF8_STRING'));

test('undo restores the content before a copy in all of its formats', async () => {
  desk.kept(await startRichOwner(desk.screen.display));
  const formats = ['UTF8_STRING', 'text/html', 'text/rtf', 'image/png', 'text/uri-list'];
  const before = await Promise.all(formats.map(read));
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await text()).toBe('Good morning.');
  expect(await read('image/png')).toBeNull();
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await Promise.all(formats.map(read))).toEqual(before);
  expect(await desk.insertion.clipboard.undo()).toBe(false);
});

test('undo restores what was there before several copies', async () => {
  desk.kept(await copyToClipboard(desk.screen.display, 'UTF8_STRING', 'An address'));
  await desk.insertion.clipboard.copy('Good');
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await text()).toBe('Good morning.');
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('An address');
});

test('what another program has copied between two copies is restored', async () => {
  await desk.insertion.clipboard.copy('Good');
  desk.kept(await copyToClipboard(desk.screen.display, 'UTF8_STRING', 'copied since'));
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('copied since');
});

test('undo restores a copy that was accepted before the next one', async () => {
  await desk.insertion.clipboard.copy('Good');
  await desk.insertion.clipboard.accept();
  await desk.insertion.clipboard.copy('Good morning.');
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('Good');
});

test('clipboard managers may record a copy', async () => {
  await desk.insertion.clipboard.copy('Good morning.');
  expect(await read('x-kde-passwordManagerHint')).toBeNull();
});

test('a clipboard that was empty is empty again', async () => {
  await (await copyToClipboard(desk.screen.display, 'UTF8_STRING', 'gone at once')).stop();
  expect(await selectionOwner(desk.screen.display)).toBe(0);
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await selectionOwner(desk.screen.display)).toBe(0);
});

test('what another program has copied since stays', async () => {
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  desk.kept(await copyToClipboard(desk.screen.display, 'UTF8_STRING', 'copied since'));
  await vi.waitFor(async () => expect(await desk.insertion.clipboard.undo()).toBe(false), patient);
  expect(await text()).toBe('copied since');
});

test('what a dictation has left there since stays', async () => {
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await desk.insertion.insert('Dictated', null)).toMatchObject({ type: 'on-clipboard' });
  expect(await desk.insertion.clipboard.undo()).toBe(false);
  expect(await text()).toBe('Dictated');
});

test('a text that was inserted since is no change', async () => {
  desk.kept(await copyToClipboard(desk.screen.display, 'UTF8_STRING', 'An address'));
  expect(await desk.insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  desk.kept(await startProgram(desk.screen.display, 'gtk_entry'));
  const outcome = await desk.insertion.insert('Dictated', await desk.insertion.focused());
  expect(outcome).toMatchObject({ type: 'inserted' });
  expect(await desk.insertion.clipboard.undo()).toBe(true);
  expect(await text()).toBe('An address');
});

test('a copy that was accepted cannot be undone', async () => {
  await desk.insertion.clipboard.copy('Good morning.');
  await desk.insertion.clipboard.accept();
  expect(await desk.insertion.clipboard.undo()).toBe(false);
  expect(await text()).toBe('Good morning.');
});

test('with the thread, the content before a copy is lost', async () => {
  await desk.insertion.clipboard.copy('Good morning.');
  await desk.worker.terminate();
  expect(await desk.insertion.clipboard.undo()).toBe(false);
});

test('without an X server the copy fails', async () => {
  const broken = new InsertionThread(() => startWorker(':4242'));
  expect(await broken.clipboard.copy('Good morning.')).toBe('failed');
  await broken.dispose();
});
