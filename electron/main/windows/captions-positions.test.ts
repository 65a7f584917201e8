import { expect, test } from 'vitest';
import type { CaptionsPosition } from '#shared/setting-values.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { CaptionsPositions } from './captions-positions.ts';
import { traitsOf, type KnownDisplay } from './known-display.ts';

const open = (captionsPositions: CaptionsPosition[] = []) => {
  const store: Record<string, unknown> = { captionsPositions };
  const settings = new SettingsStore(
    { store, path: '', set: (name, value) => (store[name] = value), keepCopy: () => undefined },
    'linux',
  );
  return {
    positions: new CaptionsPositions(settings),
    stored: () => settings.all.captionsPositions,
  };
};

const hdmi = (id: number, ordinal = 0): KnownDisplay => ({
  ...{ id, label: 'HDMI', width: 1_920, height: 1_080, ordinal },
});

test('captions that nobody has moved have no place', () => {
  expect(open().positions.of(hdmi(1))).toBeUndefined();
});

test('a display that has another id after a restart is recognised by its label and size', () => {
  const { positions } = open();
  positions.remember(hdmi(1), { x: 10, y: 20 }, 640);
  expect(positions.of(hdmi(77))).toMatchObject({ x: 10, y: 20, width: 640 });
  expect(positions.of({ ...hdmi(77), label: 'DP' })).toBeUndefined();
  expect(positions.of({ ...hdmi(77), width: 2_560 })).toBeUndefined();
});

test('a display whose id is larger than a safe integer has a place', () => {
  const { positions } = open();
  // Chromium on Linux: the manufacturer's number, a hash of the model, and the number of the output.
  const id = 0x4c_2d * 2 ** 40 + 0x12_34_56_78 * 2 ** 8;
  positions.remember(hdmi(id), { x: 10, y: 20 }, undefined);
  expect(positions.of(hdmi(id))).toMatchObject({ displayId: id, x: 10, y: 20 });
});

test('two displays that look alike have a place each, while one of them is away, too', () => {
  const { positions } = open();
  positions.remember(hdmi(1, 0), { x: 10, y: 0 }, undefined);
  positions.remember(hdmi(2, 1), { x: 20, y: 0 }, undefined);
  // The first one is away, so the second is the only one of its kind.
  expect(positions.of(hdmi(2, 0))).toMatchObject({ x: 20 });
  positions.remember(hdmi(2, 0), { x: 30, y: 0 }, undefined);
  expect(positions.of(hdmi(1, 0))).toMatchObject({ x: 10 });
  expect(positions.of(hdmi(2, 1))).toMatchObject({ x: 30 });
});

test('the order of two displays that look alike identifies them when a restart changes their ids', () => {
  const { positions } = open();
  positions.remember(hdmi(1, 0), { x: 10, y: 0 }, undefined);
  positions.remember(hdmi(2, 1), { x: 20, y: 0 }, undefined);
  expect(positions.of(hdmi(77, 1))).toMatchObject({ x: 20 });
  expect(positions.of(hdmi(78, 0))).toMatchObject({ x: 10 });
});

test('a display that changes its resolution keeps its place', () => {
  const { positions } = open();
  positions.remember(hdmi(1), { x: 10, y: 20 }, undefined);
  expect(positions.of({ ...hdmi(1), width: 1_280, height: 720 })).toMatchObject({ x: 10, y: 20 });
});

test('a place of version 0.1, which has only the id, is read, and replaced by the next one', () => {
  const { positions, stored } = open([{ displayId: 1, x: 120, y: 340 }]);
  expect(positions.of(hdmi(1))).toMatchObject({ x: 120, y: 340 });
  expect(positions.of(hdmi(2))).toBeUndefined();
  positions.remember(hdmi(1), { x: 5, y: 6 }, undefined);
  const display = { label: 'HDMI', width: 1_920, height: 1_080, ordinal: 0 };
  expect(stored()).toEqual([{ displayId: 1, display, x: 5, y: 6 }]);
});

test('the oldest of many places is forgotten', () => {
  const { positions } = open();
  for (let id = 0; id < 21; id += 1)
    positions.remember({ ...hdmi(id), label: `Display ${id}` }, { x: id, y: 0 }, undefined);
  expect(positions.of({ ...hdmi(0), label: 'Display 0' })).toBeUndefined();
  expect(positions.of({ ...hdmi(1), label: 'Display 1' })).toMatchObject({ x: 1 });
});

test('widths are forgotten without the places', () => {
  const { positions } = open();
  positions.remember(hdmi(1), { x: 10, y: 20 }, 640);
  positions.forgetWidths();
  expect(positions.of(hdmi(1))).not.toHaveProperty('width');
  expect(positions.of(hdmi(1))).toMatchObject({ x: 10, y: 20 });
});

const shown = (x: number, scaleFactor = 1) => ({
  ...{ label: 'HDMI', scaleFactor, bounds: { x, y: 0, width: 1_920, height: 1_080 } },
  size: { width: 1_920 / scaleFactor, height: 1_080 / scaleFactor },
});

test('displays that look alike are counted from the left, and a scale does not change their size', () => {
  const all = [shown(1_920), shown(0), { ...shown(-1_920), label: 'DP' }];
  expect(traitsOf(shown(1_920), all)).toMatchObject({ label: 'HDMI', width: 1_920, ordinal: 1 });
  expect(traitsOf(shown(0, 1.5), all)).toMatchObject({ width: 1_920, height: 1_080, ordinal: 0 });
});
