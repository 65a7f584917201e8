import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  expectEachFormat,
  expectFocusMoves,
  expectKeysAndPaste,
} from '../wayland/desktop.fixture.ts';
import { patient } from '../../../test/support/patient.ts';
import type { TargetKind } from '../wayland/targets.ts';
import { gnomeProgram, startGnome, type GnomeDesktop } from './gnome.ts';

/* Tests of the harness: a real GNOME Shell with other programs. */
let desktop: GnomeDesktop;

const isHere = existsSync(gnomeProgram);

describe.skipIf(!isHere)(`GNOME${isHere ? '' : ' (not run: GNOME Shell is not installed)'}`, () => {
  beforeAll(async () => {
    desktop = await startGnome();
  });
  afterAll(() => desktop.stop());

  test.each<TargetKind>(['foot', 'gtk', 'gtk4', 'qt', 'gtk-x11', 'xterm'])(
    '%s receives typed keys and a paste',
    (kind) => expectKeysAndPaste(desktop, kind),
  );

  test('a window receives the focus', () =>
    expectFocusMoves(desktop, () => desktop.windows.focused()));

  test('a custom shortcut starts its command when its key is pressed', async () => {
    const file = join(desktop.env.HOME ?? '', 'pressed');
    await desktop.bindKeys({ '<Control><Alt>space': `touch ${file}` });
    await desktop.keyboard.press('ctrl+alt+space');
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), patient);
  });

  test('a test reads copied content in each of its formats', () => expectEachFormat(desktop));
});
