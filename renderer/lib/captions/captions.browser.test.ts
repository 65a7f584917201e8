import { afterEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { Patch, Snapshot } from '#shared/ipc.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../testing/fake-main.ts';
import { nothingKnown } from './fold.ts';
import { Captions } from './captions.svelte.ts';

const say = (seq: number, text: string): Patch => ({
  seq,
  turns: [{ id: 1, text, isFinal: false }],
});

const snapshot = (seq: number, text: string): Snapshot => ({
  ...nothingKnown,
  status: { phase: 'listening', connected: true },
  ...say(seq, text),
});

const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

let close: () => void = () => undefined;
afterEach(() => close());

function open() {
  const captions = new Captions('words');
  close = captions.open();
  return captions;
}

const textOf = (captions: Captions) => captions.shown.turns.map(({ text }) => text).join(' ');

test('the snapshot is shown, then what patches make of it', async () => {
  const main = new FakeMain({ 'captions:attach': () => ok(snapshot(7, 'one')) });
  const captions = open();
  await expect.poll(() => textOf(captions)).toBe('one');

  main.broadcast('captions:patch', say(8, 'one two'));
  await painted();
  expect(textOf(captions)).toBe('one two');
  expect(main.count('captions:attach')).toBe(1);
});

test('patches that overtake the snapshot are neither lost nor applied twice', async () => {
  const answer = Promise.withResolvers<Snapshot>();
  const main = new FakeMain({ 'captions:attach': async () => ok(await answer.promise) });
  const captions = open();
  main.broadcast('captions:patch', say(3, 'in the snapshot'));
  main.broadcast('captions:patch', say(4, 'after the snapshot'));
  answer.resolve(snapshot(3, 'newer than patch three'));

  await expect.poll(() => textOf(captions)).toBe('after the snapshot');
  expect(main.count('captions:attach')).toBe(1);
});

test('a patch that is not news is ignored', async () => {
  const main = new FakeMain({ 'captions:attach': () => ok(snapshot(7, 'now')) });
  const captions = open();
  await expect.poll(() => textOf(captions)).toBe('now');

  main.broadcast('captions:patch', say(7, 'then'));
  main.broadcast('captions:patch', say(2, 'long ago'));
  await painted();
  expect(textOf(captions)).toBe('now');
  expect(main.count('captions:attach')).toBe(1);
});

test('a gap in the sequence attaches again', async () => {
  const snapshots = [snapshot(1, 'first'), snapshot(5, 'whole again')];
  const main = new FakeMain({
    'captions:attach': () => ok(snapshots.shift() ?? snapshot(0, 'once too often')),
  });
  const captions = open();
  await expect.poll(() => textOf(captions)).toBe('first');

  main.broadcast('captions:patch', say(4, 'two are missing before this'));
  main.broadcast('captions:patch', say(6, 'and it goes on'));
  await expect.poll(() => textOf(captions)).toBe('and it goes on');
  expect(main.count('captions:attach')).toBe(2);
});

test('however many patches arrive in a frame, what is drawn changes once', async () => {
  const main = new FakeMain({ 'captions:attach': () => ok(snapshot(0, '')) });
  const captions = open();
  await expect.poll(() => captions.shown.status.phase).toBe('listening');

  const before = captions.shown;
  await painted();
  for (let seq = 1; seq <= 50; seq++) main.broadcast('captions:patch', say(seq, `word ${seq}`));
  expect(captions.shown).toBe(before);
  await painted();
  expect(textOf(captions)).toBe('word 50');
});

test('a main process that does not answer is a problem that is shown', async () => {
  new FakeMain({ 'captions:attach': () => failed(problem('ipc-no-answer', {})) });
  const captions = open();
  await expect.poll(() => captions.shown.problem?.code).toBe('ipc-no-answer');
});

test('after closing nothing is drawn any more', async () => {
  const main = new FakeMain({ 'captions:attach': () => ok(snapshot(1, 'last')) });
  const captions = open();
  await expect.poll(() => textOf(captions)).toBe('last');

  const frames = vi.spyOn(window, 'requestAnimationFrame');
  main.broadcast('captions:patch', say(2, 'too late'));
  close();
  main.broadcast('captions:patch', say(3, 'much too late'));
  expect(frames).toHaveBeenCalledOnce();
  frames.mockRestore();
  await painted();
  expect(textOf(captions)).toBe('last');
});

test('a snapshot that arrives after closing is not drawn', async () => {
  const answer = Promise.withResolvers<Snapshot>();
  new FakeMain({ 'captions:attach': async () => ok(await answer.promise) });
  const captions = open();
  close();
  answer.resolve(snapshot(1, 'too late'));
  await painted();
  await painted();
  expect(textOf(captions)).toBe('');
});
