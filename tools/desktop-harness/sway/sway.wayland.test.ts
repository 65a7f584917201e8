import { afterAll, beforeAll, test } from 'vitest';
import {
  expectEachFormat,
  expectFocusMoves,
  expectKeysAndPaste,
} from '../wayland/desktop.fixture.ts';
import type { TargetKind } from '../wayland/targets.ts';
import { startSway, type SwayDesktop } from './sway.ts';

/* Tests of the harness: a real sway with other programs. */
let desktop: SwayDesktop;

beforeAll(async () => {
  desktop = await startSway();
});
afterAll(() => desktop.stop());

test.each<TargetKind>(['foot', 'gtk', 'qt', 'gtk-x11', 'xterm'])(
  '%s receives typed keys and a paste',
  (kind) => expectKeysAndPaste(desktop, kind),
);

test('a window receives the focus', () => expectFocusMoves(desktop, () => desktop.focused()));

test('a test reads copied content in each of its formats', () => expectEachFormat(desktop));
