import { existsSync, readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import { startForTest } from '../../../../test/support/start-target.ts';
import {
  kwinProgram,
  startKwin,
  type KwinDesktop,
  type KwinTarget,
} from '../../../../tools/desktop-harness/kwin/kwin.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import { reportInterface } from './focus-script.ts';
import { KwinFocus } from './kwin-focus.ts';

/* A real KWin with windows of Wayland and of X. */
let desktop: KwinDesktop;
let bus: SessionBus;
let focus: KwinFocus;

const start = (kind: TargetKind): Promise<KwinTarget> => startForTest(desktop, kind);

const scripting = {
  destination: 'org.kde.KWin',
  path: '/Scripting',
  interface: 'org.kde.kwin.Scripting',
};
const name = `captionkey-focus-${process.pid}`;
const isLoaded = async (): Promise<unknown> =>
  (await bus.call({ ...scripting, member: 'isScriptLoaded', signature: 's', body: [name] }))[0];

const isHere = existsSync(kwinProgram);

describe.skipIf(!isHere)(`on KWin${isHere ? '' : ' (not run: KWin is not installed)'}`, () => {
  beforeAll(async () => {
    desktop = await startKwin();
    bus = await SessionBus.open(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    vi.stubEnv('XDG_RUNTIME_DIR', desktop.env.XDG_RUNTIME_DIR);
  });
  afterAll(async () => {
    bus.close();
    await desktop.stop();
  });
  beforeEach(() => {
    focus = new KwinFocus(bus);
  });
  afterEach(async () => {
    focus.dispose();
    // KWin takes a script out after its answer, and the next test has one of the same name.
    await vi.waitFor(async () => expect(await isLoaded()).toBe(false), patient);
  });

  test.each<[TargetKind, boolean, string]>([
    ['gtk', false, 'gtk_entry.py'],
    ['qt', false, 'python3'],
    ['gtk-x11', true, 'gtk-entry'],
    ['xterm', true, 'xterm'],
  ])('%s is named when it has the focus', async (kind, isX11, windowClass) => {
    const { window } = await start(kind);
    const { id, pid } = window;
    const named = await focus.window();
    expect(named).toEqual({ id, pid, isX11, windowClass: expect.any(String) as string });
    expect(named?.windowClass.toLowerCase()).toBe(windowClass);
  });

  test('the answer is never older than the question', async () => {
    const first = await start('gtk');
    const second = await start('qt');
    for (let count = 0; count < 20; count += 1) {
      const target = count % 2 ? second : first;
      await target.focus();
      expect((await focus.window())?.id).toBe(target.window.id);
    }
  });

  test('the focus is null without a window', async () => {
    const target = await start('gtk');
    expect(await focus.window()).not.toBe(null);
    await target.stop();
    await vi.waitFor(async () => expect(await focus.window()).toBe(null), patient);
  });

  test('the script is loaded once, and removed at the end', async () => {
    await Promise.all([focus.window(), focus.window()]);
    expect(await isLoaded()).toBe(true);
    expect(readdirSync(desktop.env.XDG_RUNTIME_DIR ?? '').join()).not.toContain('captionkey-');
    focus.dispose();
    await vi.waitFor(async () => expect(await isLoaded()).toBe(false), patient);
  });

  test('a removed script is loaded again', async () => {
    const { window } = await start('gtk');
    await focus.window();
    await bus.call({ ...scripting, member: 'unloadScript', signature: 's', body: [name] });
    expect((await focus.window())?.id).toBe(window.id);
  });

  test('reports of another program are ignored', async () => {
    const { window } = await start('gtk');
    await focus.window();
    const other = await SessionBus.open(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await other.call({
      ...{ destination: bus.name, path: '/', interface: reportInterface, member: 'Report' },
      ...{ signature: 's', body: ['null'] },
    });
    other.close();
    expect((await focus.window())?.id).toBe(window.id);
  });

  test('a missing KWin is recognised', async () => {
    expect(await KwinFocus.answers(bus)).toBe(true);
  });
});
