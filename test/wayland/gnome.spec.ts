import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  gnomeProgram,
  startGnome,
  type GnomeDesktop,
  type GnomeTarget,
} from '../../tools/desktop-harness/gnome/gnome.ts';
import { textOn } from '../../tools/desktop-harness/wayland/clipboard.ts';
import type { TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';
import { patient } from '../support/patient.ts';
import { startWaylandDesk, type WaylandDesk } from '../support/wayland-desk.ts';
import { pillTitle, DictatingPerson, said } from '../support/wayland-dictation.ts';

/*
 * The whole app on a real GNOME Shell with its portal and its custom shortcuts: from a pressed key to the
 * text in other programs.
 */
let desk: WaylandDesk<GnomeDesktop>;
let desktop: GnomeDesktop;
let person: DictatingPerson<GnomeTarget>;

/** Debian has GNOME Shell and sway in its packages; another system may have sway only. */
const isHere = existsSync(gnomeProgram);

/** Five of each in CI; `npm run test:slow` dictates more than fifty times. */
const rounds = process.env.CAPTIONKEY_SLOW === '1' ? 13 : 5;

/** Launches the app, and answers its question whether it may press keys. */
async function launch(answer: 'share' | 'cancel', more = {}): Promise<void> {
  await Promise.all([person.launch(more), desktop.answerKeysQuestion(answer)]);
}

async function dictateByVerb(): Promise<void> {
  await desk.verb(person.app, '--toggle');
  await person.say();
  await desk.verb(person.app, '--toggle');
}

describe.skipIf(!isHere)(
  `on GNOME${isHere ? '' : ' (not run: GNOME Shell is not installed)'}`,
  () => {
    beforeAll(async () => {
      desk = await startWaylandDesk(startGnome);
      desktop = desk.desktop;
      await desktop.startPortal();
      person = new DictatingPerson(desk, 'pressed twice');
      await launch('share');
      await desktop.bindKeys({
        '<Control><Alt>space': await desk.verbProgram(person.app, '--toggle'),
      });
    });
    afterAll(() => desk.stop());

    test.each<TargetKind>(['gtk', 'gtk4'])(
      `${rounds} dictations between two presses are in %s, and each restores the clipboard`,
      (kind) => person.dictateInto(kind, rounds, 'restored'),
    );

    test.each<TargetKind>(['xterm', 'gtk-x11'])(
      `${rounds} dictations between two presses are in %s, an X window`,
      (kind) => person.dictateInto(kind, rounds, 'not checked'),
    );

    test.each<[TargetKind, TargetKind]>([
      ['gtk', 'gtk4'],
      ['gtk4', 'foot'],
      ['xterm', 'gtk'],
    ])('the app types a text for %s nowhere when %s has the focus by then', (first, second) =>
      person.moveFocusWhileDictating(first, second),
    );

    test('the pill is above every window, and never has the focus', async () => {
      const target = await person.start('gtk');
      await person.pressKey();
      await person.say();
      const pill = await person.app.page(pillTitle);
      await pill.getByRole('log').waitFor();
      await target.focus();
      // The shell takes up the wish to be above, and the order of its windows, a moment later.
      await vi.waitFor(async () => {
        const shown = (await desktop.windows.shown()).map(({ title }) => title);
        expect(shown.indexOf(pillTitle)).toBeGreaterThan(shown.indexOf(target.title));
      }, patient);
      expect(await desktop.windows.focused()).toMatchObject({ id: target.window.id });
      await person.pressKey();
      await person.expectText(target);
      expect(await desktop.windows.focused()).toMatchObject({ id: target.window.id });
    });

    test('the app leaves a text on the clipboard if the program does not report its window', async () => {
      const target = await person.start('qt');
      await person.dictate();
      await person.expectInPill(/GNOME doesn't say which window is in front/);
      expect(await textOn(desktop.clipboard)).toBe(said);
      expect(target.text()).toBe('');
    });

    test('the app pastes a text there if the person has chosen so', async () => {
      await desk.stopApps();
      await launch('share', { pasteIntoUnknownWindow: true });
      const target = await person.start('qt');
      await dictateByVerb();
      await person.expectText(target);
    });

    test('the app leaves a text on the clipboard if the person refuses the keys', async () => {
      await desk.stopApps();
      await launch('cancel');
      const target = await person.start('gtk');
      await dictateByVerb();
      await person.expectInPill(/You didn't allow CaptionKey to press keys/);
      expect(await textOn(desktop.clipboard)).toBe(said);
      expect(target.text()).toBe('');
    });
  },
);
