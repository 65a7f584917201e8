import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { patient } from '../support/patient.ts';
import { startWitness } from '../support/witness.ts';

/*
 * Tones of a dictation. The virtual microphone is what every program plays, so it hears the tones
 * at their full level, which no real microphone does.
 */
let desk: Desk;
let app: App;
/** It plays the tones. */
let captions: Page;
let pill: Page;
let folder: string;
let humming: Promise<void>;

/**
 * The microphone hums too quietly to be heard, as a real one does. Exact silence would be a problem, with a
 * tone of its own, before a busy machine has begun to speak.
 */
async function hum(): Promise<void> {
  const path = join(folder, 'hum.wav');
  const writer = new WavWriter(path);
  writer.append(new Uint8Array(Int16Array.from({ length: 300 * 16_000 }, (_, n) => n % 3).buffer));
  writer.close();
  humming = desk.sound.play(path);
  const witness = await startWitness(desk, join(folder, 'heard.pcm'));
  await vi.waitFor(
    () => expect(witness.heard().some((sample) => sample !== 0)).toBe(true),
    patient,
  );
  await witness.stop();
}

beforeAll(async () => {
  desk = await startDesk();
  folder = await mkdtemp(join(tmpdir(), 'captionkey-hum-'));
  await hum();
  const settings = { sounds: true, keepConnectedSeconds: 0 };
  const files = { 'settings.json': JSON.stringify(settings) };
  app = await desk.launch({ args: ['--stop'], files });
  captions = await app.page('CaptionKey captions');
  pill = await app.page('CaptionKey dictation');
  // On a busy machine a tone would come too late to be played: only the test lets time pass.
  await captions.evaluate(`
    window.tones = [];
    window.nowMs = performance.now();
    performance.now = () => nowMs;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      tones.push([this.frequency.value, this.context.state]);
      start.call(this, when);
    };
  `);
  await app.hears();
});
afterAll(async () => {
  desk.sound.hush();
  await humming;
  await desk.stop();
  await rm(folder, { recursive: true });
});

/** The pitches of the tones, and that the page may sound without having been pressed. */
const haveSounded = (...tones: [pitchHz: number, state: 'running'][]): Promise<void> =>
  vi.waitFor(async () => expect(await captions.evaluate('window.tones')).toEqual(tones), patient);

test('one tone says when to speak and another that the text is inserted, and neither costs a word', async () => {
  const spoken = writeSentence(0, join(app.home, 'spoken.wav'));
  const target = await startProgram(desk.display, 'gtk_entry');
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await haveSounded([880, 'running']);
  await captions.evaluate('nowMs += 10_000');
  await desk.say(spoken);
  await held.release();
  await vi.waitFor(async () => expect(await target.text()).toBe(sentences[0]), patient);
  await haveSounded([880, 'running'], [587, 'running']);
  await target.stop();
});
