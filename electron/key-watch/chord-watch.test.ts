import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { ChordWatch } from './chord-watch.ts';
import type { ChordEvent } from './protocol.ts';

/* Orders of events and answers that occur rarely on a real keyboard. */
const space = 57;
const chord = { keycode: space, ctrlKey: true, altKey: true, shiftKey: false, metaKey: false };

let reported: string[];
let isDown: boolean;
let nowMs: number;
let watch: ChordWatch;

const report = (event: ChordEvent): unknown => reported.push(event);

const watchWith = (ask: (() => Promise<boolean>) | null): ChordWatch =>
  new ChordWatch(
    { keycode: space, modifiers: ['control', 'alt'], isLone: false },
    ask,
    report,
    () => nowMs,
  );

beforeEach(() => {
  reported = [];
  isDown = true;
  nowMs = 1_000;
  watch = watchWith(() => Promise.resolve(isDown));
});

test('ends the hold when a check finds the key up and no event came', async () => {
  watch.down(chord);
  await watch.check();
  expect(reported).toEqual(['press']);
  isDown = false;
  await watch.check();
  expect(reported).toEqual(['press', 'release']);
});

test('begins no hold from key repeats that arrive after such a check', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  watch.down(chord);
  watch.up(chord);
  await setImmediate();
  expect(reported).toEqual(['press', 'release']);
});

test('begins a new hold on a press after a release that never arrived', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  isDown = true;
  watch.down(chord);
  await setImmediate();
  watch.up(chord);
  expect(reported).toEqual(['press', 'release', 'press', 'release']);
});

test('does not end a hold on an answer about the previous hold', async () => {
  let answer: (isDown: boolean) => void = () => undefined;
  watch = watchWith(() => new Promise((resolve) => (answer = resolve)));
  watch.down(chord);
  const checked = watch.check();
  watch.up(chord);
  watch.down(chord);
  answer(false);
  await checked;
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('waits for the key-up event if the keyboard cannot be queried', async () => {
  watch = watchWith(null);
  watch.down(chord);
  await watch.check();
  watch.up(chord);
  expect(reported).toEqual(['press', 'release']);
});

test('reports a release again on request', async () => {
  watch.down(chord);
  watch.up(chord);
  await watch.check();
  expect(reported).toEqual(['press', 'release', 'release']);
});

test('reports the release if the modifiers go up before the key', () => {
  watch.down(chord);
  watch.up({ ...chord, ctrlKey: false, altKey: false });
  expect(reported).toEqual(['press', 'release']);
});

test('begins a hold on a grabbed press, although the hook missed a modifier', async () => {
  watch.down({ ...chord, ctrlKey: false });
  expect(reported).toEqual([]);
  await watch.grabbed({ isTap: false });
  watch.down({ ...chord, ctrlKey: false });
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(reported).toEqual(['press', 'release']);
});

test('begins one hold for a press that the hook and a grab both report, in either order', async () => {
  await watch.grabbed({ isTap: false });
  watch.down(chord);
  watch.up(chord);
  expect(reported).toEqual(['press', 'release']);
  watch.down(chord);
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(reported.slice(2)).toEqual(['press', 'release']);
});

test('begins no hold on a late report of a grab if the key is up or held again', async () => {
  const late = watch.grabbed({ isTap: false });
  watch.down(chord);
  watch.up(chord);
  await late;
  isDown = false;
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual(['press', 'release']);
});

test('takes a grab just after a release for a repeat, although the key still seems to be down', async () => {
  watch.down(chord);
  watch.up(chord);
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual(['press', 'release']);
  nowMs += 300;
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('ignores a grab that comes before the release event of the previous hold', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  isDown = true;
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(reported).toEqual(['press', 'release']);
  watch.down(chord);
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('ignores a grab if the keyboard cannot be queried, because the key may be up', async () => {
  watch = watchWith(null);
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual([]);
});

test('takes a press from before the start for a hold if the key is down, or else for a tap', async () => {
  await watch.grabbed({ isTap: true });
  expect(reported).toEqual(['press']);
  watch.up(chord);
  isDown = false;
  await watch.grabbed({ isTap: true });
  expect(reported.slice(2)).toEqual(['press', 'release']);
});

const rightControl = 3613;
const alone = { ...chord, keycode: rightControl, altKey: false };
const letter = { ...alone, keycode: 46 };

test('reports another key once per hold of a lone modifier', () => {
  const target = { keycode: rightControl, modifiers: ['control' as const], isLone: true };
  watch = new ChordWatch(target, null, report);
  watch.down(letter);
  watch.down(alone);
  watch.down(alone);
  expect(reported).toEqual(['press']);
  watch.down(letter);
  watch.up(letter);
  watch.down(letter);
  watch.up(alone);
  expect(reported).toEqual(['press', 'other-key', 'release']);
  watch.down(letter);
  watch.down(alone);
  watch.down(letter);
  expect(reported.slice(3)).toEqual(['press', 'other-key']);
});

test('reports a click during a hold of a lone modifier as another key', () => {
  const target = { keycode: rightControl, modifiers: ['control' as const], isLone: true };
  watch = new ChordWatch(target, null, report);
  watch.other();
  watch.down(alone);
  watch.other();
  watch.other();
  watch.up(alone);
  watch.other();
  expect(reported).toEqual(['press', 'other-key', 'release']);
});

test('reports only press and release of a chord with several keys', () => {
  watch.down(chord);
  watch.down({ ...chord, keycode: 46 });
  watch.up(chord);
  expect(reported).toEqual(['press', 'release']);
});
