import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import {
  startProgram,
  startTextarea,
  startXterm,
  type TextTarget,
} from '../../../../tools/desktop-harness/targets.ts';
import { X11Insertion } from './x11-insertion.ts';
import { patient } from '../../../../test/support/patient.ts';

let screen: VirtualDisplay;
let insertion: X11Insertion;

beforeAll(async () => {
  screen = await startDisplay({ width: 1000, height: 700 });
  insertion = new X11Insertion(screen.display);
});
afterAll(async () => {
  await insertion.dispose();
  await screen.stop();
});

const targets: [name: string, app: string, start: () => Promise<TextTarget>][] = [
  ['a GTK entry', 'Gtk-entry', () => startProgram(screen.display, 'gtk_entry')],
  ['a Qt entry', 'qt_entry', () => startProgram(screen.display, 'qt_entry')],
  ['xterm', 'XTerm', () => startXterm(screen.display)],
  ['a text area of Chromium', 'Chromium', () => startTextarea(screen.display)],
];

const texts = [
  'Naïve café: Grüße, “čeština” – ½ €.',
  '😀 👩‍👩‍👧‍👦 🇪🇺 👍🏽',
  'Привет, 你好, こんにちは, 안녕, مرحبا, שלום, नमस्ते',
  'Only ASCII.',
];

test.each(targets)('%s gets each text once and whole', async (_, app, start) => {
  const target = await start();
  const focused = await insertion.focused();
  expect(focused).toMatchObject({ app });
  for (const text of texts)
    expect(await insertion.insert(text, focused)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect(await target.text()).toBe(texts.join('')), patient);
  await target.stop();
});

/** An entry of GTK holds no more than 64 KB. */
const roomyTargets: typeof targets = [
  ['a GTK program', 'Late_reader.py', () => startProgram(screen.display, 'late_reader', '1')],
  ...targets.slice(1),
];

test.each(roomyTargets)('%s gets a long text', async (_name, _app, start) => {
  // 180 KB is more than one request of the protocol holds, so the text is sent in parts.
  const letters = Array.from({ length: 60_000 }, (__, at) => 0x4e00 + (at % 20_000));
  const text = String.fromCodePoint(...letters);
  const target = await start();
  const outcome = await insertion.insert(text, await insertion.focused());
  expect(outcome).toMatchObject({ type: 'inserted' });
  await vi.waitFor(async () => expect((await target.text()) === text).toBe(true), patient);
  await target.stop();
});

test('a slow target that reads twice gets the text both times', async () => {
  const target = await startProgram(screen.display, 'late_reader', '250', '200');
  const outcome = await insertion.insert('Read twice', await insertion.focused());
  expect(outcome).toMatchObject({ type: 'inserted' });
  await vi.waitFor(() => expect(target.texts).toEqual(['Read twice', 'Read twice']), patient);
  await target.stop();
});

test('a terminal gets no line end, which would run the words as a command', async () => {
  const target = await startXterm(screen.display);
  await insertion.insert('rm -rf\n\tall\u001b[201~ of it\n', await insertion.focused());
  await vi.waitFor(
    async () => expect(await target.text()).toBe('rm -rf all [201~ of it '),
    patient,
  );
  await target.stop();
});
