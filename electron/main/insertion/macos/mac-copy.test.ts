import { beforeEach, expect, test } from 'vitest';
import type { Outcome } from '../insertion.ts';
import type { MacInsertion } from './mac-insertion.ts';
import {
  copied,
  copiedMeanwhile,
  openMac,
  target,
  text,
  type RecordingMac,
} from './recording-mac.fixture.ts';

let mac: RecordingMac;
let insertion: MacInsertion;
const insert = (): Promise<Outcome> => insertion.insert('Dictated', target);

beforeEach(() => {
  ({ mac, insertion } = openMac());
});

test('a copy can be undone, with every format of what it replaced', async () => {
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(mac.pasteboard?.map((item) => [...item.keys()])).toEqual([[text]]);
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('of two copies, what was there before both is restored', async () => {
  await insertion.clipboard.copy('Good');
  expect(await insertion.clipboard.copy('Good morning.')).toBe('can-undo');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('a copy over one that could not save what it replaced cannot be undone either', async () => {
  mac.mayRead = false;
  expect(await insertion.clipboard.copy('Good')).toBe('cannot-undo');
  mac.mayRead = true;
  expect(await insertion.clipboard.copy('Good morning.')).toBe('cannot-undo');
  expect(await insertion.clipboard.undo()).toBe(false);
  mac.copy(copiedMeanwhile);
  expect(await insertion.clipboard.copy('Good evening.')).toBe('can-undo');
});

test('what another program copies between two copies is restored', async () => {
  await insertion.clipboard.copy('Good');
  mac.copy(copiedMeanwhile);
  await insertion.clipboard.copy('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copiedMeanwhile);
});

test('a copy that was accepted is what the next one replaces', async () => {
  await insertion.clipboard.copy('Good');
  await insertion.clipboard.accept();
  await insertion.clipboard.copy('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good');
});

test('a copy is not undone once another program has copied something', async () => {
  await insertion.clipboard.copy('Good morning.');
  mac.copy(copiedMeanwhile);
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(mac.pasteboard).toBe(copiedMeanwhile);
});

test('a text that was inserted since keeps the copy undoable', async () => {
  await insertion.clipboard.copy('Good morning.');
  expect(await insert()).toMatchObject({ type: 'pasted' });
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good morning.');
  expect(await insertion.clipboard.undo()).toBe(true);
  expect(mac.pasteboard).toBe(copied);
});

test('what another program copies after an insertion stays', async () => {
  await insertion.clipboard.copy('Good morning.');
  await insert();
  mac.copy([new Map([[text, Buffer.from('Good morning.')]])]);
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('an insertion over what another program has copied keeps that, even if it is the same text', async () => {
  const same = [new Map([[text, Buffer.from('Good morning.')]])];
  await insertion.clipboard.copy('Good morning.');
  mac.copy(same);
  await insert();
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(mac.pasteboard).toBe(same);
});

test('what a dictation leaves there stays', async () => {
  await insertion.clipboard.copy('Good morning.');
  await insertion.insert('Dictated', null);
  expect(await insertion.clipboard.undo()).toBe(false);
});

test('where macOS would ask before a read, a copy reads nothing and cannot be undone', async () => {
  mac.mayRead = false;
  let reads = 0;
  mac.onRead = () => void (reads += 1);
  expect(await insertion.clipboard.copy('Good morning.')).toBe('cannot-undo');
  expect(await insertion.clipboard.undo()).toBe(false);
  expect(reads).toBe(0);
  expect(mac.pasteboard?.[0]?.get(text)?.toString()).toBe('Good morning.');
});
