import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { wordsShown } from '../support/pages.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/* The lid is closed and opened again. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

/** Sends the app the system's events. */
const happens = (
  { electron }: App,
  event: 'suspend' | 'resume' | 'lock-screen',
): Promise<boolean> =>
  electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);

test('captions end their session before sleep and go on after it, and a locked screen is no sleep', async () => {
  const app = await desk.launch({ args: ['--captions'] });
  const captions = await app.page('CaptionKey captions');
  await captions.getByText('Listening').waitFor();
  await happens(app, 'lock-screen');
  await desk.sound.play(recordingPath);
  await captions.getByText(sentences.at(-1) ?? '').waitFor();
  expect(desk.service.commands).toEqual([]);

  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('An address'));
  await happens(app, 'suspend');
  await vi.waitFor(() => expect(desk.service.commands).toContain('Terminate'), patient);
  expect(desk.service.sessions).toHaveLength(1);

  await happens(app, 'resume');
  await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(2), patient);
  await captions.getByText('Listening').waitFor();
  await desk.sound.play(recordingPath);
  const heardTwice = [...sentences, ...sentences].join(' ');
  await vi.waitFor(async () => expect(await wordsShown(captions)).toContain(heardTwice), patient);
  // Nobody asked for the captions to end, nor for their text.
  const clipboard = () => app.electron.evaluate(({ clipboard: it }) => it.readText());
  expect(await clipboard()).toBe('An address');
  await pressKeys(desk.display, 'ctrl+alt+c');
  await vi.waitFor(
    async () => expect((await clipboard()).replaceAll(/\s+/g, ' ')).toBe(heardTwice),
    patient,
  );
});
