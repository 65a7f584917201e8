import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { patient } from '../support/patient.ts';

/*
 * Tones of a dictation. The virtual microphone is what every program plays, so it hears the tones
 * at their full level, which no real microphone does.
 */
let desk: Desk;
let app: App;
/** It plays the tones. */
let captions: Page;
let pill: Page;

beforeAll(async () => {
  desk = await startDesk();
  const settings = { sounds: true, keepConnectedSeconds: 0 };
  const files = { 'settings.json': JSON.stringify(settings) };
  app = await desk.launch({ args: ['--stop'], files });
  captions = await app.page('CaptionKey captions');
  pill = await app.page('CaptionKey dictation');
  await captions.evaluate(`
    window.tones = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      tones.push([this.frequency.value, this.context.state]);
      start.call(this, when);
    };
  `);
  // The first sound of a page starts Chromium's audio service, which may take longer than a tone waits.
  await captions.evaluate(`
    (async () => {
      const context = new AudioContext();
      await context.resume();
      await context.close();
    })()
  `);
  await app.hears();
});
afterAll(() => desk.stop());

test('one tone says when to speak and another that the text is inserted, and neither costs a word', async () => {
  const spoken = writeSentence(0, join(app.home, 'spoken.wav'));
  const target = await startProgram(desk.display, 'gtk_entry');
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await desk.say(spoken);
  await held.release();
  await vi.waitFor(async () => expect(await target.text()).toBe(sentences[0]), patient);
  // Their pitches, and that the page may sound without having been pressed.
  const tones = [
    [880, 'running'],
    [587, 'running'],
  ];
  await vi.waitFor(
    async () => expect(await captions.evaluate('window.tones')).toEqual(tones),
    patient,
  );
  await target.stop();
});
