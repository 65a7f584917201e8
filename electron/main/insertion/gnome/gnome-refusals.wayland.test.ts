import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import type { GnomeDesktop } from '../../../../tools/desktop-harness/gnome/gnome.ts';
import { startEmptyBus } from '../../../../tools/desktop-harness/wayland/bus.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import { FakePortal } from '../portal/portal.fixture.ts';
import { rich, text } from '../rich-clipboard.fixture.ts';
import { expectClipboard, expectTextOnClipboard } from '../wayland/native-insertion.fixture.ts';
import type { NativeInsertion } from '../wayland/native-insertion.ts';
import { focusOf, GnomeInsertionDesk, isGnomeHere, onGnome } from './gnome-insertion.fixture.ts';
import { startFakeShell } from './shell.fixture.ts';

/* A real GNOME Shell and real programs, with a portal that answers what a test says and presses no key. */
let desk: GnomeInsertionDesk;
let desktop: GnomeDesktop;
let fake: FakePortal;
let insertion: NativeInsertion;

describe.skipIf(!isGnomeHere)(onGnome, () => {
  beforeAll(async () => {
    desk = await GnomeInsertionDesk.start();
    desktop = desk.desktop;
  });
  afterAll(() => desktop.stop());
  beforeEach(async () => {
    await desktop.clipboard.copy(rich);
    fake = await FakePortal.start(desk.busAddress, 2);
    desk.workers.length = 0;
    insertion = await desk.open();
  });
  afterEach(async () => {
    await insertion.dispose();
    fake.stop();
  });

  /** The key is pressed, and no program reads: the portal presses none. */
  const isPressed = (): Promise<void> =>
    vi.waitFor(() => expect(fake.keys.length).toBeGreaterThanOrEqual(4), patient);

  /** A portal that was installed would be started by the bus. */
  async function withoutPortal(): Promise<void> {
    const services = join(desktop.env.XDG_RUNTIME_DIR ?? '', 'dbus-1/services');
    const name = 'org.freedesktop.portal.Desktop';
    mkdirSync(services, { recursive: true });
    const lines = ['[D-BUS Service]', `Name=${name}`, 'Exec=/bin/false', ''];
    writeFileSync(join(services, `${name}.service`), lines.join('\n'));
    const bus = await SessionBus.open(desk.busAddress);
    const daemon = 'org.freedesktop.DBus';
    const call = { destination: daemon, path: '/org/freedesktop/DBus', interface: daemon };
    await bus.call({ ...call, member: 'ReloadConfig' });
    bus.close();
  }

  test('a text that its window does not read is on the clipboard, and nothing counts as read', async () => {
    await desk.startTarget('gtk');
    expect(await insertion.insert(text, await focusOf(insertion, 'gtk'))).toMatchObject({
      type: 'on-clipboard',
      problem: { code: 'not-read' },
    });
    await expectTextOnClipboard(desktop.clipboard);
  });

  test('a thread that ends during a paste holds the text, and the clipboard is restored', async () => {
    const target = await desk.startTarget('gtk');
    const outcome = insertion.insert(text, await focusOf(insertion, 'gtk'));
    await isPressed();
    await desk.workers[0]?.terminate();
    expect(await outcome).toMatchObject({
      type: 'held',
      problem: { code: 'insertion-stopped' },
    });
    await expectClipboard(desktop.clipboard);
    expect(desk.workers).toHaveLength(2);
    expect(target.text()).toBe('');
  });

  test('content that another program copies during an insertion stays', async () => {
    await desk.startTarget('gtk');
    const outcome = insertion.insert(text, await focusOf(insertion, 'gtk'));
    await isPressed();
    await desktop.clipboard.copy({ 'text/plain;charset=utf-8': 'copied meanwhile' });
    expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'clipboard-taken' } });
    await expectClipboard(desktop.clipboard, {
      'text/plain;charset=utf-8': Buffer.from('copied meanwhile'),
    });
  });

  test('if the person refuses, the text is on the clipboard, and no key is pressed', async () => {
    fake.answer = 'refuses';
    await desk.startTarget('gtk');
    expect(await insertion.insert(text, await focusOf(insertion, 'gtk'))).toMatchObject({
      type: 'on-clipboard',
      problem: { code: 'keys-refused' },
    });
    await expectTextOnClipboard(desktop.clipboard);
    expect(fake.keys).toEqual([]);
  });

  test('without a portal the text is on the clipboard', async () => {
    fake.stop();
    await withoutPortal();
    await desk.startTarget('gtk');
    expect(await insertion.insert(text, await focusOf(insertion, 'gtk'))).toMatchObject({
      type: 'on-clipboard',
      problem: { code: 'portal-missing' },
    });
    await expectTextOnClipboard(desktop.clipboard);
  });

  test('without an accessibility bus no window is known, and the text is on the clipboard', async () => {
    const daemon = await startEmptyBus();
    const shell = await startFakeShell(daemon.address);
    const opened = await desk.open(daemon.address);
    const target = await desk.startTarget('gtk');
    const focused = await opened.focused();
    expect(focused).toBe(null);
    expect(await opened.insert(text, focused)).toMatchObject({
      type: 'on-clipboard',
      problem: { code: 'unknown-window' },
    });
    await expectTextOnClipboard(desktop.clipboard);
    expect(target.text()).toBe('');
    await opened.dispose();
    shell.stop();
    await daemon.stop();
  });
});
