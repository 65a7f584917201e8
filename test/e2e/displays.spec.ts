import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { movePointer } from '../../tools/desktop-harness/pointer.ts';
import { waitForWindow } from '../../tools/desktop-harness/windows.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* Monitors are plugged in and out while captions are on them. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
  await desk.plugMonitor('left', { x: 0, y: 0, width: 640, height: 800 });
});
beforeEach(() => plugRight());
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

const plugRight = () => desk.plugMonitor('right', { x: 640, y: 0, width: 640, height: 800 });

/** Captions are as wide as a monitor of this size. */
const areOn = (monitor: 'left' | 'right'): Promise<void> =>
  vi.waitFor(async () => {
    const captions = await waitForWindow(desk.display, 'CaptionKey captions');
    expect(captions).toMatchObject({ x: monitor === 'left' ? 0 : 640, width: 640 });
  }, patient);

test("captions of an unplugged monitor move to the person's monitor with their words", async () => {
  await movePointer(desk.display, { x: 900, y: 100 });
  const app = await desk.launch({ args: ['--captions'] });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  await areOn('right');
  const [first = '', second = ''] = sentences;
  await desk.sound.play(writeSentence(0, join(app.home, 'first.wav')));
  await captions.getByText(first).waitFor();

  await desk.unplugMonitor('right');
  await areOn('left');
  await desk.sound.play(writeSentence(1, join(app.home, 'second.wav')));
  await captions.getByText(`${first} ${second}`).waitFor();
  expect(desk.service.sessions).toHaveLength(1);
});

test('captions stay in their place when a monitor is plugged in', async () => {
  await desk.unplugMonitor('right');
  await movePointer(desk.display, { x: 100, y: 100 });
  const app = await desk.launch({ args: ['--captions'] });
  await areOn('left');
  await plugRight();
  await movePointer(desk.display, { x: 900, y: 100 });
  await vi.waitFor(async () => {
    const displays = await app.electron.evaluate(({ screen }) => screen.getAllDisplays().length);
    expect(displays).toBe(2);
  }, patient);
  await areOn('left');
});
