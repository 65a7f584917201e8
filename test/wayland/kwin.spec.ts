import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KGlobalAccel } from '../../electron/main/hotkeys/kglobalaccel/kglobalaccel.ts';
import { rich } from '../../electron/main/insertion/rich-clipboard.fixture.ts';
import { expectClipboard } from '../../electron/main/insertion/wayland/native-insertion.fixture.ts';
import {
  kwinProgram,
  startKwin,
  type KwinDesktop,
  type KwinTarget,
} from '../../tools/desktop-harness/kwin/kwin.ts';
import type { TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';
import { holdForTest } from '../support/hold-for-test.ts';
import { startWaylandDesk, type WaylandDesk } from '../support/wayland-desk.ts';
import { pillTitle, DictatingPerson, said } from '../support/wayland-dictation.ts';

/* The whole app on a real KWin with its portal: from a held key to the text in other programs. */
let desk: WaylandDesk<KwinDesktop>;
let desktop: KwinDesktop;
let person: DictatingPerson<KwinTarget>;

/** The dictation key, by its number in Qt. */
const ctrlAltSpace = 0x0c00_0020;

/** Debian has KWin and sway in its packages; another system may have sway only. */
const isHere = existsSync(kwinProgram);

/** One of each in CI; `npm run test:slow` dictates fifty times. */
const rounds = process.env.CAPTIONKEY_SLOW === '1' ? 13 : 1;

describe.skipIf(!isHere)(`on KWin${isHere ? '' : ' (not run: KWin is not installed)'}`, () => {
  beforeAll(async () => {
    desk = await startWaylandDesk(startKwin);
    desktop = desk.desktop;
    await desktop.startPortal();
    person = new DictatingPerson(desk, 'held');
    await person.launch();
  });
  afterAll(() => desk.stop());

  test.each<TargetKind>(['gtk', 'qt'])(
    `${rounds} dictations with a held key are in %s, and each restores the clipboard`,
    (kind) => person.dictateInto(kind, rounds, 'restored'),
  );

  test.each<TargetKind>(['xterm', 'gtk-x11'])(
    `${rounds} dictations with a held key are in %s, an X window`,
    (kind) => person.dictateInto(kind, rounds, 'not checked'),
  );

  test.each<[TargetKind, TargetKind]>([
    ['gtk', 'qt'],
    ['qt', 'xterm'],
    ['xterm', 'gtk'],
  ])('the app types a text for %s nowhere when %s has the focus by then', (first, second) =>
    person.moveFocusWhileDictating(first, second),
  );

  test('the pill never has the focus', async () => {
    const target = await person.start('gtk');
    const held = await person.holdKey();
    await person.say();
    const pill = await person.app.page(pillTitle);
    await pill.getByRole('log').waitFor();
    expect(desktop.windows.focused()).toMatchObject({ id: target.window.id });
    await held.release();
    await person.expectText(target);
    expect(desktop.windows.focused()).toMatchObject({ id: target.window.id });
  });

  test('fingers that leave Ctrl and Alt late make no other shortcut of the paste', async () => {
    const target = await person.start('gtk');
    const modifiers = await holdForTest(desktop.keyboard, 'ctrl+alt');
    const space = await holdForTest(desktop.keyboard, 'space');
    await person.say();
    await space.release();
    await sleep(2_000);
    expect(target.text()).toBe('');
    await modifiers.release();
    await person.expectText(target);
  });

  test('a text that comes while the key is held for the next one waits until its release', async () => {
    const target = await person.start('gtk');
    await person.dictate();
    const held = await person.holdKey();
    await person.say();
    expect(target.text()).toBe('');
    await held.release();
    await person.expectText(target, `${said} ${said}`);
  });

  test('a tap starts a dictation, and the next tap ends it', async () => {
    const target = await person.start('gtk');
    await person.dictateByTaps();
    await person.expectText(target);
  });

  test('Escape cancels the dictation, and the program in front does not receive it', async () => {
    const target = await person.start('gtk');
    await desktop.clipboard.copy(rich);
    await person.pressKey();
    await person.say();
    await desktop.keyboard.press('escape');
    await person.expectInPill(/[Cc]ancelled/);
    await sleep(500);
    expect(target.text()).toBe('');
    await expectClipboard(desktop.clipboard);
  });

  test('the keys are free again when the app has ended', async () => {
    await person.quitApp();
    const accel = await KGlobalAccel.open(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    expect(await accel?.shortcutsOf(ctrlAltSpace)).toEqual([]);
    accel?.close();
  });
});
