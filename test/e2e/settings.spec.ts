import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startDesk, type Desk } from '../support/desk.ts';

/* What a person writes into settings.json about the service. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => desk.stopApps());
afterAll(() => desk.stop());

const startWith = async (settings: object) => {
  const files = { 'settings.json': JSON.stringify(settings) };
  const opened = await desk.launch({ args: ['--captions'], files });
  return opened.page('CaptionKey captions');
};

test('model, prompt, keyterms and silences are what the session is asked for', async () => {
  await startWith({
    speechModel: 'universal-3-6-pro',
    prompt: 'Two architects talk.',
    keyterms: ['CaptionKey', 'Röde'],
    languageCodes: ['en', 'de'],
    minTurnSilenceMs: 0,
  });
  await vi.waitFor(() => expect(desk.service.sessions).toHaveLength(1), 15_000);
  expect(Object.fromEntries(desk.service.sessions[0] ?? [])).toEqual({
    speech_model: 'universal-3-6-pro',
    sample_rate: '16000',
    encoding: 'pcm_s16le',
    prompt: 'Two architects talk.',
    keyterms_prompt: '["CaptionKey","Röde"]',
    language_codes: '["en","de"]',
    min_turn_silence: '0',
    inactivity_timeout: '25',
  });
});

test('a value out of range is named, and nothing is dialled', async () => {
  const before = desk.service.sessions.length;
  const captions = await startWith({ prompt: 'x'.repeat(1_751) });
  await captions
    .getByText('The setting prompt is longer than 1750 characters. Correct it.')
    .waitFor();
  expect(desk.service.sessions).toHaveLength(before);
});
