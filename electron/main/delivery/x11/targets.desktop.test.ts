import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import {
  startProgram,
  startTextarea,
  startXterm,
  type TextTarget,
} from '../../../../tools/desktop-harness/targets.ts';
import { X11Delivery } from './x11-delivery.ts';
import { patient } from '../../../../test/support/patient.ts';

let screen: VirtualDisplay;
let delivery: X11Delivery;

beforeAll(async () => {
  screen = await startDisplay({ width: 1000, height: 700 });
  delivery = new X11Delivery(screen.display);
});
afterAll(async () => {
  await delivery.dispose();
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
  const focused = await delivery.focused();
  expect(focused).toMatchObject({ app });
  for (const text of texts)
    expect(await delivery.deliver(text, focused)).toMatchObject({ type: 'delivered' });
  await vi.waitFor(async () => expect(await target.text()).toBe(texts.join('')), patient);
  await target.stop();
});

/** An entry of GTK holds no more than 64 KB. */
const roomyTargets: typeof targets = [
  ['a GTK program', 'Late_reader.py', () => startProgram(screen.display, 'late_reader', '1')],
  ...targets.slice(1),
];

test.each(roomyTargets)('%s gets a long text', async (_name, _app, start) => {
  // 180 KB: more than a request of the protocol holds, so it goes in parts.
  const letters = Array.from({ length: 60_000 }, (__, at) => 0x4e00 + (at % 20_000));
  const text = String.fromCodePoint(...letters);
  const target = await start();
  const outcome = await delivery.deliver(text, await delivery.focused());
  expect(outcome).toMatchObject({ type: 'delivered' });
  await vi.waitFor(async () => expect((await target.text()) === text).toBe(true), patient);
  await target.stop();
});

test('a terminal is given no line end, which would run what was said', async () => {
  const target = await startXterm(screen.display);
  await delivery.deliver('rm -rf\n\tall\u001b[201~ of it\n', await delivery.focused());
  await vi.waitFor(
    async () => expect(await target.text()).toBe('rm -rf all [201~ of it '),
    patient,
  );
  await target.stop();
});
