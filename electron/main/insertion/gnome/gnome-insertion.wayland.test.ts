import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import type { GnomeDesktop } from '../../../../tools/desktop-harness/gnome/gnome.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import { SessionBus, variant } from '../../dbus/session-bus.ts';
import { rich, richContent, text } from '../rich-clipboard.fixture.ts';
import {
  expectClipboard,
  expectEnter,
  expectFocusMoved,
  expectInserted,
  expectTextOnClipboard,
  expectTwoTexts,
  insertWhileFocusMoves,
} from '../wayland/native-insertion.fixture.ts';
import type { NativeInsertion } from '../wayland/native-insertion.ts';
import { focusOf, GnomeInsertionDesk, isGnomeHere, onGnome } from './gnome-insertion.fixture.ts';

/* A real GNOME Shell, its portal and its question, real programs, and the clipboard in its thread. */
let desk: GnomeInsertionDesk;
let desktop: GnomeDesktop;
let insertion: NativeInsertion;

/** Does the same as GNOME's settings. */
async function turnAccessibility(isOn: boolean): Promise<void> {
  const bus = await SessionBus.open(desk.busAddress);
  const status = { destination: 'org.a11y.Bus', path: '/org/a11y/bus' };
  const set = { interface: 'org.freedesktop.DBus.Properties', member: 'Set', signature: 'ssv' };
  const body = ['org.a11y.Status', 'IsEnabled', variant('b', isOn)];
  await bus.call({ ...status, ...set, body });
  bus.close();
}

describe.skipIf(!isGnomeHere)(onGnome, () => {
  beforeAll(async () => {
    desk = await GnomeInsertionDesk.start();
    desktop = desk.desktop;
    await desktop.startPortal();
    insertion = await desk.open();
    await insertion.focused();
    await desktop.answerKeysQuestion('share');
  });
  afterAll(async () => {
    await insertion.dispose();
    await desktop.stop();
  });
  beforeEach(async () => {
    desk.pastesIntoUnknown = false;
    await desktop.clipboard.copy(rich);
  });

  test.each(['gtk', 'gtk4'] as const)(
    '%s gets each text once and whole, and the clipboard is restored in each format',
    async (kind) => {
      const target = await desk.startTarget(kind);
      const focused = await focusOf(insertion, kind);
      await expectTwoTexts(insertion, desktop.clipboard, target, focused);
    },
  );

  test('Enter follows a text that wants it, and no other', async () => {
    const target = await desk.startTarget('gtk');
    await expectEnter(insertion, target, await focusOf(insertion, 'gtk'));
  });

  test('a long text arrives whole', async () => {
    const target = await desk.startTarget('gtk');
    // GTK's entries hold 65,535 bytes.
    const long = `${text} `.repeat(800);
    const focused = await focusOf(insertion, 'gtk');
    expect(await insertion.insert(long, focused)).toMatchObject({ type: 'inserted' });
    await vi.waitFor(
      () => expect([target.text().length, target.text() === long]).toEqual([long.length, true]),
      patient,
    );
  });

  test('content that a program of Wayland has copied is restored', async () => {
    await desk.startTarget('gtk');
    await desktop.keyboard.press('k');
    await desktop.keyboard.press('ctrl+a');
    await desktop.keyboard.press('ctrl+c');
    await vi.waitFor(
      async () => expect(await desktop.clipboard.types()).not.toContain('image/png'),
      patient,
    );
    const before = await desktop.clipboard.content();
    const target = await desk.startTarget('gtk4');
    const focused = await focusOf(insertion, 'gtk4');
    expect(await insertion.insert(text, focused)).toMatchObject({ type: 'inserted' });
    await vi.waitFor(() => expect(target.text()).toBe(text), patient);
    expect(await desktop.clipboard.content()).toEqual(before);
  });

  test('after a change of the focus nothing is typed, the text is held and the clipboard stays', async () => {
    const first = await desk.startTarget('gtk');
    const focused = await focusOf(insertion, 'gtk');
    const others = [
      await desk.startTarget('gtk4'),
      await desk.startTarget('qt'),
      await desk.startTarget('xterm'),
    ];
    for (const other of others) {
      await other.focus();
      await expectFocusMoved(insertion, focused, 4);
    }
    expect([first, ...others].map((target) => target.text())).toEqual(['', '', '', '']);
    expect(await desktop.clipboard.content()).toEqual(richContent);
  });

  test('while the focus keeps moving, each text that counts as inserted is in the right window', async () => {
    const first = await desk.startTarget('gtk');
    const wanted = await focusOf(insertion, 'gtk');
    const second = await desk.startTarget('gtk4');
    const outcomes = await insertWhileFocusMoves(insertion, wanted, 20, (nth) =>
      desktop.windows.focus((nth % 2 ? first : second).window.id),
    );
    await expectInserted(first, outcomes);
  });

  test('while the overview is open there is no window, and nothing is typed', async () => {
    const target = await desk.startTarget('gtk');
    const focused = await focusOf(insertion, 'gtk');
    await desktop.shell.evaluate('Main.overview.show()');
    await expectFocusMoved(insertion, focused, 1);
    await desktop.shell.evaluate('Main.overview.hide()');
    expect(target.text()).toBe('');
  });

  test.each<TargetKind>(['qt', 'foot'])(
    '%s reports nothing, so the text is left on the clipboard',
    async (kind) => {
      const target = await desk.startTarget(kind);
      const focused = await insertion.focused();
      expect(focused).toBe(null);
      expect(await insertion.insert(text, focused)).toMatchObject({
        type: 'on-clipboard',
        problem: { code: 'unknown-window' },
      });
      await expectTextOnClipboard(desktop.clipboard);
      expect(target.text()).toBe('');
    },
  );

  test('Qt reports its windows once accessibility is on', async () => {
    await turnAccessibility(true);
    onTestFinished(() => turnAccessibility(false));
    const target = await desk.startTarget('qt');
    const focused = await focusOf(insertion, 'qt');
    expect(await insertion.insert(text, focused)).toMatchObject({ type: 'inserted' });
    await vi.waitFor(() => expect(target.text()).toBe(text), patient);
  });

  test('the app pastes a text into an unknown window if the person has chosen so, and reports it as unseen', async () => {
    desk.pastesIntoUnknown = true;
    const target = await desk.startTarget('qt');
    const focused = await insertion.focused();
    expect(await insertion.insert(text, focused)).toMatchObject({
      type: 'pasted',
      problem: { code: 'unseen' },
    });
    await vi.waitFor(() => expect(target.text()).toBe(text), patient);
    await expectClipboard(desktop.clipboard);
  });

  test('an unknown window that was not in front all the time gets nothing', async () => {
    desk.pastesIntoUnknown = true;
    const target = await desk.startTarget('qt');
    const focused = await insertion.focused();
    await desk.startTarget('gtk');
    await focusOf(insertion, 'gtk');
    await target.focus();
    await expectFocusMoved(insertion, focused, 1);
    expect(target.text()).toBe('');
    expect(await desktop.clipboard.content()).toEqual(richContent);
  });
});
