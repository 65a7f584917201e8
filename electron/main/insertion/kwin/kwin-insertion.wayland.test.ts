import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { forkInto } from '../../../../test/support/fork.ts';
import { holdForTest } from '../../../../test/support/hold-for-test.ts';
import { patient } from '../../../../test/support/patient.ts';
import { startForTest } from '../../../../test/support/start-target.ts';
import {
  kwinProgram,
  startKwin,
  type KwinDesktop,
  type KwinTarget,
} from '../../../../tools/desktop-harness/kwin/kwin.ts';
import type { StartedPortal } from '../../../../tools/desktop-harness/wayland/portal.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import type { Child } from '../../processes/child.ts';
import { FakePortal } from '../portal/portal.fixture.ts';
import {
  expectCopyStays,
  expectEnter,
  expectFocusMoved,
  expectInserted,
  expectKillHolds,
  expectOnClipboardWithoutWindow,
  expectTextOnClipboard,
  expectTwoTexts,
  insertWhileFocusMoves,
} from '../wayland/native-insertion.fixture.ts';
import type { NativeInsertion } from '../wayland/native-insertion.ts';
import { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { KGlobalAccel } from '../../hotkeys/kglobalaccel/kglobalaccel.ts';
import { key as heldModifiersKey } from './held-modifiers.ts';
import { openKwin } from './open-kwin.ts';
import { rich, richContent, text } from '../rich-clipboard.fixture.ts';

/* A real KWin, its portal, real programs, and the real helper in a process of its own. */
let desktop: KwinDesktop;
let portal: StartedPortal;
let address: string;
let insertion: NativeInsertion;
let helpers: Child[];
let isHotkeyHeld: boolean;

const tokens = { load: () => Promise.resolve(null), save: () => Promise.resolve() };

const start = (kind: TargetKind): Promise<KwinTarget> => startForTest(desktop, kind);

async function open(): Promise<NativeInsertion> {
  const clipboard = new WaylandClipboard(forkInto(helpers, desktop.env));
  const opened = await openKwin(address, clipboard, tokens, () => isHotkeyHeld);
  if (opened === null) throw new Error('KWin does not answer.');
  return opened;
}

const isHere = existsSync(kwinProgram);

describe.skipIf(!isHere)(`on KWin${isHere ? '' : ' (not run: KWin is not installed)'}`, () => {
  beforeAll(async () => {
    desktop = await startKwin();
    address = desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    vi.stubEnv('XDG_RUNTIME_DIR', desktop.env.XDG_RUNTIME_DIR);
    portal = await desktop.startPortal();
  });
  afterAll(() => desktop.stop());
  beforeEach(async () => {
    helpers = [];
    isHotkeyHeld = false;
    await desktop.clipboard.copy(rich);
    insertion = await open();
  });
  afterEach(async () => {
    await insertion.dispose();
  });

  test.each<TargetKind>(['gtk', 'qt'])(
    '%s gets each text once and whole, and the clipboard is restored in each format',
    async (kind) => {
      const target = await start(kind);
      const focused = await insertion.focused();
      expect(focused).toMatchObject({ shell: 'wayland' });
      await expectTwoTexts(insertion, desktop.clipboard, target, focused);
    },
  );

  test('Enter follows a text that wants it, and no other', async () => {
    const target = await start('gtk');
    await expectEnter(insertion, target, await insertion.focused());
  });

  test('a long text arrives whole', async () => {
    const target = await start('qt');
    const long = `${text} `.repeat(2_000);
    const outcome = await insertion.insert(long, await insertion.focused());
    expect(outcome).toMatchObject({ type: 'inserted' });
    await vi.waitFor(() => expect(target.text()).toBe(long), patient);
  });

  test('the insertion of X11 serves X windows', async () => {
    await start('xterm');
    expect(await insertion.focused()).toBe(null);
  });

  test('after a change of the focus nothing is typed, the text is held and the clipboard stays', async () => {
    const first = await start('gtk');
    const focused = await insertion.focused();
    const second = await start('qt');
    await expectFocusMoved(insertion, focused, 10);
    expect([first.text(), second.text()]).toEqual(['', '']);
    expect(await desktop.clipboard.content()).toEqual(richContent);
  });

  test('while the focus keeps moving, the text reaches the right window or none', async () => {
    const first = await start('gtk');
    const wanted = await insertion.focused();
    const second = await start('qt');
    const outcomes = await insertWhileFocusMoves(insertion, wanted, 20, (nth) =>
      desktop.windows.focus((nth % 2 ? first : second).window.id),
    );
    await expectInserted(first, outcomes);
    expect(second.text()).toBe('');
  });

  test.each(['ctrl+alt', 'shift', 'super'])(
    'while %s is held nothing is pressed, and the text is inserted after its release',
    async (modifiers) => {
      const target = await start('gtk');
      const focused = await insertion.focused();
      await insertion.insert('One.', focused);
      const held = await holdForTest(desktop.keyboard, modifiers);
      const outcome = insertion.insert(text, focused);
      await sleep(700);
      expect(target.text()).toBe('One.');
      expect(await desktop.clipboard.content()).toEqual(richContent);
      await held.release();
      expect(await outcome).toMatchObject({ type: 'inserted' });
      await vi.waitFor(() => expect(target.text()).toBe(`One.${text}`), patient);
    },
  );

  test('while the dictation key is held no key is pressed', async () => {
    const target = await start('gtk');
    const focused = await insertion.focused();
    // The first key of a portal is slow, so without this insertion the wait below would show nothing.
    await insertion.insert('One.', focused);
    isHotkeyHeld = true;
    const outcome = insertion.insert(text, focused);
    await sleep(700);
    expect(target.text()).toBe('One.');
    expect(await desktop.clipboard.content()).toEqual(richContent);
    isHotkeyHeld = false;
    expect(await outcome).toMatchObject({ type: 'inserted' });
    await vi.waitFor(() => expect(target.text()).toBe(`One.${text}`), patient);
  });

  test('modifiers that stay down hold the text', async () => {
    const target = await start('qt');
    const focused = await insertion.focused();
    const held = await holdForTest(desktop.keyboard, 'ctrl+alt');
    expect(await insertion.insert(text, focused)).toMatchObject({
      type: 'held',
      problem: { code: 'keyboard-taken' },
    });
    await held.release();
    expect(target.text()).toBe('');
    expect(await desktop.clipboard.content()).toEqual(richContent);
  });

  test('without a window the text is on the clipboard, and a sentence says so', () =>
    expectOnClipboardWithoutWindow(insertion, desktop.clipboard));

  test.each([0, 20])(
    'killing the helper %i ms after the text is on the clipboard holds the text and restores the clipboard',
    async (afterMs) =>
      expectKillHolds(insertion, desktop.clipboard, await start('gtk'), async () => {
        await sleep(afterMs);
        helpers[0]?.kill();
      }),
  );

  test('content that another program copies during an insertion stays', async () =>
    expectCopyStays(insertion, desktop.clipboard, await start('gtk')));

  test('without a portal the text is on the clipboard, and is inserted once a portal runs', async () => {
    const target = await start('gtk');
    const focused = await insertion.focused();
    await insertion.insert('One.', focused);
    await portal.stop();
    const fake = await FakePortal.start(address, 2);
    fake.answer = 'refuses';
    expect(await insertion.insert(text, focused)).toMatchObject({
      type: 'on-clipboard',
      problem: { code: 'keys-refused' },
    });
    await expectTextOnClipboard(desktop.clipboard);
    expect(fake.keys).toEqual([]);
    fake.stop();
    portal = await desktop.startPortal();
    expect(await insertion.insert('Two.', focused)).toMatchObject({ type: 'inserted' });
    await vi.waitFor(() => expect(target.text()).toBe('One.Two.'), patient);
  });

  test('a portal that ends during a paste holds the text, and the clipboard is restored', async () => {
    const target = await start('gtk');
    const focused = await insertion.focused();
    await portal.stop();
    const fake = await FakePortal.start(address, 2);
    // The first two keys find out whether modifiers are held.
    fake.endsAfterKeys = 3;
    expect(await insertion.insert(text, focused)).toMatchObject({
      type: 'held',
      problem: { code: 'insertion-stopped' },
    });
    expect(await desktop.clipboard.content()).toEqual(richContent);
    expect(target.text()).toBe('');
    portal = await desktop.startPortal();
  });

  test('keys that a crash has left with KWin are free again', async () => {
    const bus = await SessionBus.open(address);
    const accel = KGlobalAccel.over(bus);
    await accel.take('keys-free', 'Left', [heldModifiersKey]);
    expect(await accel.shortcutsOf(heldModifiersKey)).toHaveLength(1);
    const opened = await open();
    await vi.waitFor(
      async () => expect(await accel.shortcutsOf(heldModifiersKey)).toEqual([]),
      patient,
    );
    await opened.dispose();
    bus.close();
  });

  test('the end leaves nothing in KWin and on the bus', async () => {
    await start('gtk');
    await insertion.insert(text, await insertion.focused());
    await insertion.dispose();
    const bus = await SessionBus.open(address);
    const isLoaded = async (): Promise<unknown[]> =>
      bus.call({
        ...{ destination: 'org.kde.KWin', path: '/Scripting', member: 'isScriptLoaded' },
        ...{ interface: 'org.kde.kwin.Scripting', signature: 's' },
        body: [`captionkey-focus-${process.pid}`],
      });
    await vi.waitFor(async () => expect(await isLoaded()).toEqual([false]), patient);
    expect(await KGlobalAccel.over(bus).shortcutsOf(heldModifiersKey)).toEqual([]);
    bus.close();
  });
});
