import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { SwayHotkeys } from '../../electron/main/hotkeys/sway/sway-hotkeys.ts';
import { rich } from '../../electron/main/insertion/rich-clipboard.fixture.ts';
import {
  startSway,
  type SwayDesktop,
  type SwayTarget,
} from '../../tools/desktop-harness/sway/sway.ts';
import { textOn } from '../../tools/desktop-harness/wayland/clipboard.ts';
import type { TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';
import { patient } from '../support/patient.ts';
import { startWaylandDesk, type WaylandDesk } from '../support/wayland-desk.ts';
import { pillTitle, DictatingPerson } from '../support/wayland-dictation.ts';

/* The whole app on a real sway: from a held key to the text in other programs. */
let desk: WaylandDesk<SwayDesktop>;
let desktop: SwayDesktop;
let person: DictatingPerson<SwayTarget>;

beforeAll(async () => {
  desk = await startWaylandDesk(startSway);
  desktop = desk.desktop;
  person = new DictatingPerson(desk, 'held');
  await person.launch();
});
afterAll(() => desk.stop());

/** Whether the app records, or begins to within two seconds. */
async function isRecording(): Promise<boolean> {
  const before = person.recorded();
  for (let count = 0; count < 40; count += 1) {
    if (person.recorded() > before) return true;
    await sleep(50);
  }
  return false;
}

/** One of each in CI; `npm run test:slow` dictates fifty times, ten into each. */
const rounds = process.env.CAPTIONKEY_SLOW === '1' ? 10 : 1;

test.each<TargetKind>(['foot', 'gtk', 'qt', 'xterm', 'gtk-x11'])(
  `${rounds} dictations with a held key are in %s, and each restores the clipboard`,
  (kind) => person.dictateInto(kind, rounds, 'restored'),
);

test('the pill floats above the other windows and never has the focus', async () => {
  const target = await person.start('gtk');
  const held = await person.holdKey();
  await vi.waitFor(
    // In the middle of the lower edge, 32 pixels above it.
    async () => expect(await desktop.floating()).toEqual([{ title: pillTitle, x: 500, y: 724 }]),
    patient,
  );
  expect(await desktop.focused()).toMatchObject({ id: target.window.id });
  const { CAPTIONKEY_SCREENSHOTS: folder } = process.env;
  await person.say();
  if (folder) await desktop.screenshot(join(folder, 'sway.png'));
  await held.release();
  await person.expectText(target);
  expect(await desktop.focused()).toMatchObject({ id: target.window.id });
});

test.each<[TargetKind, TargetKind]>([
  ['foot', 'gtk'],
  ['gtk', 'xterm'],
  ['xterm', 'foot'],
])('the app types a text for %s nowhere when %s has the focus by then', (first, second) =>
  person.moveFocusWhileDictating(first, second),
);

test('when captions end, their text is on the clipboard, for windows of Wayland too', async () => {
  await person.start('foot');
  await desktop.clipboard.copy(rich);
  await desktop.keyboard.press('ctrl+alt+c');
  await person.say();
  await desktop.keyboard.press('ctrl+alt+c');
  await vi.waitFor(
    async () => expect(await textOn(desktop.clipboard)).toBe(person.clipText),
    patient,
  );
});

test('a tap starts a dictation, and the next tap ends it', async () => {
  const target = await person.start('gtk');
  await person.dictateByTaps();
  await person.expectText(target);
});

test('when a release gets lost, the next press ends the dictation', async () => {
  const target = await person.start('gtk');
  const release = 'Ctrl+Mod1+space nop captionkey dictate release';
  // Before the press: sway 1.7 keeps the binding of a held key, and uses it after it was freed.
  await desktop.ipc.run('unbindsym --release Ctrl+Mod1+space');
  const held = await person.holdKey();
  await person.say();
  await held.release();
  await desktop.ipc.run(`bindsym --release ${release}`);
  await person.pressKey();
  await person.expectText(target);
});

test('the hotkeys work after sway has read its configuration again', async () => {
  // Until the app has bound the keys again, they go to the program, and type nothing there.
  const target = await person.start('gtk');
  const reloaded = Promise.withResolvers<undefined>();
  await desktop.ipc.subscribe(['workspace'], (_event, value) => {
    if (JSON.stringify(value).includes('"reload"')) reloaded.resolve(undefined);
  });
  await desktop.ipc.run('reload');
  await reloaded.promise;
  // The app binds the keys again once sway has reported the reload to it, too.
  let held = await person.holdKey();
  for (let tries = 0; !(await isRecording()); tries += 1) {
    expect(tries).toBeLessThan(10);
    await held.release();
    held = await person.holdKey();
  }
  await person.say();
  await held.release();
  await person.expectText(target);
});

test('a button of the mouse is refused as the dictation key', async () => {
  const hotkeys = await SwayHotkeys.open(desktop.env.SWAYSOCK ?? '', () => undefined);
  onTestFinished(() => hotkeys?.dispose());
  const binding = { action: 'dictate', accelerator: 'MouseBack', isHeld: true } as const;
  expect((await hotkeys?.bind(binding))?.problem?.code).toBe('button-not-heard');
});

test('the pill stays at the lower edge when it grows for an alert', async () => {
  await person.start('gtk');
  const pillsAt = (...places: { x: number; y: number }[]) =>
    vi.waitFor(
      async () =>
        expect(await desktop.floating()).toEqual(
          places.map((place) => ({ title: pillTitle, ...place })),
        ),
      patient,
    );
  // The outcome of the dictation before has the size of an alert, too.
  await pillsAt();
  const held = await person.holdKey();
  // Nobody speaks, which is reported after a while.
  await pillsAt({ x: 420, y: 672 });
  await held.release();
  await pillsAt();
});

test('the pill appears on the output with the focus', async () => {
  await desktop.ipc.run('create_output', 'output HEADLESS-2 pos 1280 0');
  const displays = () =>
    person.app.electron.evaluate(({ screen }) => screen.getAllDisplays().length);
  await vi.waitFor(async () => expect(await displays()).toBe(2), patient);
  await desktop.ipc.run('focus output HEADLESS-2');
  await person.start('gtk');
  const held = await person.holdKey();
  await vi.waitFor(
    async () => expect(await desktop.floating()).toMatchObject([{ title: pillTitle, x: 1_780 }]),
    patient,
  );
  await held.release();
  await desktop.ipc.run('output HEADLESS-2 unplug');
});

test('the keys are free again when the app has ended', async () => {
  const target = await person.start('foot');
  await person.quitApp();
  await desktop.keyboard.press('ctrl+alt+c');
  await person.expectText(target, '\u001b\u0003');
});
