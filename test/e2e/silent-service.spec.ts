import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadRecording } from '../../electron/demo-server/recording.ts';
import { root } from '../../tools/start/build.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import type { Fault } from '../support/faults.ts';
import { startFaultyProxy } from '../support/faults-proxy.ts';
import { patient } from '../support/patient.ts';
import { recordingPath } from '../support/recording.ts';
import { startService, type Service } from '../support/service.ts';
import { openPage } from '../support/pages.ts';

/* Words that do not come, or come late: the person reads it. The pictures are to be looked at. */
const pictures = join(root, 'out/test-pictures/silent-service');

let desk: Desk;
/** It takes the sound of every session, and knows none of the words that are said here. */
let silent: Service;

beforeAll(async () => {
  desk = await startDesk();
  silent = await startService(undefined, await loadRecording(join(root, 'test/fixtures/digits')));
  await mkdir(pictures, { recursive: true });
});
afterEach(() => desk.stopApps());
afterAll(async () => {
  await desk.stop();
  await silent.close();
});

test('a service without words is reported, one new session is tried, and the recording is offered', async () => {
  const app = await desk.launch({ args: [], env: silent.env });
  const [pill, panel] = [await app.page('CaptionKey dictation'), await app.page('CaptionKey')];
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  const playing = desk.sound.play(recordingPath);
  const sentence = /gets your voice but sends no words/;
  await pill.getByRole('alert').filter({ hasText: sentence }).waitFor();
  await pill.screenshot({ path: join(pictures, 'pill.png') });
  await panel.getByText(sentence).first().waitFor();
  await panel.screenshot({ path: join(pictures, 'panel.png') });
  await playing;
  // The new one is split at a pause: what was said before it, and what is said live.
  await vi.waitFor(() => expect(silent.sessions).toHaveLength(3), patient);
  await held.release();
  await pill.getByText(/Couldn't transcribe that\. The recording is saved/).waitFor();
  await openPage(panel, 'history');
  const item = panel.getByRole('region', { name: 'History' }).getByRole('listitem');
  await item.getByText('Not transcribed').waitFor();
  await item.getByRole('button', { name: 'Transcribe again' }).waitFor();
  await panel.screenshot({ path: join(pictures, 'history.png') });
});

test('the status of a gap says how much is left, and that a second session is billed', async () => {
  // Some 16 s, so that a page on a busy machine paints the status before the gap is filled.
  const away = [1, 2, 3, 4, 5, 6].map((connection): Fault => ({
    at: 'upgrade',
    connection,
    do: 'drop',
  }));
  const proxy = await startFaultyProxy(desk.service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'frame', count: 40, do: 'drop' },
    ...away,
  ]);
  const app = await desk.launch({
    args: [],
    env: { CAPTIONKEY_STREAMING_URL: proxy.url },
  });
  const [captions, panel] = [await app.page('CaptionKey captions'), await app.page('CaptionKey')];
  await captions.evaluate("window.captionkey.request('listening:do', 'start')");
  await captions.getByText('Listening').waitFor();
  await openPage(panel, 'history');
  const playing = desk.sound.play(recordingPath).then(() => desk.sound.play(recordingPath));
  // Both windows are watched at once: the gap may have been filled by the time a picture is taken.
  await Promise.all([
    captions.getByText(/Catching up, \d+ s left/).waitFor(),
    panel.getByText(/Catching up, \d+ s left\. Until then you pay for a second session/).waitFor(),
  ]);
  await captions.screenshot({ path: join(pictures, 'catching-up.png') });
  await panel.screenshot({ path: join(pictures, 'catching-up-history.png') });
  await playing;
  await proxy.close();
});
