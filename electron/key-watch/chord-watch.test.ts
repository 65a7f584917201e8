import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { ChordWatch } from './chord-watch.ts';
import type { ChordEvent } from './protocol.ts';

/* The order of events and answers that a real keyboard gives rarely. */
const space = 57;
const chord = { keycode: space, ctrlKey: true, altKey: true, shiftKey: false, metaKey: false };

let told: string[];
let isDown: boolean;
let watch: ChordWatch;

const tell = (event: ChordEvent): unknown => told.push(event);

const watchWith = (ask: (() => Promise<boolean>) | null): ChordWatch =>
  new ChordWatch({ keycode: space, modifiers: ['control', 'alt'], isLone: false }, ask, tell);

beforeEach(() => {
  told = [];
  isDown = true;
  watch = watchWith(() => Promise.resolve(isDown));
});

test('a key that is up ends its hold, although no event says so', async () => {
  watch.down(chord);
  await watch.check();
  expect(told).toEqual(['press']);
  isDown = false;
  await watch.check();
  expect(told).toEqual(['press', 'release']);
});

test('repeats that are still on their way then begin no other hold', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  watch.down(chord);
  watch.up(chord);
  await setImmediate();
  expect(told).toEqual(['press', 'release']);
});

test('a press after a release that never came is a hold of its own', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  isDown = true;
  watch.down(chord);
  await setImmediate();
  watch.up(chord);
  expect(told).toEqual(['press', 'release', 'press', 'release']);
});

test('an answer about an earlier hold does not end the next', async () => {
  let answer: (isDown: boolean) => void = () => undefined;
  watch = watchWith(() => new Promise((resolve) => (answer = resolve)));
  watch.down(chord);
  const checked = watch.check();
  watch.up(chord);
  watch.down(chord);
  answer(false);
  await checked;
  expect(told).toEqual(['press', 'release', 'press']);
});

test('where the keyboard cannot be asked, a hold goes on until the event', async () => {
  watch = watchWith(null);
  watch.down(chord);
  await watch.check();
  watch.up(chord);
  expect(told).toEqual(['press', 'release']);
});

test('a release that was told is told again when it is asked for', async () => {
  watch.down(chord);
  watch.up(chord);
  await watch.check();
  expect(told).toEqual(['press', 'release', 'release']);
});

test('modifiers may be let go of before the key', () => {
  watch.down(chord);
  watch.up({ ...chord, ctrlKey: false, altKey: false });
  expect(told).toEqual(['press', 'release']);
});

test('a press that a grab has seen is a hold, whatever modifiers were missed here', async () => {
  watch.down({ ...chord, ctrlKey: false });
  expect(told).toEqual([]);
  await watch.grabbed({ isTap: false });
  watch.down({ ...chord, ctrlKey: false });
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(told).toEqual(['press', 'release']);
});

test('a press that both have seen is one hold, whoever tells it first', async () => {
  await watch.grabbed({ isTap: false });
  watch.down(chord);
  watch.up(chord);
  expect(told).toEqual(['press', 'release']);
  watch.down(chord);
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(told.slice(2)).toEqual(['press', 'release']);
});

test('a press that a grab tells late begins no hold: the key is up, or held anew', async () => {
  const late = watch.grabbed({ isTap: false });
  watch.down(chord);
  watch.up(chord);
  await late;
  isDown = false;
  await watch.grabbed({ isTap: false });
  expect(told).toEqual(['press', 'release']);
});

test('a grab that is faster than the release of the hold before waits for the events', async () => {
  watch.down(chord);
  isDown = false;
  await watch.check();
  isDown = true;
  await watch.grabbed({ isTap: false });
  watch.up(chord);
  expect(told).toEqual(['press', 'release']);
  watch.down(chord);
  expect(told).toEqual(['press', 'release', 'press']);
});

test('where the keyboard cannot be asked, a grab begins nothing: its press may be over', async () => {
  watch = watchWith(null);
  await watch.grabbed({ isTap: false });
  expect(told).toEqual([]);
});

test('a press of the time before is a hold that goes on, or a tap', async () => {
  await watch.grabbed({ isTap: true });
  expect(told).toEqual(['press']);
  watch.up(chord);
  isDown = false;
  await watch.grabbed({ isTap: true });
  expect(told.slice(2)).toEqual(['press', 'release']);
});

const rightControl = 3613;
const alone = { ...chord, keycode: rightControl, altKey: false };
const letter = { ...alone, keycode: 46 };

test('of a modifier by itself it is told once in a hold that another key came with it', () => {
  const target = { keycode: rightControl, modifiers: ['control' as const], isLone: true };
  watch = new ChordWatch(target, null, tell);
  watch.down(letter);
  watch.down(alone);
  watch.down(alone);
  expect(told).toEqual(['press']);
  watch.down(letter);
  watch.up(letter);
  watch.down(letter);
  watch.up(alone);
  expect(told).toEqual(['press', 'other-key', 'release']);
  watch.down(letter);
  watch.down(alone);
  watch.down(letter);
  expect(told.slice(3)).toEqual(['press', 'other-key']);
});

test('a click with a lone modifier is another key, and without it nothing', () => {
  const target = { keycode: rightControl, modifiers: ['control' as const], isLone: true };
  watch = new ChordWatch(target, null, tell);
  watch.other();
  watch.down(alone);
  watch.other();
  watch.other();
  watch.up(alone);
  watch.other();
  expect(told).toEqual(['press', 'other-key', 'release']);
});

test('of any other chord nothing is told but press and release', () => {
  watch.down(chord);
  watch.down({ ...chord, keycode: 46 });
  watch.up(chord);
  expect(told).toEqual(['press', 'release']);
});
