import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { pressKeys } from '../../../../tools/desktop-harness/keyboard.ts';
import {
  startSessionBus,
  type TestSessionBus,
} from '../../../../tools/desktop-harness/session-bus.ts';
import {
  startAccessibleProgram,
  startProgram,
  type TextTarget,
} from '../../../../tools/desktop-harness/targets.ts';
import { patient } from '../../../../test/support/patient.ts';
import type { Target } from '../insertion.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { X11Insertion } from '../x11/x11-insertion.ts';
import { eraseThroughAccessibility, type EraseText } from './erase-text.ts';

/* Programs that report their text to assistive technologies, on an X server with a session bus. */
let screen: VirtualDisplay;
let session: TestSessionBus;
let insertion: X11Insertion;
let erase: EraseText;
let program: TextTarget | null = null;
const kept = programsOfTest();

const first = 'Größe 😀.';
const second = ' And this.';

beforeAll(async () => {
  screen = await startDisplay({ width: 800, height: 600 });
  session = await startSessionBus(screen.display);
  insertion = new X11Insertion(screen.display);
  erase = eraseThroughAccessibility(session.address);
});
afterEach(async () => {
  await program?.stop();
  program = null;
});
afterAll(async () => {
  await insertion.dispose();
  await session.stop();
  await screen.stop();
});

const insert = async (text: string): Promise<Target> => {
  const target = await insertion.focused();
  expect(await insertion.insert(text, target)).toMatchObject({ type: 'inserted' });
  if (target === null) throw new Error('No window has the focus.');
  return target;
};

const expectText = async (text: string): Promise<void> =>
  vi.waitFor(async () => expect(await program?.text()).toBe(text), patient);

/** Resolves with the window in which both texts are, the caret behind the second one. */
async function insertBoth(kind: 'gtk_entry' | 'qt_entry' = 'gtk_entry'): Promise<Target> {
  program = await startAccessibleProgram(screen.display, session.address, kind);
  await insert(first);
  const target = await insert(second);
  await expectText(first + second);
  return target;
}

test.each(['gtk_entry', 'qt_entry'] as const)(
  'the text before the caret of a %s is removed, and no other',
  async (kind) => {
    const target = await insertBoth(kind);
    await vi.waitFor(async () => expect(await erase(second, target)).toBe(true), patient);
    await expectText(first);
    expect(await erase(second, target)).toBe(false);
    expect(await erase(first, target)).toBe(true);
    await expectText('');
  },
);

test('a text that is not right before the caret stays', async () => {
  const target = await insertBoth();
  await pressKeys(screen.display, 'Left');
  await vi.waitFor(
    async () => expect(await erase(second.slice(0, -1), target)).toBe(true),
    patient,
  );
  await expectText(`${first}.`);
  expect(await erase(second, target)).toBe(false);
  expect(await erase(first, target)).toBe(true);
});

test('nothing is removed while something is selected', async () => {
  const target = await insertBoth();
  await pressKeys(screen.display, 'shift+Home');
  await pressKeys(screen.display, 'shift+End');
  await pressKeys(screen.display, 'ctrl+a');
  expect(await erase(second, target)).toBe(false);
  await expectText(first + second);
});

test('another program, or one that reports nothing, loses nothing', async () => {
  const target = await insertBoth();
  const silent = kept(await startProgram(screen.display, 'qt_entry'));
  const inFront = await insertion.focused();
  await insertion.insert(second, inFront);
  await vi.waitFor(async () => expect(await silent.text()).toBe(second), patient);
  expect(inFront && (await erase(second, inFront))).toBe(false);
  expect(await erase(second, target)).toBe(false);
  expect(await silent.text()).toBe(second);
  await expectText(first + second);
});

test('without a session bus nothing is removed', async () => {
  const target = await insertBoth();
  const elsewhere = eraseThroughAccessibility('unix:path=/nonexistent/bus');
  expect(await elsewhere(second, target)).toBe(false);
});
