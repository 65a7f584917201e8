import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import type { Page } from 'playwright';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { movePointer } from '../../tools/desktop-harness/pointer.ts';
import {
  closeWindow,
  listWindows,
  moveWindow,
  openFocusedWindow,
  waitForWindow,
} from '../../tools/desktop-harness/windows.ts';
import type { App } from '../support/app.ts';
import { captionsAreAt, shownCaptions } from '../support/captions-window.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* Two monitors: which one the windows appear on, and what happens when one is plugged in or out. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
  await desk.plugMonitor('left', { x: 0, y: 0, width: 640, height: 800 });
});
beforeEach(() => plugRight());
afterAll(() => desk.stop());

const plugRight = () => desk.plugMonitor('right', { x: 640, y: 0, width: 640, height: 800 });

/** Captions are as wide as a monitor of this size. */
const areOn = (monitor: 'left' | 'right'): Promise<void> =>
  captionsAreAt(desk.display, { x: monitor === 'left' ? 0 : 640, width: 640 });

interface Place {
  x: number;
  y: number;
  width: number;
}

const areAt = (place: Place): Promise<void> => captionsAreAt(desk.display, place);

/** Puts the captions somewhere, as a person does. Resolves once the app has remembered that. */
async function put(app: App, place: Place, remembered: Partial<Place>): Promise<void> {
  const window = await shownCaptions(desk.display);
  await moveWindow(desk.display, { ...window, width: place.width }, place);
  await vi.waitFor(async () => {
    const stored: unknown = JSON.parse(await readFile(join(app.userData, 'settings.json'), 'utf8'));
    const positions: unknown = expect.arrayContaining([expect.objectContaining(remembered)]);
    expect(stored).toMatchObject({ captionsPositions: positions });
  }, patient);
  await areAt(place);
}

const onLeft = { x: 20, y: 30, width: 400 };
const onRight = { x: 700, y: 50, width: 360 };

/** Closes the captions, which then appear where the pointer is with the next change. */
async function showCaptionsAgain(app: App): Promise<void> {
  const captions = await shownCaptions(desk.display);
  await closeWindow(desk.display, captions);
  await vi.waitFor(
    async () => expect(await listWindows(desk.display)).not.toContainEqual(captions),
    patient,
  );
  await app.hears('Control+Alt+C');
  await pressKeys(desk.display, 'ctrl+alt+c');
}

const middleOf = { left: 320, right: 960 };

/** The pill is in the middle of its monitor, whatever its size. */
const pillIsOn = (monitor: 'left' | 'right'): Promise<void> =>
  vi.waitFor(async () => {
    const { x, width } = await waitForWindow(desk.display, 'CaptionKey dictation');
    expect(x + width / 2).toBe(middleOf[monitor]);
  }, patient);

test("captions of an unplugged monitor move to the person's monitor with their words", async () => {
  await movePointer(desk.display, { x: 900, y: 100 });
  onTestFinished(() => desk.stopApps());
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
  onTestFinished(() => desk.stopApps());
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

test('captions are as they were put on each monitor, after a restart and after it was away', async () => {
  await movePointer(desk.display, { x: middleOf.left, y: 700 });
  const files = { 'settings.json': JSON.stringify({ captionsWidth: 400 }) };
  onTestFinished(() => desk.stopApps());
  const first = await desk.launch({ args: ['--captions', '--hidden'], files });
  await areAt({ x: 120, y: 644, width: 400 });
  await put(first, onLeft, { x: 20, y: 30 });
  await put(first, { ...onRight, width: 400 }, { x: 60, y: 50 });
  await put(first, onRight, { x: 60, y: 50, width: 360 });
  files['settings.json'] = await readFile(join(first.userData, 'settings.json'), 'utf8');
  await desk.stopApps();

  await movePointer(desk.display, { x: middleOf.right, y: 700 });
  const second = await desk.launch({ args: ['--captions', '--hidden'], files });
  await areAt(onRight);
  await desk.unplugMonitor('right');
  await areAt(onLeft);
  await plugRight();
  await movePointer(desk.display, { x: middleOf.right, y: 700 });
  await showCaptionsAgain(second);
  await areAt(onRight);
});

describe('the pill', () => {
  let pill: Page;

  beforeAll(async () => {
    const app = await desk.launch({ args: ['--hidden'] });
    pill = await app.page('CaptionKey dictation');
    await app.hears();
  });
  afterEach(async () => {
    await desk.releaseKeys();
    // A key that was down for a moment only was a tap, which does not end the dictation.
    await pill.evaluate("captionkey.request('listening:do', 'cancel')");
    await pill.getByRole('status').waitFor({ state: 'detached' });
  });
  afterAll(() => desk.stopApps());

  test.each([
    ['right', 'left'],
    ['left', 'right'],
  ] as const)(
    'the pill appears on the %s monitor with the focus, not with the pointer',
    async (on, other) => {
      await movePointer(desk.display, { x: middleOf[other], y: 100 });
      const editor = await openFocusedWindow(desk.display, { x: middleOf[on] - 200, y: 60 });
      onTestFinished(() => editor.stop());
      await desk.holdKeys('ctrl+alt+space');
      await pillIsOn(on);
    },
  );

  test('the pill appears on the monitor of the pointer while no window has the focus', async () => {
    await movePointer(desk.display, { x: middleOf.right, y: 100 });
    await desk.holdKeys('ctrl+alt+space');
    await pillIsOn('right');
  });
});
