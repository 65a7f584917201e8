import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  startProgram,
  startTextarea,
  startXterm,
  type TextTarget,
} from '../../tools/desktop-harness/targets.ts';
import { cutClip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance } from '../support/pages.ts';
import { patient } from '../support/patient.ts';

/* From a held key to the text in other programs. The other specs use a GTK entry. */
let desk: Desk;
let target: TextTarget | null = null;

const programs: [string, (display: string) => Promise<TextTarget>][] = [
  ['xterm', startXterm],
  ['a Qt entry', (display) => startProgram(display, 'qt_entry')],
  ['a text area of Chromium', startTextarea],
];

/** One here; `npm run test:slow` takes all. */
const tried = process.env.CAPTIONKEY_SLOW === '1' ? programs : programs.slice(0, 1);

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  await target?.stop();
  target = null;
  await desk.stopApps();
});
afterAll(() => desk.stop());

test.each(tried)('speech is inserted in %s', async (_name, start) => {
  const app = await desk.launch({ args: ['--stop'] });
  const pill = await app.page('CaptionKey dictation');
  await app.hears();
  target = await start(desk.display);
  const { text, path } = cutClip(app.home, 3);
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(path);
  const inserted = appearance(pill, 'Inserted');
  await held.release();
  await inserted;
  await vi.waitFor(async () => expect(await target?.text()).toBe(text), patient);
});
