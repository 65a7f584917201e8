import { beforeEach, expect, test } from 'vitest';
import { ChordWatch } from './chord-watch.ts';
import { MacKeys } from './mac-keys.ts';

/* The watched key is Space with Option. `isDown` is what macOS answers about it. */
const space = 57;
let isDown: boolean;
let reported: string[];
let watch: ChordWatch;

beforeEach(() => {
  isDown = false;
  reported = [];
  const keys = new MacKeys(() => isDown);
  watch = new ChordWatch(
    { keycode: space, modifiers: ['alt'], isLone: false },
    keys.isDown,
    (type) => {
      reported.push(type);
      if (type === 'press') keys.pressed();
      if (type === 'release') keys.released();
    },
  );
});

const event = { keycode: space, ctrlKey: false, altKey: true, shiftKey: false, metaKey: false };

test('a release that the hook missed is found', async () => {
  isDown = true;
  watch.down(event);
  await watch.check();
  expect(reported).toEqual(['press']);
  isDown = false;
  await watch.check();
  expect(reported).toEqual(['press', 'release']);
});

test('a hold that macOS knows nothing of lasts until the hook sees its end', async () => {
  watch.down(event);
  await watch.check();
  expect(reported).toEqual(['press']);
  watch.up(event);
  expect(reported).toEqual(['press', 'release']);
});

test('macOS may say a little later that the key is down', async () => {
  watch.down(event);
  isDown = true;
  await watch.check();
  isDown = false;
  await watch.check();
  expect(reported).toEqual(['press', 'release']);
});

test('each hold is judged by what macOS says during it', async () => {
  isDown = true;
  watch.down(event);
  watch.up(event);
  isDown = false;
  watch.down(event);
  await watch.check();
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('a press that only the grab has heard begins a hold while the key is down', async () => {
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual([]);
  isDown = true;
  await watch.grabbed({ isTap: false });
  expect(reported).toEqual(['press']);
  isDown = false;
  await watch.check();
  expect(reported).toEqual(['press', 'release']);
});
